import { whyArchivedStays } from "../archive/index.ts";
import { InputError, messageOf, RemovalsHeldError, SourceError } from "../errors.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import type { RawEnvelope, RawGoneVersion } from "../pages/raw.ts";
import { type RawVideo, rawVideoPath } from "../pages/raw-video.ts";
import { plainJson } from "../records/canonical-json.ts";
import { estimateText } from "../run-report.ts";
import { withSafeFileName } from "../sources/file-names.ts";
import {
  type GoneVersion,
  isGoneVersion,
  isPlaylist,
  isSkip,
  isTouch,
  isVersion,
  isVideo,
  type KeptFile,
  type Listing,
  type PageTouch,
  type PageVersion,
  type Source,
  type SourceContext,
  type SourceItem,
  type SourcePage,
} from "../sources/types.ts";
import { isWithin } from "../sources/window.ts";
import { archivedPlaylist, archivedVideo } from "./archived-videos.ts";
import { keepVersion, replacedVersion, versionPath } from "./earlier-versions.ts";
import { jsonIn } from "./json-in.ts";
import { KnownPages } from "./known-pages.ts";
import { keepFetched, keepFetchedVersion, writeFetchedVersions } from "./resumed.ts";
import type { Run } from "./run.ts";
import { secondsSince } from "./stages.ts";
import { asMayBeKept } from "./take-out.ts";

/**
 * Everything that the sources of a run give. A source that fails stops itself alone.
 * @throws what the first source said, where every source failed and none gave a page, or all were refused to us on the way: what was fetched until
 * then waits for the run that is let in
 */
export async function readSources(run: Run, asOf: string): Promise<void> {
  // Living wikis first: what they tell of a page is more than an export of it does.
  const sources = [...run.options.sources(contextOf(run, asOf))].sort(
    (a, b) => Number(b.state !== undefined) - Number(a.state !== undefined),
  );
  const failures: unknown[] = [];
  for (const source of sources) {
    const failure = await readSource(run, source, asOf);
    if (failure !== null) failures.push(failure);
  }
  await writeFetchedVersions(run);
  for (const touch of run.leavers) if (!run.drafts.has(touch.id)) run.live.add(await takeTouched(run, touch));
  const isNothingRead = run.read + run.readVideos === 0;
  const areAllRefused = failures.every((failure) => failure instanceof SourceError && failure.fault === "refused");
  if (sources.length > 0 && failures.length === sources.length && (isNothingRead || areAllRefused) && !run.holdsRemovals) throw failures[0];
}

/** Fewer requests are made before anybody has read what they will cost. */
const toldFrom = 100;

/** What stopped the source, or null. */
async function readSource(run: Run, source: Source, today: string): Promise<unknown> {
  const before = { pages: run.read, videos: run.readVideos };
  const started = performance.now();
  let listing: Listing | null = null;
  let spaces = "";
  let failure: unknown = null;
  try {
    listing = await source.open();
    const listedSpaces = [...(listing.space ? [listing.space] : []), ...(listing.others ?? [])];
    spaces = listedSpaces.map(({ key }) => key).join(", ");
    run.spaceName ??= listing.space?.name ?? null;
    run.observe(listing.asOf, source.id);
    const estimate = estimateText(listing.plan);
    if (estimate !== null && (listing.plan?.requests ?? 0) >= toldFrom) run.options.onNotice?.(`${source.id}: ${estimate}`);
    // A plan is told before it is carried out; what costs somebody else nothing is read for it.
    if (!(run.options.dryRun && listing.plan)) await readPages(run, source, listing);
    const { license = null, attribution = null } = run.options.notices?.[source.id] ?? {};
    // Of a portion of the years nothing is known of what came later.
    const known = source.state === undefined ? (run.observedOf.get(source.id) ?? null) : today;
    const until = run.options.window?.until ?? null;
    for (const space of listedSpaces.length > 0 ? listedSpaces.map(({ key }) => key) : [null])
      run.sourceEntries.push({
        id: source.id,
        type: source.type,
        space,
        url: listing.url,
        license,
        attribution,
        asOf: until !== null && (known === null || until < known) ? until : known,
      });
  } catch (error) {
    // What was cut off looks like a source that fails.
    run.assertGoing();
    if (!(error instanceof InputError || error instanceof SourceError || error instanceof RemovalsHeldError)) throw error;
    failure = error;
    run.holdsRemovals ||= error instanceof RemovalsHeldError;
    // What was read is kept. The next run must look at all of the space: it cannot tell what this one missed.
    if (run.read > before.pages && source.state) await run.writer.removeFile(statePath(source.id));
  } finally {
    const spent = source.spent?.() ?? null;
    await source.close();
    run.sourceReports.push({
      id: source.id,
      space: spaces,
      pages: run.read - before.pages,
      videos: run.readVideos - before.videos,
      failure: failure === null ? null : messageOf(failure),
      plan: listing?.plan ?? null,
      spent,
      seconds: secondsSince(started),
    });
  }
  return failure;
}

async function readPages(run: Run, source: Source, listing: Listing): Promise<void> {
  let done = 0;
  for await (const item of source.pages()) {
    run.assertGoing();
    done += 1;
    run.options.onProgress?.("reading", done, listing.count);
    await takeItem(run, item, source.state !== undefined);
  }
  const state = source.state?.();
  if (state === null) await run.writer.removeFile(statePath(source.id));
  else if (state !== undefined) await run.writer.file(statePath(source.id), plainJson(state));
}

