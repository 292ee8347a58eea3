import { InputError, messageOf, SourceError } from "../../../errors.ts";
import type { Answer, HttpClient } from "../../../http/client.ts";
import type { KnownPage } from "../../types.ts";
import { sortedNames } from "../fields.ts";
import type { Extras, ListedAttachment, ListedComment, Notice } from "../types.ts";
import { extractAttachments } from "./attachment-list.ts";
import { extractFeed, type FeedEntry } from "./feed.ts";
import { PageReader, RobotsError } from "./reader.ts";
import { readViewPage, type Shown, type ViewPage } from "./view-page.ts";

/** Pages that wait to be read: enough for what is new since yesterday, too few to fill the memory with a space. */
const mostHeld = 200;
/** No page shows its files in more pieces. */
const mostPieces = 100;

export interface PagesPlace {
  readonly http: HttpClient;
  /** With the context path, `https://wiki.example.org/confluence`. */
  readonly siteUrl: string;
  readonly notice: Notice;
  readonly readsComments?: boolean;
}

/** The pages of one wiki as readers see them, and what was seen of each so far. */
export class PublicPages {
  readonly siteUrl: string;
  readonly #http: HttpClient;
  readonly #reader: PageReader;
  readonly #notice: Notice;
  readonly #noted = new Set<string>();
  /** Where lists lead to a page: robots.txt often allows these addresses and forbids those by id. */
  readonly #addresses = new Map<string, string>();
  readonly #seen = new Map<string, Pick<ViewPage, "labels" | "attachments" | "comments" | "said" | "history">>();
  readonly #files = new Map<string, readonly ListedAttachment[]>();
  readonly #held = new Map<string, ViewPage>();

  readonly #readsComments: boolean;

  constructor({ http, siteUrl, notice, readsComments = false }: PagesPlace) {
    this.#readsComments = readsComments;
    this.siteUrl = siteUrl;
    this.#http = http;
    this.#reader = new PageReader(http, siteUrl);
    this.#notice = notice;
  }

  answer(url: string): Promise<Answer> {
    return this.#reader.html(url);
  }

  async text(url: string): Promise<string> {
    return (await this.answer(url)).body;
  }

  bytes(url: string): Promise<Buffer> {
    return this.#reader.bytes(url);
  }

  /** Null where the wiki does not show it to us, or robots.txt forbids it; the run report tells the latter. */
  async given(what: string, url: string): Promise<string | null> {
    try {
      return await this.allowed(what, () => this.text(url));
    } catch (error) {
      if (!isHidden(error)) throw error;
      return null;
    }
  }

