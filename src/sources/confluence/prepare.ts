import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { type KnownPage, type SourceContext, wikiIdOf } from "../types.ts";
import { isWithin } from "../window.ts";
import { type Gone, settleAbsent } from "./absence.ts";
import { PageComments } from "./comments.ts";
import type { Connection } from "./connect.ts";
import { addressOf, Envelopes } from "./envelope.ts";
import { PageExtras } from "./extras.ts";
import { FileKeeper } from "./files.ts";
import { NameBook } from "./names.ts";
import { asListed, hasState, isThere, keyOfFile, planSync, type SyncPlan } from "./plan.ts";
import { isListingDue, type SyncState } from "./state.ts";
import { PageTree } from "./tree.ts";
import type { ListedAttachment, ListedPage, Notice } from "./types.ts";

/** What a run works with. */
export interface Work {
  readonly config: ConfluenceSourceConfig;
  readonly context: SourceContext;
  readonly connection: Connection;
  /** What an earlier run knew, or null. */
  readonly before: SyncState | null;
  readonly note: Notice;
}

/** Everything that is known before the first body is asked for. */
export interface Prepared {
  readonly connection: Connection;
  /** By the wiki's page id. */
  readonly known: ReadonlyMap<string, KnownPage>;
  /** How many pages were listed. */
  readonly count: number;
  /** What was listed, where older versions are to be read too; else it is let go with the pages that are asked for. */
  readonly listed: ReadonlyMap<string, ListedPage>;
  readonly isComplete: boolean;
  /** Whether everything was told that was asked for; else the next run asks for all of it again. */
  readonly isWhole: boolean;
  readonly extras: PageExtras;
  readonly comments: PageComments;
  readonly names: NameBook;
  readonly envelopes: Envelopes;
  readonly files: FileKeeper;
  readonly plan: SyncPlan;
  /** New page id → the record that it continues. */
  readonly continued: ReadonlyMap<string, KnownPage>;
  readonly gone: readonly Gone[];
}

/** What is listed again of what is known, so that clocks and indexes that lag cost no page. */
const overlapMs = 24 * 3600_000;

/** Lists what is new and decides what to do, at a price that does not grow with the space unless a complete listing is due. */
export async function prepare(work: Work): Promise<Prepared> {
  const { config, context, before, note } = work;
  const isDue = context.full || isListingDue(before, context.asOf, config.fullListingDays);
  // A complete listing asks for the space too: its name and home page may be others by now.
  const isRemembered = isDue && before !== null;
  const connection = isRemembered ? { ...work.connection, space: await work.connection.wiki.space(config.space) } : work.connection;
  const { wiki, space } = connection;
  const extras = new PageExtras(wiki, config.limits.concurrency);
  // Whoever has just answered for the space is there for the search too.
  if (isDue) extras.beginSearch(space);
  const clean = (text: string): string => context.redact(text, "plain").text;
  const pages = [...(await context.knownPages(space.key))];
  const known = new Map(pages.map((page) => [wikiIdOf(page), page]));
  const names = new NameBook(wiki, clean);
  names.addKnown(pages);
  const tree = new PageTree(clean);
  const newest = newestInstant(pages, config.id);
  const since = newest === null ? null : new Date(Date.parse(newest) - overlapMs).toISOString();
  const changes = isDue || since === null ? null : await wiki.changes(space, since, (page) => hasState(known.get(page.pageId), page));
  const isComplete = changes === null;
  const listed = new Map<string, ListedPage>();
  for await (const page of changes ?? wiki.listing(space, known)) listed.set(page.pageId, page);
  if (!isComplete) addLost(pages, listed);
  const comers = await fromOtherSpaces(work, connection, known, listed);
  names.addKnown(comers);
  pages.push(...comers);
  for (const page of comers) known.set(wikiIdOf(page), page);
  // A complete listing tells the whole tree; folders are known by the places of pages alone and may be called otherwise by now.
  if (!isComplete) tree.addKnown(pages);
  tree.addListed(listed.values());
  await learnFolders(connection, tree, known, listed);
  const comments = new PageComments(wiki, config.comments, context.redact);
  if (isComplete) {
    await names.refresh(listed, pages);
    await extras.learnSpace(space, listed);
    comments.learnSpace(pages, extras);
  } else if (since !== null) {
    const commented = await comments.learnNew(space, since, pages);
    await learnNewFiles(connection, since, pages, { listed, extras, commented, clean });
  }
  if (extras.failure !== null)
    note("search", `${extras.failure.message}; labels, files and comments of pages that did not change may be older`, "fault");
  if (extras.isUntold)
    note(
      "search",
      `the wiki refuses the search, and ${listed.size} pages are too many to be asked one by one: labels, files and comments of those that did not change may be older; an account that may search would see them`,
    );
  const files = new FileKeeper(wiki, config, context.redact, note);
  const whole = planSync({
    known,
    listed,
    isComplete,
    tree,
    extras: (id) => extras.known(id),
    homePageId: space.homePageId,
    space: space.key,
    addressOf: ({ pageId }) => addressOf(wiki.siteUrl, pageId),
    redact: context.redact,
    lacksFiles: (page) => files.lacks(page),
    ...(isComplete ? { hasOtherNames: (page, listed) => names.withPresentNames(page.envelope, listed) !== page.envelope } : {}),
    hasOtherComments: (pageId) => comments.isOther(pageId),
  });
  const plan = withinWindow(whole, known, context, space.homePageId);
  const outside = whole.fetch.length - plan.fetch.length;
  if (outside > 0) note("window", `${outside} pages are older or newer than what was asked for: they are left to another run`);
  for (const { pageId, version } of plan.older)
    note(pageId, `the wiki shows version ${version}, older than the archive's, which stays; was a backup restored?`);
  const { continued, gone } = await settleAbsent(work, { plan, known, names, tree });
  const envelopes = new Envelopes({ source: config.id, siteUrl: wiki.siteUrl, space, names, tree, redact: context.redact });
  return {
    connection,
    known,
    count: listed.size,
    listed: context.history === undefined ? new Map() : withoutUnread(listed, whole, plan),
    isComplete,
    isWhole: extras.failure === null && outside === 0,
    extras,
    comments,
    names,
    envelopes,
    files,
    plan,
    continued,
    gone,
  };
}

