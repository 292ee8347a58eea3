import { InputError, messageOf, SourceError } from "../../../errors.ts";
import { parsePageLink } from "../../../pages/links.ts";
import { inOrder } from "../../ahead.ts";
import type { KnownPage } from "../../types.ts";
import { asListed as asArchived, isThere } from "../plan.ts";
import type { ListedPage, WikiSpace } from "../types.ts";
import { type AlphabeticalPiece, alphabeticalUrl, extractAlphabetical, type NamedPage } from "./alphabetical.ts";
import { feedUrl, longestFeed } from "./feed.ts";
import { folded } from "./html.ts";
import type { PublicPages } from "./public-pages.ts";
import { RobotsError } from "./reader.ts";
import { childrenUrl, extractChildren, type TreeEntry } from "./tree.ts";
import { asListed } from "./view-as-listed.ts";

/** Requests under way at once before the host's own gate. */
const atOnce = 4;
/** No honest list is shown in more pieces. */
const mostPieces = 2_000;

interface Place {
  readonly title: string;
  readonly parentId: string | null;
}

/** An address that a page is looked at, and what is known of the page before. */
interface Stop {
  readonly pageId: string | null;
  readonly address: string | null;
  readonly place: Place | null;
}

/**
 * All pages of a space: the page tree, walked to the end of each branch, and the alphabetical list, which also names what stands outside of the
 * tree and so proves that nothing is missing. Pages that the archive has are looked at: nothing but the page itself tells whether it changed.
 */
export class PublicListing {
  readonly #pages: PublicPages;
  readonly #space: WikiSpace;
  readonly #known: ReadonlyMap<string, KnownPage>;

  constructor(pages: PublicPages, space: WikiSpace, known: ReadonlyMap<string, KnownPage>) {
    this.#pages = pages;
    this.#space = space;
    this.#known = known;
  }

  /** @throws SourceError where neither list is given, or one breaks off */
  async *all(): AsyncGenerator<ListedPage, void, undefined> {
    const tree = await this.#tree();
    const names = await this.#alphabetical();
    if (tree === null && names === null)
      throw new SourceError(
        "refused",
        `${this.#pages.siteUrl} shows no list of the pages of the space "${this.#space.key}", neither its page tree nor its alphabetical list: expected one of them; see the notes of this run, and ask the operator for an account`,
        {},
      );
    const home = await this.#home();
    const stops = [...this.#stopsOf(tree, names, home), ...(await this.#posts())];
    const given = new Set<string>();
    if (home !== null) {
      given.add(home.pageId);
      yield home;
    }
    for await (const page of inOrder(onceEach(stops), atOnce, (stop) => this.#listed(stop))) {
      if (page === null || given.has(page.pageId)) continue;
      given.add(page.pageId);
      yield page;
    }
  }

  /** The tree begins below it, and does not name it. */
  async #home(): Promise<ListedPage | null> {
    const { homePageId } = this.#space;
    return homePageId === null ? null : this.#listed({ pageId: homePageId, address: null, place: null });
  }

  #stopsOf(tree: ReadonlyMap<string, Place> | null, names: readonly NamedPage[] | null, home: ListedPage | null): Stop[] {
    const inTree: Stop[] = [...(tree ?? [])].map(([pageId, place]) => ({ pageId, address: null, place }));
    const titles = new Set([...(tree?.values() ?? []), ...(home === null ? [] : [home])].map(({ title }) => titleKey(title)));
    const strays = (names ?? []).filter(({ title, href }) => {
      const target = parsePageLink(href);
      return !titles.has(titleKey(title)) && !(target?.by === "id" && tree?.has(target.pageId));
    });
    const outside = strays.map(({ href }): Stop => ({ pageId: null, address: href, place: null }));
    // Where the tree alone was given, what it misses is asked about itself.
    const remembered = names === null ? this.#knownStops((page) => !tree?.has(page)) : [];
    return [...inTree, ...outside, ...remembered];
  }

  #knownStops(isWanted: (pageId: string, page: KnownPage) => boolean): Stop[] {
    return [...this.#known]
      .filter(([pageId, page]) => isThere(page.envelope.status) && isWanted(pageId, page))
      .map(([pageId]) => ({ pageId, address: null, place: null }));
  }

