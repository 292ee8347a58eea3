import type { RawEnvelope } from "../../pages/raw.ts";
import { type KnownPage, wikiIdOf } from "../types.ts";
import type { ListedPage } from "./types.ts";

type Parents = RawEnvelope["parents"];

interface Node {
  readonly title: string;
  readonly parentId: string | null;
}

/** Wikis break their own trees now and then; no honest tree is deeper. */
const deepest = 100;

/** Which page stands below which: what a listing tells, over what the archive knows. */
export class PageTree {
  readonly #nodes = new Map<string, Node>();
  readonly #clean: (title: string) => string;

  /** `clean` takes secrets out of titles. */
  constructor(clean: (title: string) => string) {
    this.#clean = clean;
  }

  addKnown(known: Iterable<KnownPage>): void {
    for (const { envelope } of known) {
      let parentId: string | null = null;
      // The folders between pages are known by their places alone.
      for (const parent of envelope.parents) {
        if (parent.pageId !== null && !this.#nodes.has(parent.pageId)) this.#nodes.set(parent.pageId, { title: parent.title, parentId });
        parentId = parent.pageId ?? parentId;
      }
    }
    for (const page of known) {
      const { envelope } = page;
      this.#nodes.set(wikiIdOf(page), { title: envelope.title, parentId: envelope.parents.at(-1)?.pageId ?? null });
    }
  }

  addListed(pages: Iterable<ListedPage>): void {
    for (const page of pages) this.add(page.pageId, page.title, page.parentId);
  }

  add(id: string, title: string, parentId: string | null): void {
    this.#nodes.set(id, { title: this.#clean(title), parentId });
  }

  titleOf(page: ListedPage): string {
    return this.#nodes.get(page.pageId)?.title ?? this.#clean(page.title);
  }

  /** The first parent above a page that nobody told of: a folder, or a page hidden from us. */
  missingAbove(pageId: string): string | null {
    const seen = new Set<string>();
    for (let id: string | null = pageId; id !== null && !seen.has(id); ) {
      const node = this.#nodes.get(id);
      if (node === undefined) return id;
      seen.add(id);
      id = node.parentId;
    }
    return null;
  }

  /** From the root down. */
  parentsOf(pageId: string): Parents {
    const parents: Parents = [];
    const seen = new Set([pageId]);
    let id = this.#nodes.get(pageId)?.parentId ?? null;
    for (
      let node = id === null ? undefined : this.#nodes.get(id);
      id !== null && node !== undefined;
      node = id === null ? undefined : this.#nodes.get(id)
    ) {
      if (seen.has(id) || parents.length === deepest) break;
      seen.add(id);
      parents.unshift({ title: node.title, href: null, pageId: id });
      id = node.parentId;
    }
    return parents;
  }

  hasOtherParents(known: KnownPage): boolean {
    const { envelope } = known;
    const parents = this.parentsOf(wikiIdOf(known));
    return (
      parents.length !== envelope.parents.length ||
      parents.some((parent, index) => parent.pageId !== envelope.parents[index]?.pageId || parent.title !== envelope.parents[index]?.title)
    );
  }
}
