import { parsePageLink } from "../pages/links.ts";
import type { RawEnvelope } from "../pages/raw.ts";

interface KnownPage {
  readonly id: string;
  readonly envelope: RawEnvelope;
}

/** Finds the page that a link means among all pages of the archive. */
export class PageIndex {
  /** Two wikis, or two spaces that were copied, may use one number twice. */
  readonly #byPageId = new Map<string, string[]>();
  readonly #byTitle = new Map<string, string>();
  /** Null where redaction left two files the same name: which of them a link means, nobody can tell. */
  readonly #byFile = new Map<string, string | null>();

  constructor(pages: readonly KnownPage[]) {
    for (const { id, envelope } of pages) {
      for (const number of [envelope.pageId, ...(envelope.currentId === undefined ? [] : [envelope.currentId])])
        this.#byPageId.set(number, [...(this.#byPageId.get(number) ?? []), id]);
      this.#byTitle.set(titleKey(envelope.space, envelope.title), id);
      if (envelope.file === null) continue;
      const file = `${envelope.space}\n${envelope.file}`;
      this.#byFile.set(file, this.#byFile.has(file) ? null : id);
    }
  }

  /** The page of this number in the space, else the only one anywhere; null where several other spaces have one. */
  byPageId(pageId: string, space: string): string | null {
    const ids = this.#byPageId.get(pageId) ?? [];
    return ids.find((id) => id.startsWith(`pages/${space}/`)) ?? (ids.length === 1 ? (ids[0] ?? null) : null);
  }

  /** The page that a breadcrumb on a page of `space` means: by number, or by file in forms without numbers. */
  above({ pageId, href }: RawEnvelope["parents"][number], space: string): string | null {
    return (pageId === null ? null : this.byPageId(pageId, space)) ?? (href === null ? null : this.file(href, space));
  }

  /** Some page of this number, always the same: where a link must lead somewhere. */
  anyByPageId(pageId: string): string | null {
    return this.#byPageId.get(pageId)?.[0] ?? null;
  }

  /** The spaces that these pages lie in, by those whose number only one space has, if there are any. */
  spacesOf(pageIds: readonly string[]): string[] {
    const ids = pageIds.map((pageId) => this.#byPageId.get(pageId) ?? []);
    const clear = ids.filter((list) => list.length === 1);
    return [...new Set((clear.length > 0 ? clear : ids).flat().flatMap((id) => id.split("/")[1] ?? []))];
  }

  /** The full id of the page that `href` on a page of `space` leads to, or null. */
  resolve(href: string, space: string): string | null {
    const target = parsePageLink(href);
    if (target === null) return null;
    if (target.by === "id") return this.byPageId(target.pageId, space);
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

function titleKey(space: string, title: string): string {
  return `${space.toLowerCase()}\n${title.replace(/\s+/g, " ").trim().toLowerCase()}`;
}
