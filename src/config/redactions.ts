import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parse, stringify } from "yaml";
import { ConfigError, messageOf } from "../errors.ts";
import { type RedactionList, redactionList } from "../records/redaction-list.ts";
import type { Config } from "./index.ts";

type Place = Pick<Config, "redactionsFile">;

/**
 * What was taken out for good of the archives of a configuration: `redactions.yaml` in its folder, or the file that it names; null where there is none.
 * @throws ConfigError where the file cannot be read: what was taken out would come back
 */
export async function redactionsIn({ redactionsFile: file }: Place): Promise<RedactionList | null> {
  try {
    return redactionList.parse(parse(await readFile(file, "utf8")));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new ConfigError(
      `${file} cannot be read (${messageOf(cause).slice(0, 200)}), and without it what was taken out would come back: restore it from git`,
      { cause, file },
    );
  }
}

const head = `# What was taken out of archives for good, written by "minutebook redact". It names no one: hashes are HMAC-SHA-256 with MINUTEBOOK_REDACTION_KEY.
# Who takes an entry out lets it come back with the next complete run. See docs/operating.md.
`;

export async function writeRedactions({ redactionsFile: file }: Place, list: RedactionList): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, head + stringify(list));
  await rename(`${file}.new`, file);
}
