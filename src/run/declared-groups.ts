import { z } from "zod";
import type { ArchiveReader, ArchiveWriter } from "../archive/index.ts";
import { plainJson } from "../records/canonical-json.ts";
import { type DeclaredGroup, declaredGroup } from "../records/declared-group.ts";
import { jsonIn } from "./json-in.ts";

const path = "state/declared-groups.json";
const file = z.object({ schemaVersion: z.literal(1), groups: z.array(declaredGroup) });

/** What the last run with a configuration declared: `rebuild` and `detect` have none, and must find the same. */
export async function rememberedGroups(reader: ArchiveReader): Promise<readonly DeclaredGroup[]> {
  return file.safeParse(await jsonIn(reader, path)).data?.groups ?? [];
}

/** A configuration that declares nothing any more takes back what was declared. */
export async function rememberGroups(writer: ArchiveWriter, groups: readonly DeclaredGroup[]): Promise<void> {
  if (groups.length === 0) await writer.removeFile(path);
  else await writer.file(path, plainJson({ schemaVersion: 1, groups }));
}