  /** Null, and a note, where robots.txt forbids it. */
  async allowed<T>(what: string, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof RobotsError)) throw error;
      this.noteOnce(what, error.message);
      return null;
    }
  }

  noteOnce(what: string, reason: string): void {
    if (this.#noted.has(what)) return;
    this.#noted.add(what);
    this.#notice(what, reason);
  }

  /** @throws SourceError for a link that leads to another server */
  ownUrl(href: string, base: string): string {
    const url = URL.canParse(href, base) ? new URL(href, base).href : "";
    if (this.#http.isOwn(url)) return url;
    throw new SourceError("broken", `${base.split("?")[0]} continues at another server, which is not followed`, {});
  }

  remember(pageId: string, href: string): void {
    const url = URL.canParse(href, `${this.siteUrl}/`) ? new URL(href, `${this.siteUrl}/`) : null;
    url?.searchParams.delete("src");
    if (url && this.#http.isOwn(url.href)) this.#addresses.set(pageId, url.href);
  }

  /**
   * The page of an id, by the address that a list gave; where another page stands there by now, by its id.
   * @throws RobotsError where all its addresses are forbidden
   */
  async look(pageId: string): Promise<Shown> {
    const byId = `${this.siteUrl}/pages/viewpage.action?pageId=${pageId}`;
    const address = this.#addresses.get(pageId);
    const shown = address === undefined ? null : await this.#lookAtOrNull(address);
    return shown?.kind === "page" && shown.pageId === pageId ? shown : this.lookAt(byId);
  }

  async #lookAtOrNull(address: string): Promise<Shown | null> {
    try {
      return await this.lookAt(address);
    } catch (error) {
      if (error instanceof RobotsError) return null;
      throw error;
    }
  }

  async lookAt(href: string): Promise<Shown> {
    const url = this.ownUrl(href, `${this.siteUrl}/`);
    let html: string;
    try {
      html = await this.text(url);
    } catch (error) {
      if (!isHidden(error)) throw error;
      return { kind: "gone" };
    }
    const shown = readViewPage(html);
    if (shown.kind === "page" && shown.isNewest) {
      const { labels, attachments, comments, history } = shown;
      const said = this.#readsComments ? shown.said : [];
      this.#seen.set(shown.pageId, { labels, attachments, comments, said, history });
    }
    // A notice of maintenance must not look like a page that is gone.
    if (shown.kind === "foreign")
      throw new SourceError("broken", `${url.split("?")[0]} shows no page of Confluence: expected its id in its head; try again later`, {
        file: url,
      });
    return shown;
  }

  /** A page that was looked at and will be read: it need not be asked for again. */
  hold(view: ViewPage): void {
    if (this.#held.size < mostHeld) this.#held.set(view.pageId, view);
  }

  taken(pageId: string): ViewPage | null {
    const view = this.#held.get(pageId) ?? null;
    this.#held.delete(pageId);
    return view;
  }

  /** Null where the wiki gives no feed. */
  async feed(url: string): Promise<readonly FeedEntry[] | null> {
    const text = await this.given("the feed of changes", url);
    const entries = text === null ? null : extractFeed(text);
    for (const { pageId, href } of entries ?? []) if (href !== null) this.remember(pageId, href);
    return entries;
  }

  /** The list of files of a page that has more or fewer than the archive knows. A file that was replaced shows in no number. */
  async learnFiles(view: ViewPage, { envelope }: KnownPage): Promise<void> {
    if (view.attachments !== null && view.attachments !== 0 && view.attachments !== envelope.attachments.length) {
      const files = await this.#list(view.pageId);
      if (files !== null) this.#files.set(view.pageId, files);
    }
  }

  /** What pages that were looked at said of themselves; null for their files where these were not listed. */
  seen(): ReadonlyMap<string, Extras> {
    const found = [...this.#seen].map(([pageId, { labels, attachments, comments, said }]): [string, Extras] => {
      const files = attachments === 0 ? [] : (this.#files.get(pageId) ?? null);
      return [pageId, { labels, attachments: files, comments, ...this.#marks(comments, said) }];
    });
    return new Map(found);
  }

  /** Of a page that was looked at. */
  versionOf(pageId: string): number | null {
    return this.#seen.get(pageId)?.history.version ?? null;
  }

  async extrasOf(pageId: string): Promise<Extras> {
    if (!this.#seen.has(pageId)) await this.look(pageId);
    const seen = this.#seen.get(pageId);
    if (seen === undefined) return { labels: null, attachments: null, comments: null };
    const attachments = seen.attachments === 0 ? [] : (this.#files.get(pageId) ?? (await this.#list(pageId)));
    return { labels: seen.labels, attachments, comments: seen.comments, ...this.#marks(seen.comments, seen.said) };
  }

  /** Where a theme shows no comments it does not say that there are none. */
  #marks(count: number | null, said: readonly ListedComment[]): Pick<Extras, "marks"> {
    return this.#readsComments ? { marks: count === null ? null : said } : {};
  }

  /** @returns null, and a note, where HTML is too deep to be read */
  async readable<T>(pageId: string, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#notice(pageId, messageOf(error), "fault");
      return null;
    }
  }

  async #list(pageId: string): Promise<readonly ListedAttachment[] | null> {
    const found = new Map<string, ListedAttachment>();
    let url: string | null = `${this.siteUrl}/pages/viewpageattachments.action?pageId=${pageId}`;
    for (let pieces = 0; url !== null && pieces < mostPieces; pieces += 1) {
      const text: string | null = await this.given("lists of attachments", url);
      if (text === null) return null;
      const { attachments, next } = extractAttachments(text, this.siteUrl);
      const before = found.size;
      for (const file of attachments) found.set(file.id, file);
      url = next === null || found.size === before ? null : this.ownUrl(next, url);
    }
    return sortedNames([...found.values()]);
  }
}

/** Not there, or not for anonymous readers. */
function isHidden(error: unknown): boolean {
  return error instanceof SourceError && !(error instanceof RobotsError) && (error.fault === "refused" || error.fault === "absent");
}