  /** Posts stand in no list that is whole: those that are known are looked at, and the newest ones are in the feed. */
  async #posts(): Promise<Stop[]> {
    const known = this.#knownStops((_, { envelope }) => envelope.contentType === "blogpost");
    const feed = await this.#pages.feed(feedUrl(this.#pages.siteUrl, this.#space.key, ["blogpost"]));
    if (feed === null || feed.length >= longestFeed)
      this.#pages.noteOnce("posts", "the wiki does not list all posts of the space to anonymous readers: some may be missing");
    return [...known, ...(feed ?? []).map(({ pageId }): Stop => ({ pageId, address: null, place: null }))];
  }

  async #listed({ pageId, address, place }: Stop): Promise<ListedPage | null> {
    if (pageId !== null && place !== null && !this.#known.has(pageId)) return unseen(pageId, place);
    try {
      const view = pageId === null ? await this.#pages.lookAt(address ?? "") : await this.#pages.look(pageId);
      if (view.kind !== "page" || view.spaceKey !== this.#space.key) return null;
      const before = this.#known.get(view.pageId);
      if (before !== undefined) await this.#pages.learnFiles(view, before);
      if (before?.envelope.version !== view.history.version) this.#pages.hold(view);
      return asListed(view, place?.parentId ?? null);
    } catch (error) {
      if (pageId === null || !(error instanceof InputError || error instanceof RobotsError)) throw error;
      return this.#unseen(pageId, place, error);
    }
  }

  /** A page that is listed and cannot be looked at: as it is known, or for its place alone. */
  #unseen(pageId: string, place: Place | null, error: InputError | RobotsError): ListedPage | null {
    const isForbidden = error instanceof RobotsError;
    this.#pages.noteOnce(isForbidden ? "pages by their ids" : pageId, messageOf(error));
    const before = this.#known.get(pageId);
    if (before !== undefined) return isForbidden ? asArchived(before) : { ...asArchived(before), version: null };
    return place === null ? null : unseen(pageId, place);
  }

  /** Null where the wiki shows no tree. */
  async #tree(): Promise<ReadonlyMap<string, Place> | null> {
    const root = this.#space.homePageId;
    const first = root === null ? null : await this.#pages.given("the page tree", childrenUrl(this.#pages.siteUrl, root));
    if (root === null || first === null) return null;
    const places = new Map<string, Place>();
    let level = this.#place(root, extractChildren(first), places);
    while (level.length > 0) {
      const below: TreeEntry[] = [];
      for await (const { parent, children } of inOrder(level, atOnce, (entry) => this.#children(entry)))
        below.push(...this.#place(parent.pageId, children, places));
      level = below;
    }
    return places;
  }

  async #children(parent: TreeEntry): Promise<{ parent: TreeEntry; children: readonly TreeEntry[] }> {
    const url = childrenUrl(this.#pages.siteUrl, parent.pageId);
    const children = extractChildren(await this.#pages.text(url));
    if (children.length > 0) return { parent, children };
    throw new SourceError(
      "broken",
      `the page tree at ${url.split("?")[0]} breaks off below ${parent.pageId}: nothing of it is used; try again later`,
      {
        file: parent.pageId,
      },
    );
  }

  /** The branches among children that are met for the first time. */
  #place(parentId: string, children: readonly TreeEntry[], places: Map<string, Place>): TreeEntry[] {
    const fresh = children.filter(({ pageId }) => !places.has(pageId) && pageId !== this.#space.homePageId);
    for (const { pageId, title, href } of fresh) {
      places.set(pageId, { title, parentId });
      this.#pages.remember(pageId, href);
    }
    return fresh.filter(({ isBranch }) => isBranch);
  }

  /** Null where the wiki shows no such list. */
  async #alphabetical(): Promise<readonly NamedPage[] | null> {
    const found: NamedPage[] = [];
    const asked = new Set<string>();
    let url: string | null = alphabeticalUrl(this.#pages.siteUrl, this.#space.key);
    while (url !== null) {
      const text: string | null =
        asked.size === 0 ? await this.#pages.given("the alphabetical list of pages", url) : await this.#pages.text(url);
      const piece: AlphabeticalPiece | null = text === null ? null : extractAlphabetical(text);
      if (piece === null || (piece.pages.length === 0 && asked.size === 0)) return null;
      asked.add(url);
      const next: string | null = piece.next === null ? null : this.#pages.ownUrl(piece.next, url);
      if (piece.pages.length === 0 || (next !== null && asked.has(next)) || asked.size > mostPieces)
        throw new SourceError(
          "broken",
          `the alphabetical list at ${url.split("?")[0]} breaks off: nothing of it is used; try again later`,
          {},
        );
      found.push(...piece.pages);
      url = next;
    }
    return found;
  }
}

function onceEach(stops: readonly Stop[]): Stop[] {
  const met = new Set<string>();
  return stops.filter(({ pageId }) => {
    const isNew = pageId === null || !met.has(pageId);
    if (pageId !== null) met.add(pageId);
    return isNew;
  });
}

/** Titles are told apart without their case, and only once in a space. */
function titleKey(title: string): string {
  return folded(title).normalize("NFC").toLowerCase();
}

/** A page that will be read in any case: its place is all that is needed before. */
function unseen(pageId: string, { title, parentId }: Place): ListedPage {
  const nobody = { createdAt: null, createdBy: null, modifiedAt: null, modifiedBy: null };
  return { pageId, type: "page", title, status: "current", version: null, ...nobody, parentId, labels: null };
}
