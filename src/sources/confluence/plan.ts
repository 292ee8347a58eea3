import { byCodeUnits } from "../../records/order.ts";
import { type KnownPage, type Redactor, wikiIdOf } from "../types.ts";
import type { PageTree } from "./tree.ts";
import type { Extras, ListedPage } from "./types.ts";

/** A page that is known and of which more changed than nothing and less than its body. */
export interface Touched {
  readonly known: KnownPage;
  readonly listed: ListedPage;
}

export interface SyncPlan {
  /** New, or with another body than ours. Taken out when they are asked for: of a large space what was listed is many megabytes. */
  readonly fetch: ListedPage[];
  readonly touch: readonly Touched[];
  /** Known, and named by no listing that was complete. */
  readonly absent: readonly KnownPage[];
  /** Known in a newer state than the wiki shows: nothing is done. */
  readonly older: readonly ListedPage[];
}

interface PlanInput {
  /** What the archive holds of the space, by the wiki's page id. */
  readonly known: ReadonlyMap<string, KnownPage>;
  readonly listed: ReadonlyMap<string, ListedPage>;
  /** Whether `listed` is all that there is; else it is what changed. */
  readonly isComplete: boolean;
  readonly tree: PageTree;
  /** Null for a page of which nothing is told this time. */
  readonly extras: (pageId: string) => Extras | null;
  readonly homePageId: string | null;
  /** The key of the space: a page may have come from another one. */
  readonly space?: string;
  /** Where the wiki shows a page now: it may have moved as a whole and kept its numbers. */
  readonly addressOf?: (page: ListedPage) => string;
  /** What is listed is compared with what was written, which is redacted. */
  readonly redact: Redactor;
  /** Whether files of a page are wanted that the archive does not have. */
  readonly lacksFiles: (page: KnownPage) => boolean;
  /** Whether people that a page names are called otherwise by now. */
  readonly hasOtherNames?: (page: KnownPage, listed: ListedPage) => boolean;
  /** Whether a page has other comments than the archive knows. */
  readonly hasOtherComments?: (pageId: string) => boolean;
}

/** What a run has to do, from what is known and what is listed. Pure. */
export function planSync(input: PlanInput): SyncPlan {
  const { known, listed, isComplete, tree, extras, lacksFiles } = input;
  const fetch: ListedPage[] = [];
  const touch: Touched[] = [];
  const older: ListedPage[] = [];
  for (const page of byId(listed.values())) {
    const before = known.get(page.pageId);
    if (before === undefined || hasOtherBody(before, page)) fetch.push(page);
    else if (isOlder(before.envelope, page)) older.push(page);
    else if (hasOtherFacts(before, page, extras(page.pageId), input) || (extras(page.pageId) !== null && lacksFiles(before)))
      touch.push({ known: before, listed: page });
  }
  // A page that was not listed may stand below one that was moved or renamed.
  if (!isComplete)
    for (const before of byKnownId(known.values()))
      if (isThere(before.envelope.status) && !listed.has(wikiIdOf(before)) && tree.hasOtherParents(before))
        touch.push({ known: before, listed: asListed(before) });
  const absent = isComplete ? byKnownId(known.values()).filter((page) => isThere(page.envelope.status) && !listed.has(wikiIdOf(page))) : [];
  return { fetch, touch, absent, older };
}

/** Pages that a wiki shows. What is gone already is not missed again. */
export function isThere(status: KnownPage["envelope"]["status"]): boolean {
  return status === "current" || status === "archived";
}

/** Exports name no versions: what they gave is read anew. */
function hasOtherBody({ envelope, lacksBody }: KnownPage, page: ListedPage): boolean {
  if (lacksBody) return !isOlder(envelope, page);
  if (envelope.version === null || page.version === null) return true;
  return page.version > envelope.version || (page.version === envelope.version && hasOtherTime(envelope, page));
}

/** A wiki that tells days alone cannot contradict an instant, and a day that it does not tell yet ("yesterday") says nothing. */
function hasOtherTime(envelope: KnownPage["envelope"], page: ListedPage): boolean {
  if (page.modifiedAt !== null || page.modifiedOn === undefined) return page.modifiedAt !== envelope.modifiedAt;
  return envelope.modifiedAt === null && page.modifiedOn !== null && page.modifiedOn !== envelope.modifiedOn;
}

function isOlder(envelope: KnownPage["envelope"], page: ListedPage): boolean {
  return envelope.version !== null && page.version !== null && page.version < envelope.version;
}

function hasOtherFacts(before: KnownPage, page: ListedPage, extras: Extras | null, input: PlanInput): boolean {
  const { tree, homePageId, redact, addressOf } = input;
  const { envelope } = before;
  const clean = (text: string): string => redact(text, "plain").text;
  const labels = (page.labels ?? extras?.labels ?? null)?.map(clean) ?? null;
  return (
    envelope.status !== page.status ||
    (input.space !== undefined && envelope.space !== input.space) ||
    (addressOf !== undefined && envelope.url !== addressOf(page)) ||
    envelope.isHome !== (page.pageId === homePageId) ||
    tree.titleOf(page) !== envelope.title ||
    tree.hasOtherParents(before) ||
    (labels !== null && JSON.stringify(labels) !== JSON.stringify(envelope.labels)) ||
    (extras?.attachments != null && keyOfFiles(extras.attachments, clean) !== keyOfFiles(envelope.attachments, (name) => name)) ||
    (extras?.comments != null && extras.comments !== envelope.commentCount) ||
    input.hasOtherNames?.(before, page) === true ||
    input.hasOtherComments?.(page.pageId) === true
  );
}

interface FileMarks {
  readonly name: string;
  readonly bytes: number | null;
  readonly url?: string | null | undefined;
}

function keyOfFiles(files: readonly FileMarks[], clean: (name: string) => string): string {
  return JSON.stringify(files.map((file) => keyOfFile({ ...file, name: clean(file.name) })));
}

/** What tells files apart. Of an address its version alone: the search and the page's own list write the same address in two ways. */
export function keyOfFile({ name, bytes, url }: FileMarks): string {
  return JSON.stringify([name, bytes, /[?&]version=(\d+)/.exec(url ?? "")?.[1] ?? null]);
}

/** Whether the archive has a page in the state that is listed. */
export function hasState(known: KnownPage | undefined, { version, modifiedAt }: ListedPage): boolean {
  return known !== undefined && !known.lacksBody && known.envelope.version === version && known.envelope.modifiedAt === modifiedAt;
}

/** A known page as a listing would show it, for pages of which only the surroundings changed. */
export function asListed(known: KnownPage): ListedPage {
  const { envelope } = known;
  return {
    pageId: wikiIdOf(known),
    type: envelope.contentType ?? "page",
    title: envelope.title,
    status: envelope.status === "archived" ? "archived" : "current",
    version: envelope.version,
    createdAt: null,
    createdBy: null,
    modifiedAt: envelope.modifiedAt,
    modifiedBy: null,
    parentId: envelope.parents.at(-1)?.pageId ?? null,
    labels: envelope.labels,
  };
}

/** Ids count up: the oldest page first, on every run alike. */
function byId(pages: Iterable<ListedPage>): ListedPage[] {
  return [...pages].sort((a, b) => compareIds(a.pageId, b.pageId));
}

function byKnownId(pages: Iterable<KnownPage>): KnownPage[] {
  return [...pages].sort((a, b) => compareIds(wikiIdOf(a), wikiIdOf(b)));
}

/** Ids count up. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || byCodeUnits(a, b);
}
