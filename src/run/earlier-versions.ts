import type { ArchiveReader } from "../archive/index.ts";
import type { SpillPlace } from "../archive/spill.ts";
import { readFacts } from "../extraction/index.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import { type RawEnvelope, type RawPage, type RawVersion, rawVersion } from "../pages/raw.ts";
import { plainJson } from "../records/canonical-json.ts";
import { byCodeUnits } from "../records/order.ts";
import type { EarlierState, PageEntry } from "../resolution/index.ts";
import { leadersListed } from "../resolution/observed-leaders.ts";
import { jsonIn } from "./json-in.ts";
import type { Run } from "./run.ts";
import { formOf } from "./take-out.ts";

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

/** Exports print no versions: a state of theirs goes by its day, `20220704`. No wiki has as many versions. */
const firstDayNumber = 19_700_101;

function dayNumber(day: string): number {
  return Number(day.replaceAll("-", ""));
}

function dayOfNumber(version: number): string | null {
  const digits = String(version);
  return version < firstDayNumber ? null : `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** A version of a page as a page of its own. */
export function pageOfVersion(envelope: RawEnvelope, version: RawVersion, body: string): RawPage {
  const { mentions: _, unnamed: __, ...rest } = envelope;
  const { title, modifiedAt, modifiedBy, mentions, form } = version;
  const day = dayOfNumber(version.version);
  const modifiedOn = modifiedAt?.slice(0, 10) ?? day;
  const then = {
    ...rest,
    title,
    version: day === null ? version.version : null,
    modifiedAt,
    modifiedOn,
    modifiedBy,
    form,
    status: "current" as const,
  };
  return { envelope: mentions === undefined ? then : { ...then, mentions }, body };
}

/** The state of a page that the archive holds, as an older version of the one that takes its place. */
export async function replacedVersion(
  reader: ArchiveReader,
  id: string,
  read: RawEnvelope,
): Promise<{ version: RawVersion; body: string } | null> {
  const [, space = "", pageId = ""] = id.split("/");
  const archived = await reader.rawEnvelope(space, pageId);
  const number = archived === null ? null : replacedNumber(archived, read);
  const body = archived === null || number === null ? null : await reader.rawBody(space, pageId, archived.form);
  if (archived === null || number === null || body === null) return null;
  const { title, modifiedAt, modifiedBy, mentions, form } = archived;
  return {
    version: { pageId, version: number, title, modifiedAt, modifiedBy, ...(mentions === undefined ? {} : { mentions }), form },
    body,
  };
}

/** Null for a state that is no older one. */
function replacedNumber(archived: RawEnvelope, read: RawEnvelope): number | null {
  if (archived.version !== null && read.version !== null) return archived.version < read.version ? archived.version : null;
  const { modifiedOn } = archived;
  return modifiedOn !== null && read.modifiedOn !== null && modifiedOn < read.modifiedOn
    ? (archived.version ?? dayNumber(modifiedOn))
    : null;
}

/** The older versions of a page that an archive keeps, the oldest first. */
export async function* keptVersions(
  reader: ArchiveReader,
  { space, pageId }: RawEnvelope,
): AsyncGenerator<{ version: RawVersion; body: string }> {
  const folder = `raw/${space}/${pageId}`;
  const numbers = (await reader.names(folder)).flatMap((name) => /^v(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);
  for (const number of numbers.sort((a, b) => a - b)) {
    const version = rawVersion.safeParse(await jsonIn(reader, `${folder}/v${number}.json`)).data;
    const body = version === undefined ? null : await reader.text(`${folder}/v${number}.${version.form}`);
    if (version !== undefined && body !== null) yield { version, body };
  }
}

/** Whom the older versions of a page that an archive keeps list as leaders, the oldest first; none of a page that is written once. */
export async function keptStates(
  reader: ArchiveReader,
  { envelope, facts }: Pick<PageEntry, "envelope" | "facts">,
): Promise<EarlierState[]> {
  if (writtenOnce.has(facts.kind)) return [];
  const kept = await Array.fromAsync(keptVersions(reader, envelope));
  return kept.map(({ version, body }) => stateOf(envelope, version, body)).sort(byTime);
}

/** Pages of these kinds are written once: what they said of leaders then holds for then. */
const writtenOnce: ReadonlySet<string> = new Set(["meeting", "log", "report", "post"]);

/** Adds to the pages of a run who led their groups before. */
export async function readEarlierVersions(run: Run): Promise<void> {
  for (const [index, entry] of run.entries.entries()) {
    const { version } = entry.envelope;
    if (version === 1 || writtenOnce.has(entry.facts.kind) || run.withheld.hasPage(entry.id)) continue;
    await noteFetched(run, entry);
    const earlier = await earlierOf(run, entry);
    if (earlier.length > 0) run.entries[index] = { ...entry, earlier };
  }
}

/** A page that an interrupted run had fetched replaces the archive's only now. */
async function noteFetched(run: Run, { id, envelope }: PageEntry): Promise<void> {
  if (!run.fetched.has(id) || run.freshVersions.get(id)?.some(({ isReplaced }) => isReplaced)) return;
  const replaced = await replacedVersion(run.onDisk, id, envelope);
  if (replaced !== null) await run.noteVersion(id, replaced.version, replaced.body, true);
}

async function earlierOf(run: Run, entry: PageEntry): Promise<EarlierState[]> {
  const states = new Map<number, EarlierState>();
  const add = (version: RawVersion, body: string): EarlierState => {
    // What is taken out of the archive is taken out of its older versions in the same run.
    const text = run.options.takeOut ? run.redactor(body, formOf(version.form)).text : body;
    const state = stateOf(entry.envelope, version, text);
    states.set(version.version, state);
    return state;
  };
  for await (const { version, body } of keptVersions(run.reader, entry.envelope)) add(version, body);
  for (const { version, place, isReplaced } of run.freshVersions.get(entry.id) ?? []) {
    if (isReplaced && states.has(version.version)) continue;
    const before = [...states.values()].sort(byTime).at(-1);
    const body = (await run.spill.get(place)) as string;
    const state = add(version, body);
    if (!isReplaced) continue;
    // It says who led until now, or since when those lead who still do.
    const listed = leadersListed(state);
    const isTelling = listed !== leadersListed(entry.facts) || (before !== undefined && listed !== leadersListed(before));
    if (isTelling) await keepVersion(run, entry.id, version, body);
    else states.delete(version.version);
  }
  return [...states.values()].filter((state) => isBefore(state, entry.envelope)).sort(byTime);
}

/** Versions of a wiki and days of exports stand side by side where a page was read from both: by the day, then by the number. */
function byTime(a: EarlierState, b: EarlierState): number {
  return a.on !== null && b.on !== null && a.on !== b.on ? byCodeUnits(a.on, b.on) : a.version - b.version;
}

/** Whether a state is older than a version of its page. */
export function isBefore({ version, on }: EarlierState, { version: current, modifiedOn }: RawEnvelope): boolean {
  if (current !== null && version < firstDayNumber) return version < current;
  return on !== null && modifiedOn !== null && on < modifiedOn;
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
