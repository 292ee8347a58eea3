import { publish } from "../publish.ts";
import type { Output } from "./output.ts";
import { counted } from "./text.ts";

export interface PublishArguments {
  readonly archive: string;
  readonly out: string;
  readonly json: boolean;
}

/** Writes the site, the feeds and the tables. */
export async function runPublish({ archive, out, json }: PublishArguments, output: Output): Promise<number> {
  const published = await publish({ archive, out });
  output.stdout.write(
    json
      ? `${JSON.stringify(published, null, 2)}\n`
      : `${out}: ${counted(published.files, "file")}, ${published.written === 0 ? "none" : published.written} written; begin at index.html\n`,
  );
  return 0;
}
