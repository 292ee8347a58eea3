import { SourceError } from "../../../errors.ts";
import type { Answer } from "../../../http/client.ts";
import type { KnownPage } from "../../types.ts";
import type { CommentMark, Extras, Fate, FetchedPage, ListedAttachment, ListedComment, ListedPage, Wiki, WikiSpace } from "../types.ts";
import { feedUrl, reachesBackTo } from "./feed.ts";
import { PublicListing } from "./listing.ts";
import { type PagesPlace, PublicPages } from "./public-pages.ts";
import { extractVersions } from "./version-list.ts";
import { asListed } from "./view-as-listed.ts";
import { extractTreeRoot, readViewPage, type ViewPage } from "./view-page.ts";

/** A wiki that shows its pages to anybody and its interface to nobody: read as its readers do. */
export class PublicPagesWiki implements Wiki {
  readonly flavour = "pages";
  readonly bodiesAtOnce = 1;
  readonly namesInBulk = false;
  readonly siteUrl: string;
  readonly #pages: PublicPages;

  constructor(place: PagesPlace) {
    this.siteUrl = place.siteUrl;
    this.#pages = new PublicPages(place);
  }

  async space(key: string): Promise<WikiSpace> {
    for (const path of [`/display/${encodeURIComponent(key)}`, `/spaces/${encodeURIComponent(key)}/overview`]) {
      const answer = await this.#answerOrNull(`${this.siteUrl}${path}`);
      const shown = answer === null ? null : readViewPage(answer.body);
      if (answer === null || shown?.kind !== "page" || shown.spaceKey?.toLowerCase() !== key.toLowerCase()) continue;
      const { spaceKey, spaceName, pageId } = shown;
      this.#pages.remember(pageId, answer.url);
      return { id: spaceKey, key: spaceKey, name: spaceName, homePageId: extractTreeRoot(answer.body) ?? pageId };
    }
    throw new SourceError(
      "absent",
      `${this.siteUrl} has no space "${key}", or hides it from anonymous readers: expected the key as in its address, /display/KEY; check "space" and "auth" in the configuration`,
      {},
    );
  }

  listing(space: WikiSpace, known: ReadonlyMap<string, KnownPage>): AsyncIterable<ListedPage> {
    return new PublicListing(this.#pages, space, known).all();
  }

  /** By the feed of the space, where it goes back far enough. */
  async changes(space: WikiSpace, since: string): Promise<AsyncIterable<ListedPage> | null> {
    const entries = await this.#pages.feed(feedUrl(this.siteUrl, space.key, ["page", "blogpost"]));
    if (entries === null || !reachesBackTo(entries, since)) return null;
    const fresh = entries.filter(({ updated }) => updated >= since).map(({ pageId }) => pageId);
    return this.#lookAtAll(space, [...new Set(fresh)]);
  }

  /** A page is what a request gives. */
  bodies(): null {
    return null;
  }

  async page(listed: ListedPage): Promise<FetchedPage | null> {
    const view = this.#pages.taken(listed.pageId) ?? (await this.#pages.readable(listed.pageId, () => this.#pages.look(listed.pageId)));
    return view?.kind === "page" ? fetched(view, listed.parentId) : null;
  }

  /** Of the pages that the listing looked at. */
  async extras(): Promise<ReadonlyMap<string, Extras>> {
    return this.#pages.seen();
  }

  /** No list of files tells when they came. */
  async newAttachments(): Promise<null> {
    return null;
  }

  /** The feed names pages that changed, and a comment changes none. */
  async newComments(): Promise<null> {
    return null;
  }

  /** They come with the page. */
  async commentsOf({ pageId }: ListedPage, marks: readonly CommentMark[] | null): Promise<readonly ListedComment[] | null> {
    const found = marks ?? (await this.#pages.extrasOf(pageId)).marks;
    return (found as readonly ListedComment[] | undefined) ?? null;
  }

  async extrasOf({ pageId, labels }: ListedPage): Promise<Extras> {
    const found = await this.#pages.extrasOf(pageId);
    return { ...found, labels: labels ?? found.labels };
  }

  /** Pages stand below pages alone. */
  async folder(): Promise<null> {
    return null;
  }

  /** Readers are not told why a page is not shown, unless it says that it is in the trash. What may not be asked for is missing. */
  async fate({ pageId }: { pageId: string }, space: WikiSpace): Promise<Fate> {
    const shown = await this.#pages.allowed("pages that are no longer listed", () => this.#pages.look(pageId));
    if (shown === null) return "missing";
    if (shown.kind === "trashed") return "trashed";
    if (shown.kind !== "page") return "hidden";
    return shown.spaceKey === space.key ? "present" : "moved";
  }

  /** Pages name people where they mention them; there is no list of people for readers. */
  async names(): Promise<ReadonlyMap<string, string>> {
    return new Map();
  }

  async versions(listed: ListedPage): Promise<readonly number[]> {
    const newest = listed.version ?? this.#pages.versionOf(listed.pageId) ?? Number.POSITIVE_INFINITY;
    if (newest === 1) return [];
    const numbers = [...(await this.#versionsOf(listed.pageId)).keys()];
    return numbers.filter((number) => number < newest).sort((a, b) => b - a);
  }

  async version(listed: ListedPage, number: number): Promise<FetchedPage | null> {
    const id = (await this.#versionsOf(listed.pageId)).get(number);
    if (id === undefined) return null;
    const shown = await this.#pages.readable(id, () => this.#pages.lookAt(`${this.siteUrl}/pages/viewpage.action?pageId=${id}`));
    return shown?.kind === "page" ? { ...fetched(shown, listed.parentId), version: number } : null;
  }

  async file(_: string, { url, name }: ListedAttachment): Promise<Buffer> {
    if (url === null) throw new SourceError("absent", `${this.siteUrl} gives no address for the file ${name}`, {});
    return this.#pages.bytes(url);
  }

  async *#lookAtAll(space: WikiSpace, pageIds: readonly string[]): AsyncGenerator<ListedPage, void, undefined> {
    for (const pageId of pageIds) {
      const view = await this.#pages.readable(pageId, () => this.#pages.look(pageId));
      if (view?.kind !== "page" || view.spaceKey !== space.key) continue;
      this.#pages.hold(view);
      yield asListed(view, null);
    }
  }

  #versions: { readonly pageId: string; readonly found: Promise<ReadonlyMap<number, string>> } | null = null;

  /** Asked once for all versions of a page: they are read one behind the other. */
  #versionsOf(pageId: string): Promise<ReadonlyMap<number, string>> {
    if (this.#versions?.pageId !== pageId) this.#versions = { pageId, found: this.#readVersions(pageId) };
    return this.#versions.found;
  }

  async #readVersions(pageId: string): Promise<ReadonlyMap<number, string>> {
    const text = await this.#pages.given("older versions", `${this.siteUrl}/pages/viewpreviousversions.action?pageId=${pageId}`);
    return text === null ? new Map() : extractVersions(text);
  }

  async #answerOrNull(url: string): Promise<Answer | null> {
    try {
      return await this.#pages.answer(url);
    } catch (error) {
      if (error instanceof SourceError && error.fault === "absent") return null;
      throw error;
    }
  }
}

/** @throws SourceError for a page without its body: an empty one must not take its place */
function fetched(view: ViewPage, parentId: string | null): FetchedPage {
  if (view.body === null)
    throw new SourceError(
      "broken",
      `the page ${view.pageId} is shown without its contents: expected an element "main-content"; try again later`,
      {
        file: view.pageId,
      },
    );
  return { ...asListed(view, parentId), form: "view.html", body: view.body };
}
