import type { ArchiveReader } from "../archive/index.ts";
import { ConfigError } from "../errors.ts";
import type { GroupRecord } from "../records/index.ts";

/**
 * The group that somebody means who types a name: its id, its name or an alias, in full; else the only one that has it in its name.
 * @throws ConfigError that names the groups that may be meant
 */
export async function groupNamed(reader: ArchiveReader, written: string): Promise<GroupRecord> {
  const groups = await Array.fromAsync(reader.records("groups"));
  const wanted = written.trim().toLowerCase();
  const namesOf = (group: GroupRecord): string[] => [group.id, group.id.slice("groups/".length), group.name, ...group.aliases];
  const exact = groups.filter((group) => namesOf(group).some((name) => name.toLowerCase() === wanted));
  const found = exact.length > 0 ? exact : groups.filter((group) => namesOf(group).some((name) => name.toLowerCase().includes(wanted)));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  const listed = (found.length > 0 ? found : groups).map(({ name, id }) => `${name} (${id.slice("groups/".length)})`).slice(0, 20);
  const what = found.length > 0 ? "several groups are called so" : "no group is called so";
  throw new ConfigError(`${JSON.stringify(written)}: ${what}; expected one of ${listed.join(", ") || "none: the archive has no groups"}`);
}
