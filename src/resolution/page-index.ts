import { type NamedPage, parseFileLink, parsePageLink } from "../pages/links.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { FormerAddresses } from "./former-addresses.ts";

interface KnownPage {
  readonly id: string;
  readonly envelope: RawEnvelope;
}

/** What tells whether a number means a page. */
interface Numbered {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly number: string;
  /** The page has another number since a migration. */
  readonly isFormer: boolean;
  /** Where the page is by now; null where nobody says. */
  readonly host: string | null;
}

/** A page under its title. */
interface Titled {
  readonly id: string;
  /** The highest is meant. */
  readonly rank: number;
}

/** Finds the page that a link means among all pages of the archive. */
export class PageIndex {
  /** Two wikis, or two spaces that were copied, may use one number twice. */
  readonly #byPageId = new Map<string, Numbered[]>();
  /** Hosts whose pages had other numbers before: a number of another address says nothing there, unless it is one of these. */
  readonly #migrated = new Set<string>();
  readonly #byTitle = new Map<string, Titled>();
  /** By titles of which addresses kept letters and digits alone; null where two pages have the same. */
  readonly #bySlug = new Map<string, string | null>();
  readonly #former: FormerAddresses;
  /** Null where redaction left two files the same name: which of them a link means, nobody can tell. */
  readonly #byFile = new Map<string, string | null>();

  /** `formerUrls`: where wikis were before. */
  constructor(pages: readonly KnownPage[], formerUrls: readonly string[] = []) {
    this.#former = new FormerAddresses(formerUrls, new Set(pages.flatMap(({ envelope }) => siteOf(envelope.url) ?? [])));
    const hosts = new Map<string, string>();
    for (const { id, envelope } of pages) {
      const { pageId, currentId, title, url } = envelope;
      const found = hostOf(url);
      // All pages of a wiki have one host: it is held once, and none of the addresses that it is a piece of.
      const host = found === null ? null : (hosts.get(found) ?? found);
      if (host !== null) hosts.set(host, host);
      this.#number({ id, title, url, host, number: currentId ?? pageId, isFormer: false });
      if (currentId !== undefined) this.#number({ id, title, url, host, number: pageId, isFormer: true });
      if (currentId !== undefined && host !== null) this.#migrated.add(host);
      this.#title(id, envelope);
      if (envelope.file === null) continue;
      const file = `${envelope.space}\n${envelope.file}`;
      this.#byFile.set(file, this.#byFile.has(file) ? null : id);
    }
  }

  /** The page of this number in the space, else the only one anywhere; null where several other spaces have one. */
  byPageId(pageId: string, space: string): string | null {
    const numbered = this.#byPageId.get(pageId) ?? [];
    const present = numbered.filter(({ isFormer }) => !isFormer);
    return chosenOf(present, space) ?? chosenOf(numbered, space);
  }

  /** The page that a number means at an address: where its wiki was before a migration, the number is one of before. */
  #byPageIdAt(pageId: string, space: string, host: string | null): string | null {
    const numbered = this.#byPageId.get(pageId) ?? [];
    if (host === null || numbered.some((page) => !page.isFormer && (page.host === host || page.host === null)))
      return this.byPageId(pageId, space);
    const former = numbered.filter(({ isFormer }) => isFormer);
    const kept = numbered.filter((page) => page.host !== null && !this.#migrated.has(page.host));
    return chosenOf(former.length > 0 ? former : kept, space);
  }

  /**
   * The page that a link below a former address means. Its number counts where a page bears it from then, or where the title that the link shows is
   * that page's too; else the title in the address.
   */
  #atFormer(path: string, space: string, text: string | null): string | null {
    const target = parsePageLink(path);
    if (target === null || target.by === "file") return null;
    if (target.by === "title") return this.#byName(target);
    const { named } = target;
    const shown = new Set([named?.title, text].map((title) => slugOf(title ?? "")).filter((slug) => slug !== ""));
    const meant = this.#ofThen(target.pageId, space, (title) => shown.has(slugOf(title)));
    return meant ?? (named ? this.#byName(named) : null);
  }

  /** The page that had a number when its wiki was at a former address, or has it still as `isSame` tells of its title. */
  #ofThen(pageId: string, space: string, isSame: (title: string) => boolean): string | null {
    const numbered = this.#byPageId.get(pageId) ?? [];
    const kept = numbered.filter(({ isFormer, url }) => isFormer || url === null || this.#former.pathIn(url) !== null);
    return (
      chosenOf(kept, space) ??
      chosenOf(
        numbered.filter(({ title }) => isSame(title)),
        space,
      )
    );
  }

