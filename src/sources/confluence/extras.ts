import { SourceError } from "../../errors.ts";
import { inOrder } from "../ahead.ts";
import type { Extras, FetchedPage, IsKnownOf, ListedAttachment, ListedPage, Wiki, WikiSpace } from "./types.ts";

/** Up to this many pages each is asked where the search is refused or finds no file at all; in larger spaces some are, evenly spread. */
const pagesToAsk = 100;
const pagesToSample = 50;

export const nothingTold: Extras = { labels: null, attachments: null, comments: null };

/**
 * Labels, attachments and counts of comments. In bulk the search tells them, whose index lags and which some servers do not fill: so a search that
 * finds no file in a whole space is checked against pages, and one that misses a file that a body names is not believed about that page.
 */
export class PageExtras {
  readonly #wiki: Wiki;
  readonly #concurrency: number;
  #found: Map<string, Extras> | null = null;
  #search: Promise<ReadonlyMap<string, Extras> | null> | null = null;
  /** Why the search did not tell what it should have. */
  failure: SourceError | null = null;
  /** The search is refused, and the pages are too many to be asked. */
  isUntold = false;

  constructor(wiki: Wiki, concurrency: number) {
    this.#wiki = wiki;
    this.#concurrency = concurrency;
  }

  /** Asks the search while the pages are listed: neither needs the other. Public pages tell what hangs on them by being listed. */
  beginSearch(space: WikiSpace): void {
    if (this.#wiki.flavour === "pages") return;
    this.#search = this.#bulk(() => this.#wiki.extras(space));
    // Where the listing fails, nobody waits for the search.
    this.#search.catch(() => undefined);
  }

  /** For a complete listing. */
  async learnSpace(space: WikiSpace, listed: ReadonlyMap<string, ListedPage>): Promise<void> {
    const found = await (this.#search ?? this.#bulk(() => this.#wiki.extras(space)));
    this.#search = null;
    if (found === null && this.failure === null) {
      this.isUntold = listed.size > pagesToAsk;
      if (!this.isUntold) await this.learnPages([...listed.values()]);
      return;
    }
    // What pages say of themselves needs no second opinion.
    const isEmpty =
      this.#wiki.flavour !== "pages" &&
      found !== null &&
      [...found.values()].every(({ attachments }) => attachments === null || attachments.length === 0);
    const told = isEmpty ? await this.#checked(found, listed) : found;
    this.#found = told && new Map(told);
  }

  /** A search that is broken costs what it would have told, and not the run. */
  async #bulk<T>(ask: () => Promise<T | null>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof SourceError) || error.fault !== "broken") throw error;
      this.failure = error;
      return null;
    }
  }

  /** Files that came since an instant, as the search tells; null where it does not. */
  async newFiles(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<ListedAttachment>,
  ): Promise<ReadonlyMap<string, readonly ListedAttachment[]> | null> {
    return this.#bulk(() => this.#wiki.newAttachments(space, since, isKnown));
  }

  /** For pages that did not change themselves. */
  async learnPages(pages: readonly ListedPage[]): Promise<void> {
    const found = new Map<string, Extras>();
    for await (const [id, extras] of this.#each(pages)) found.set(id, extras);
    this.#found = found;
  }

  /** Null where nothing was told of the page. */
  known(pageId: string): Extras | null {
    return this.#found?.get(pageId) ?? null;
  }

  /** To be asked once of a page: what is told here is let go. */
  async of(page: FetchedPage): Promise<Extras> {
    const found = this.known(page.pageId);
    this.#found?.delete(page.pageId);
    const names = new Set(found?.attachments?.map(({ name }) => name));
    const isWhole = found?.attachments != null && ownFilesIn(page.body).every((name) => names.has(name));
    return found !== null && isWhole ? found : this.#ask({ ...page, labels: page.labels ?? found?.labels ?? null });
  }

  /** What the search found, where pages agree that there are no files; else what pages say, or null where only some were asked. */
  async #checked(found: ReadonlyMap<string, Extras>, listed: ReadonlyMap<string, ListedPage>): Promise<ReadonlyMap<string, Extras> | null> {
    const pages = [...listed.values()].map((page) => ({ ...page, labels: page.labels ?? found.get(page.pageId)?.labels ?? null }));
    const step = pages.length <= pagesToAsk ? 1 : Math.floor(pages.length / pagesToSample);
    const asked = new Map<string, Extras>();
    for await (const [id, extras] of this.#each(pages.filter((_, index) => index % step === 0))) asked.set(id, extras);
    const isRefuted = [...asked.values()].some(({ attachments }) => attachments !== null && attachments.length > 0);
    if (step === 1) return asked;
    return isRefuted ? null : found;
  }

  #each(pages: readonly ListedPage[]): AsyncGenerator<readonly [string, Extras], void, undefined> {
    return inOrder(pages, this.#concurrency, async (page) => [page.pageId, await this.#ask(page)] as const);
  }

  /** A page may go while it is asked, and what hangs on it may be for members alone: then nothing is told of it. */
  async #ask(page: ListedPage): Promise<Extras> {
    try {
      return await this.#wiki.extrasOf(page);
    } catch (error) {
      if (error instanceof SourceError && [403, 404, 410].includes(error.status ?? 0)) return { ...nothingTold, labels: page.labels };
      throw error;
    }
  }
}

/** Names of files that a body in the storage format takes from its own page: those of others name that page within. */
export function ownFilesIn(storage: string): string[] {
  const found = storage.matchAll(/<ri:attachment\b[^>]{0,500}?\bri:filename="([^"]{1,300})"[^>]{0,300}\/>/g);
  return [...new Set([...found].map(([, name]) => unescaped(name ?? "")))];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#\d{1,6});/g, (whole, name: string) =>
    name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (entities[name] ?? whole),
  );
}
