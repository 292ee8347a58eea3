import type { ArchiveReader } from "../archive/index.ts";
import type { SpillPlace } from "../archive/spill.ts";
import { readFacts } from "../extraction/index.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import { type RawEnvelope, type RawPage, type RawVersion, rawVersion } from "../pages/raw.ts";
import { plainJson } from "../records/canonical-json.ts";
import type { EarlierState, PageEntry } from "../resolution/index.ts";
import { leadersListed } from "../resolution/observed-leaders.ts";
import type { Run } from "./run.ts";

// What pages said before they were edited: who leads a group stands on pages that are rewritten when somebody else does.

/** A version that came to light in this run. */
export interface FreshVersion {
  readonly version: RawVersion;
  readonly place: SpillPlace;
  /** The state that an edit replaced: kept for good only where it named other leaders. */
  readonly isReplaced: boolean;
}

/** `raw/<space>/<pageId>/v<n>`. */
export function versionPath(id: string, version: number): string {
  return `raw/${id.slice("pages/".length)}/v${version}`;
}

/** A version of a page as a page of its own. */
export function pageOfVersion(envelope: RawEnvelope, version: RawVersion, body: string): RawPage {
  const { mentions: _, unnamed: __, ...rest } = envelope;
  const { title, modifiedAt, modifiedBy, mentions, form } = version;
  const modifiedOn = modifiedAt?.slice(0, 10) ?? null;
  const then = { ...rest, title, version: version.version, modifiedAt, modifiedOn, modifiedBy, form, status: "current" as const };
  return { envelope: mentions === undefined ? then : { ...then, mentions }, body };
}

/** The state of a page that the archive holds, as an older version of the one that takes its place. */
export async function replacedVersion(
  reader: ArchiveReader,
  id: string,
  read: RawEnvelope,
): Promise<{ version: RawVersion; body: string } | null> {
  const [, space = "", pageId = ""] = id.split("/");
  const archived = read.version === null || read.version < 2 ? null : await reader.rawEnvelope(space, pageId);
  if (archived === null || archived.version === null || archived.version >= (read.version ?? 0)) return null;
  const body = await reader.rawBody(space, pageId, archived.form);
  if (body === null) return null;
  const { version, title, modifiedAt, modifiedBy, mentions, form } = archived;
  return { version: { pageId, version, title, modifiedAt, modifiedBy, ...(mentions === undefined ? {} : { mentions }), form }, body };
}

/** The older versions of a page that an archive keeps, the oldest first. */
export async function* keptVersions(
  reader: ArchiveReader,
  { space, pageId }: RawEnvelope,
): AsyncGenerator<{ version: RawVersion; body: string }> {
  const folder = `raw/${space}/${pageId}`;
  const numbers = (await reader.names(folder)).flatMap((name) => /^v(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);
  for (const number of numbers.sort((a, b) => a - b)) {
    const version = rawVersion.safeParse(parsed(await reader.text(`${folder}/v${number}.json`))).data;
    const body = version === undefined ? null : await reader.text(`${folder}/v${number}.${version.form}`);
    if (version !== undefined && body !== null) yield { version, body };
  }
}

/** Pages of these kinds are written once: what they said of leaders then holds for then. */
const writtenOnce: ReadonlySet<string> = new Set(["meeting", "log", "report", "post"]);

/** Adds to the pages of a run who led their groups before. */
export async function readEarlierVersions(run: Run): Promise<void> {
  for (const [index, entry] of run.entries.entries()) {
    const { version } = entry.envelope;
    if (version === null || version < 2 || writtenOnce.has(entry.facts.kind)) continue;
    const earlier = await earlierOf(run, entry);
    if (earlier.length > 0) run.entries[index] = { ...entry, earlier };
  }
}

async function earlierOf(run: Run, entry: PageEntry): Promise<EarlierState[]> {
  const states = new Map<number, EarlierState>();
  const add = (version: RawVersion, body: string): EarlierState => {
    const state = stateOf(entry.envelope, version, body);
    states.set(version.version, state);
    return state;
  };
  for await (const { version, body } of keptVersions(run.reader, entry.envelope)) add(version, body);
  for (const { version, place, isReplaced } of run.freshVersions.get(entry.id) ?? []) {
    if (isReplaced && states.has(version.version)) continue;
    const before = [...states.values()].findLast((state) => state.version < version.version);
    const body = (await run.spill.get(place)) as string;
    const state = add(version, body);
    if (!isReplaced) continue;
    // It says who led until now, or since when those lead who still do.
    const listed = leadersListed(state);
    const isTelling = listed !== leadersListed(entry.facts) || (before !== undefined && listed !== leadersListed(before));
    if (isTelling) await keepVersion(run, entry.id, version, body);
    else states.delete(version.version);
  }
  const current = entry.envelope.version ?? 0;
  return [...states.values()].filter(({ version }) => version < current).sort((a, b) => a.version - b.version);
}

export async function keepVersion(run: Run, id: string, version: RawVersion, body: string): Promise<void> {
  const path = versionPath(id, version.version);
  await run.writer.file(`${path}.json`, plainJson(version));
  await run.writer.file(`${path}.${version.form}`, body);
}

function stateOf(envelope: RawEnvelope, version: RawVersion, body: string): EarlierState {
  const page = pageOfVersion(envelope, version, body);
  const { terms } = readFacts(page.envelope, documentFromBody(body, version.form, storageContextOf(page.envelope)));
  return { version: version.version, on: page.envelope.modifiedOn, terms };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
