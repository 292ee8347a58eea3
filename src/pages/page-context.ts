import type { AnyNode } from "domhandler";
import type { Inclusion } from "./document.ts";
import { headingTexts } from "./own-contents.ts";

/** What the walkers of a page and of its table cells share. */
export class PageContext {
  readonly losses = new Map<string, number>();
  readonly includes: Inclusion[] = [];
  readonly #nodes: readonly AnyNode[];
  #headings: ReadonlySet<string> | null = null;

  constructor(nodes: readonly AnyNode[]) {
    this.#nodes = nodes;
  }

  lose(what: string): void {
    this.losses.set(what, (this.losses.get(what) ?? 0) + 1);
  }

  get headings(): ReadonlySet<string> {
    this.#headings ??= headingTexts(this.#nodes);
    return this.#headings;
  }
}
