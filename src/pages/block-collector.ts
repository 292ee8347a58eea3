import type { Block, Item, Paragraph, Place, RichText, Table } from "./document.ts";

export interface PendingItem {
  readonly number: number | null;
  readonly done: boolean | null;
}

/** Headings that Confluence writes over streams at the end of a space's home page, with the macro that makes the stream. */
const addedSections: Readonly<Record<string, string>> = {
  "Recent space activity": "macro recently-updated",
  "Space contributors": "macro contributors",
};

/** What the attachments macro prints for the mouse only: it says nothing about the page. */
const uploadParts = new Set(["Upload file", "File description", "Download All"]);
const dropZone = /^Drag and drop to upload or browse for files/;

/** Messages that stand where a macro could not be rendered, each with the macro's name or a stand-in. */
const failedMacros: readonly (readonly [RegExp, string | null])[] = [
  [/Error rendering macro ['"‘]([\w-]{1,60})/, null],
  [/Unknown macro: \{([\w-]{1,60})/, null],
  [/Unable to render \{([\w-]{1,60})\}/, null],
  [/Unable to locate Jira server for this macro/, "jira"],
];

/** Takes blocks in reading order, gives each its headings, and leaves out what Confluence added to the author's text. */
export class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #lose: (what: string) => void;
  #trail: readonly number[] = [];
  /** Level of the heading whose section the export added, not the author; null outside of such a section. */
  #added: number | null = null;
  #afterDropZone = false;
  #sawTemplate = false;

  constructor(lose: (what: string) => void) {
    this.#lose = lose;
  }

  /** Whether what comes now is left out. */
  get isInAddedSection(): boolean {
    return this.#added !== null;
  }

  /** The text that is being collected held a link that the server's template left unfilled. */
  noteTemplate(): void {
    this.#lose("unfilled template");
    this.#sawTemplate = true;
  }

  /** A layout cell ends: what Confluence added in it ends with it. */
  endCell(): void {
    this.#added = null;
  }

  heading(level: number, rich: RichText, place: Omit<Place, "trail">): void {
    const macro = addedSections[rich.text];
    if (macro !== undefined) {
      this.#added = level;
      this.#lose(macro);
    } else if (this.#added !== null && level <= this.#added) this.#added = null;
    if (this.#added !== null) return;
    this.#trail = this.#trail.filter((index) => levelOf(this.blocks[index]) < level);
    this.blocks.push({ type: "heading", level, ...rich, ...place, trail: this.#trail });
    this.#trail = [...this.#trail, this.blocks.length - 1];
  }

  text(rich: RichText, item: PendingItem | null, place: Omit<Place, "trail">): void {
    if (this.#added !== null || this.#isChrome(rich.text)) return;
    this.#countFailedMacros(rich.text);
    const block: Paragraph | Item = item
      ? { type: "item", ...item, ...rich, ...place, trail: this.#trail }
      : { type: "paragraph", ...rich, ...place, trail: this.#trail };
    this.blocks.push(block);
  }

  code(text: string, language: string | null, place: Omit<Place, "trail">): void {
    if (this.#added === null) this.blocks.push({ type: "code", text, spans: [], language, ...place, trail: this.#trail });
  }

  rule(place: Omit<Place, "trail">): void {
    if (this.#added === null) this.blocks.push({ type: "rule", text: "", spans: [], ...place, trail: this.#trail });
  }

  table(table: Pick<Table, "text" | "cells" | "grid" | "headerRows">, place: Omit<Place, "trail">): void {
    if (this.#added === null) this.blocks.push({ type: "table", spans: [], ...table, ...place, trail: this.#trail });
  }

  /** Controls of the attachments macro: its drop zone with the form behind it, and the label editor of each row. */
  #isChrome(text: string): boolean {
    const after = this.#afterDropZone;
    const isTemplate = this.#sawTemplate;
    this.#afterDropZone = false;
    this.#sawTemplate = false;
    if (text.length > 60) return false;
    if (dropZone.test(text)) {
      this.#lose("macro attachments");
      this.#afterDropZone = true;
      return true;
    }
    if (after && uploadParts.has(text)) {
      this.#afterDropZone = true;
      return true;
    }
    return (isTemplate && /^(?:Preview)?$/.test(text)) || (text === "Edit Labels" && this.#dropLabels());
  }

  /** Takes back "Labels" and the labels that lead up to the link "Edit Labels". */
  #dropLabels(): boolean {
    let start = this.blocks.length - 1;
    while (this.blocks[start]?.type === "item" && this.blocks.length - start < 50) start -= 1;
    const title = this.blocks[start];
    if (title?.type !== "paragraph" || title.text !== "Labels") return false;
    this.blocks.length = start;
    return true;
  }

  #countFailedMacros(text: string): void {
    if (!/macro|Unable to render/.test(text)) return;
    for (const [message, name] of failedMacros) {
      const found = message.exec(text);
      if (found) this.#lose(`macro ${name ?? found[1] ?? "unknown"}`);
    }
  }
}

function levelOf(block: Block | undefined): number {
  return block?.type === "heading" ? block.level : 0;
}
