import { z } from "zod";
import type { ArchiveReader, ArchiveWriter } from "../archive/index.ts";
import { plainJson } from "../records/canonical-json.ts";
import { jsonIn } from "./json-in.ts";

const path = "state/former-addresses.json";
const file = z.object({ schemaVersion: z.literal(1), urls: z.array(z.string()) });

/** Where the wikis of the last configuration were before: `rebuild` and `detect` have none, and must resolve links alike. */
export async function rememberedFormerUrls(reader: ArchiveReader): Promise<readonly string[]> {
  return file.safeParse(await jsonIn(reader, path)).data?.urls ?? [];
}

export async function rememberFormerUrls(writer: ArchiveWriter, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) await writer.removeFile(path);
  else await writer.file(path, plainJson({ schemaVersion: 1, urls }));
}