  #byName({ space, title }: NamedPage): string | null {
    const exact = this.#byTitle.get(titleKey(space, title))?.id;
    return exact ?? this.#bySlug.get(`${space.toLowerCase()}\n${slugOf(title)}`) ?? null;
  }

  /** Of a page and a post with one title, or one that was deleted and one that took its place, a link means the page that is there. */
  #title(id: string, { space, title, contentType, status }: RawEnvelope): void {
    const rank = (status === "current" || status === "archived" ? 2 : 0) + (contentType === "blogpost" ? 0 : 1);
    const key = titleKey(space, title);
    if (rank > (this.#byTitle.get(key)?.rank ?? -1)) this.#byTitle.set(key, { id, rank });
    const slug = `${space.toLowerCase()}\n${slugOf(title)}`;
    this.#bySlug.set(slug, this.#bySlug.has(slug) ? null : id);
  }

  #number(page: Numbered): void {
    this.#byPageId.set(page.number, [...(this.#byPageId.get(page.number) ?? []), page]);
  }

  /** The page that a breadcrumb on a page of `space` means: by number, or by file in forms without numbers. */
  above({ pageId, href }: RawEnvelope["parents"][number], space: string): string | null {
    return (pageId === null ? null : this.byPageId(pageId, space)) ?? (href === null ? null : this.file(href, space));
  }

  /** Some page of this number, always the same: where a link must lead somewhere. */
  anyByPageId(pageId: string): string | null {
    return this.#byPageId.get(pageId)?.[0]?.id ?? null;
  }

  /** The spaces that these pages lie in, by those whose number only one space has, if there are any. */
  spacesOf(pageIds: readonly string[]): string[] {
    const ids = pageIds.map((pageId) => (this.#byPageId.get(pageId) ?? []).map(({ id }) => id));
    const clear = ids.filter((list) => list.length === 1);
    return [...new Set((clear.length > 0 ? clear : ids).flat().flatMap((id) => id.split("/")[1] ?? []))];
  }

  /** The full id of the page that `href` on a page of `space` leads to, or null. `text` is what the link shows, often a title. */
  resolve(href: string, space: string, text: string | null = null): string | null {
    const path = this.#former.pathIn(href);
    if (path !== null) return this.#atFormer(path, space, text);
    const target = parsePageLink(href);
    if (target === null) return null;
    if (target.by === "id") return this.#byPageIdAt(target.pageId, space, hostOf(href));
    if (target.by === "title") return this.#byTitle.get(titleKey(target.space, target.title))?.id ?? null;
    return this.file(target.file, space);
  }

  /** The full id of the page whose file `href` leads to, or null. */
  ofFile(href: string, space: string): string | null {
    const pageId = parseFileLink(href)?.pageId;
    if (pageId === undefined) return null;
    return this.#former.pathIn(href) === null ? this.#byPageIdAt(pageId, space, hostOf(href)) : this.#ofThen(pageId, space, () => false);
  }

  /** A file of the same export, as printed or percent-decoded once (layouts before 5.x encode twice). */
  file(file: string, space: string): string | null {
    const name = (file.split(/[?#]/)[0] ?? file).normalize("NFC");
    const asPrinted = this.#byFile.get(`${space}\n${name}`);
    if (asPrinted !== undefined) return asPrinted;
    try {
      const decoded = this.#byFile.get(`${space}\n${decodeURIComponent(name).normalize("NFC")}`);
      if (decoded !== undefined) return decoded;
    } catch {
      // A stray % is no encoding.
    }
    const pageId = /(?:^|_)(\d{3,})\.(?:html?|md)$/i.exec(name)?.[1];
    return pageId === undefined
      ? (this.#byFile.get(`${space}\n${name.replace(/\.html?$/i, ".md")}`) ?? null)
      : this.byPageId(pageId, space);
  }
}

function chosenOf(pages: readonly Numbered[], space: string): string | null {
  const ids = pages.map(({ id }) => id);
  return ids.find((id) => id.startsWith(`pages/${space}/`)) ?? (ids.length === 1 ? (ids[0] ?? null) : null);
}

/** The base URL in the address of a page of a living wiki. */
function siteOf(url: string | null): string | null {
  return /^(.+)\/pages\/viewpage\.action\?pageId=\d+$/.exec(url ?? "")?.[1] ?? null;
}

/** Null for an address without one. */
function hostOf(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : null;
}

function titleKey(space: string, title: string): string {
  return `${space.toLowerCase()}\n${title.replace(/\s+/g, " ").trim().toLowerCase()}`;
}

/** What some addresses keep of a title: letters and digits. */
function slugOf(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{So}]+/gu, " ")
    .trim();
}