/**
 * New pages outside of the days that were asked for are not read; those that are known are kept up to date. The home page is always read: it tells
 * whose the others are, and ids are made of that once and for all.
 */
function withinWindow(plan: SyncPlan, known: ReadonlyMap<string, KnownPage>, { window }: SourceContext, home: string | null): SyncPlan {
  if (window === undefined) return plan;
  const isWanted = (page: ListedPage): boolean =>
    known.has(page.pageId) ||
    page.pageId === home ||
    isWithin(window, { created: page.createdAt ?? page.createdOn ?? null, modified: page.modifiedAt ?? page.modifiedOn ?? null });
  return { ...plan, fetch: plan.fetch.filter(isWanted) };
}

/** Older versions are read of pages that the archive has, or gets. */
function withoutUnread(listed: ReadonlyMap<string, ListedPage>, whole: SyncPlan, plan: SyncPlan): ReadonlyMap<string, ListedPage> {
  const read = new Set(plan.fetch.map(({ pageId }) => pageId));
  const unread = new Set(whole.fetch.flatMap(({ pageId }) => (read.has(pageId) ? [] : [pageId])));
  return unread.size === 0 ? listed : new Map([...listed].filter(([pageId]) => !unread.has(pageId)));
}

/** Pages that the archive has from another space of this very wiki: they moved here, and their records go on. */
async function fromOtherSpaces(
  { context }: Work,
  { wiki, space }: Connection,
  known: ReadonlyMap<string, KnownPage>,
  listed: ReadonlyMap<string, ListedPage>,
): Promise<readonly KnownPage[]> {
  const fresh = new Set([...listed.keys()].filter((pageId) => !known.has(pageId)));
  if (fresh.size === 0) return [];
  const found = await context.pagesElsewhere(space.key, fresh);
  return found.filter(({ envelope }) => envelope.url?.startsWith(`${wiki.siteUrl}/`) === true);
}

/** Pages whose bodies the archive lost: nothing at the wiki tells that they are to be read. */
function addLost(pages: readonly KnownPage[], listed: Map<string, ListedPage>): void {
  for (const page of pages)
    if (page.lacksBody && isThere(page.envelope.status) && !listed.has(wikiIdOf(page))) listed.set(wikiIdOf(page), asListed(page));
}

interface Learnt {
  readonly listed: Map<string, ListedPage>;
  readonly extras: PageExtras;
  /** Known pages that have other comments. */
  readonly commented: readonly KnownPage[];
  readonly clean: (text: string) => string;
}

/** What came since the last run on pages that did not change themselves: attachments, and the comments that are known by now. */
async function learnNewFiles(
  { space }: Connection,
  since: string,
  pages: readonly KnownPage[],
  { listed, extras, commented, clean }: Learnt,
): Promise<void> {
  const byId = new Map(pages.map((page) => [wikiIdOf(page), page]));
  const has = (pageId: string, file: ListedAttachment): boolean =>
    byId.get(pageId)?.envelope.attachments.some((known) => keyOfFile(known) === keyOfFile({ ...file, name: clean(file.name) })) ?? false;
  const found = await extras.newFiles(space, since, has);
  const others = new Set(commented);
  const touched = pages.filter((page) => {
    const { version } = page.envelope;
    const files = found?.get(wikiIdOf(page));
    const shown = listed.get(wikiIdOf(page));
    // A page that changed itself is asked for everything anyway.
    if (shown !== undefined && shown.version !== version) return false;
    if (others.has(page)) return true;
    if (files === undefined) return false;
    return !files.every((file) => has(wikiIdOf(page), file));
  });
  const shown = touched.map((page) => listed.get(wikiIdOf(page)) ?? asListed(page));
  for (const page of shown) listed.set(page.pageId, page);
  await extras.learnPages(shown);
}

/** Folders above pages that are new or moved. A parent that is hidden from us is asked for as seldom as its pages move. */
async function learnFolders(
  { wiki }: Connection,
  tree: PageTree,
  known: ReadonlyMap<string, KnownPage>,
  listed: ReadonlyMap<string, ListedPage>,
): Promise<void> {
  const asked = new Set<string>();
  for (;;) {
    const missing = new Set<string>();
    for (const { pageId } of listed.values()) {
      const above = tree.missingAbove(pageId);
      const before = known.get(pageId);
      if (above !== null && !asked.has(above) && (before === undefined || tree.hasOtherParents(before))) missing.add(above);
    }
    if (missing.size === 0) return;
    for (const id of [...missing].sort()) {
      asked.add(id);
      const folder = await wiki.folder(id);
      if (folder) tree.add(id, folder.title, folder.parentId);
    }
  }
}

/** Of what this source itself gave: another one's newest page says nothing of when this one was read. */
function newestInstant(pages: readonly KnownPage[], source: string): string | null {
  let newest: string | null = null;
  for (const { envelope } of pages) {
    const instant = envelope.modifiedAt ?? startOf(envelope.modifiedOn);
    if (envelope.source === source && instant !== null && (newest === null || instant > newest)) newest = instant;
  }
  return newest;
}

/** The first instant of a day, for a lower bound: what is listed again covers any time zone. */
function startOf(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00.000Z`;
}
