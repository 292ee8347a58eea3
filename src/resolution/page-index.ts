import { parsePageLink } from "../pages/links.ts";
import type { RawEnvelope } from "../pages/raw.ts";

interface KnownPage {
  readonly id: string;
  readonly envelope: RawEnvelope;
}

/** What tells whether a number means a page. */
interface Numbered {
  readonly id: string;
  readonly number: string;
  /** The page has another number since a migration. */
  readonly isFormer: boolean;
  /** Where the page is by now; null where nobody says. */
  readonly host: string | null;
}

/** Finds the page that a link means among all pages of the archive. */
export class PageIndex {
  /** Two wikis, or two spaces that were copied, may use one number twice. */
  readonly #byPageId = new Map<string, Numbered[]>();
  /** Hosts whose pages had other numbers before: a number of another address says nothing there, unless it is one of these. */
  readonly #migrated = new Set<string>();
  readonly #byTitle = new Map<string, string>();
  /** Null where redaction left two files the same name: which of them a link means, nobody can tell. */
  readonly #byFile = new Map<string, string | null>();

  constructor(pages: readonly KnownPage[]) {
    const hosts = new Map<string, string>();
    for (const { id, envelope } of pages) {
      const found = hostOf(envelope.url);
      // All pages of a wiki have one host: it is held once, and none of the addresses that it is a piece of.
      const host = found === null ? null : (hosts.get(found) ?? found);
      if (host !== null) hosts.set(host, host);
      const { pageId, currentId } = envelope;
      this.#number({ id, host, number: currentId ?? pageId, isFormer: false });
      if (currentId !== undefined) this.#number({ id, host, number: pageId, isFormer: true });
      if (currentId !== undefined && host !== null) this.#migrated.add(host);
      this.#byTitle.set(titleKey(envelope.space, envelope.title), id);
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

  /** The full id of the page that `href` on a page of `space` leads to, or null. */
  resolve(href: string, space: string): string | null {
    const target = parsePageLink(href);
    if (target === null) return null;
    if (target.by === "id") return this.#byPageIdAt(target.pageId, space, hostOf(href));
    if (target.by === "title") return this.#byTitle.get(titleKey(target.space, target.title)) ?? null;
    return this.file(target.file, space);
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

/** Null for an address without one. */
function hostOf(url: string | null): string | null {
  return url !== null && /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : null;
}

function titleKey(space: string, title: string): string {
  return `${space.toLowerCase()}\n${title.replace(/\s+/g, " ").trim().toLowerCase()}`;
}