async function takeItem(run: Run, item: SourceItem, isLive: boolean): Promise<void> {
  if (isSkip(item)) run.skip(item);
  else if (isVersion(item)) await takeVersion(run, item);
  else if (isVideo(item)) takeVideo(run, item.video);
  else if (isPlaylist(item)) run.playlists.set(item.playlist.playlistId, item.playlist);
  else if (isGoneVersion(item)) await markGone(run, item);
  else if (isTouch(item) && item.envelope.status === "moved") run.leavers.push(item);
  else {
    const id = isTouch(item) ? await takeTouched(run, item) : await takePage(run, item, isLive);
    if (isLive) run.live.add(id);
  }
}

function takeVideo(run: Run, video: RawVideo): void {
  // What the archive has may be more than that it is gone.
  if (video.title === null && run.unreadable.has(rawVideoPath(video.videoId))) return;
  run.videos.set(video.videoId, video);
  run.readVideos += 1;
}

/** The id of its record. */
async function takePage(run: Run, given: SourcePage, isLive: boolean): Promise<string> {
  const id = given.id ?? `pages/${given.envelope.space}/${given.envelope.pageId}`;
  const page = asMayBeKept(run, id, withSafeFileName(given, run.redactor));
  const { envelope } = page;
  const file = given.envelope.file ?? id;
  run.observe(page.observedOn, envelope.source);
  const { window } = run.options;
  // A living wiki was told before it was asked.
  if (window && !isLive && !isWithin(window, { created: envelope.createdOn, modified: envelope.modifiedOn })) {
    run.outside += 1;
    return id;
  }
  try {
    const kept = run.drafts.has(id)
      ? whyFirstStays(run, id, envelope)
      : await whyArchivedStays(run.reader, id, run.known.get(id), envelope);
    if (kept !== null) {
      run.skip({ file, weight: "note", reason: kept });
      return id;
    }
    const replaced = run.known.has(id) ? await replacedVersion(run.reader, id, envelope) : null;
    if (replaced !== null) await run.noteVersion(id, replaced.version, replaced.body, true);
    await run.take(id, page);
    await run.writer.rawPage(id, { envelope, body: page.body });
    await keepFiles(run, page.files);
    if (isLive) await keepFetched(run, id, page);
    run.read += 1;
  } catch (error) {
    run.fault(file, error);
  }
  return id;
}

/**
 * Why what an earlier source of this run gave stays: a living wiki tells more than an export of it.
 * @throws InputError where both are exports
 */
function whyFirstStays(run: Run, id: string, { pageId, space }: RawEnvelope): string {
  if (run.live.has(id)) return "the living wiki told of this page in this run";
  throw new InputError(`the page ${pageId} of the space ${space} came from two sources: the first one was kept`);
}

/** A page whose surroundings changed: its body is the archive's. */
async function takeTouched(run: Run, { id, envelope, files }: PageTouch): Promise<string> {
  const [, space = "", pageId = ""] = id.split("/");
  try {
    if (run.drafts.has(id)) return id;
    const body = await run.reader.rawBody(space, pageId, envelope.form);
    if (body === null) throw new InputError(`raw/${space}/${pageId}.${envelope.form} is missing: run "minutebook check"`);
    const document = documentFromBody(body, envelope.form, storageContextOf(envelope));
    const page = asMayBeKept(run, id, { envelope, document, body, ...(files ? { files } : {}) });
    await run.take(id, page);
    await run.writer.rawPage(id, page);
    await keepFiles(run, page.files);
    run.read += 1;
  } catch (error) {
    run.fault(id, error);
  }
  return id;
}

async function takeVersion(run: Run, given: PageVersion): Promise<void> {
  const { id, version, body } = given;
  if (run.withheld.hasPage(id)) return;
  await keepFetchedVersion(run, versionPath(id, version.version), given);
  await keepVersion(run, id, version, body);
  await run.noteVersion(id, version, body, false);
  run.versions += 1;
}

async function markGone(run: Run, { id, gone }: GoneVersion): Promise<void> {
  const mark: RawGoneVersion = { pageId: id.split("/").at(-1) ?? "", version: gone, gone: true };
  await run.writer.file(`${versionPath(id, gone)}.json`, plainJson(mark));
}

async function keepFiles(run: Run, files: readonly KeptFile[] = []): Promise<void> {
  for (const { sha256, bytes } of files) await run.writer.file(`files/${sha256.slice(0, 2)}/${sha256}`, bytes);
}

function contextOf(run: Run, asOf: string): SourceContext {
  const pages = new KnownPages(run);
  return {
    redact: run.redactor,
    asOf,
    full: run.options.full ?? false,
    acceptRemovals: run.options.acceptRemovals ?? null,
    ...(run.options.history === undefined ? {} : { history: run.options.history }),
    mostRequests: run.options.mostRequests ?? null,
    ...(run.options.window ? { window: run.options.window } : {}),
    ...(run.options.signal ? { signal: run.options.signal } : {}),
    kindOf: async (id) => {
      const record = run.known.has(id) ? await run.reader.read(id) : null;
      return record?.kind === "page" ? record.pageKind : null;
    },
    hasVersion: async (id, version) => (await run.reader.text(`${versionPath(id, version)}.json`)) !== null,
    knownPages: (space) => pages.ofSpace(space),
    pagesElsewhere: (space, wikiIds) => pages.elsewhere(space, wikiIds),
    knownVideo: async (id) => run.videos.get(id) ?? (await archivedVideo(run, id)),
    knownPlaylist: async (id) => run.playlists.get(id) ?? (await archivedPlaylist(run, id)),
    spentAccounts: new Set(),
    stateOf: (source) => jsonIn(run.reader, statePath(source)),
  };
}

function statePath(source: string): string {
  return `state/${source}.json`;
}
