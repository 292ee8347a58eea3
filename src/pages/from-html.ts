import type { AnyNode, Element, ParentNode } from "domhandler";
import { accountOf } from "./accounts.ts";
import { BlockCollector, type PendingItem } from "./block-collector.ts";
import type { Block, Cell, Document, Place, SpanKind } from "./document.ts";
import * as forms from "./html-forms.ts";
import { readImage } from "./images.ts";
import { isOwnContents } from "./own-contents.ts";
import { PageContext } from "./page-context.ts";
import { plainText } from "./plain-text.ts";
import { RichTextBuilder } from "./rich-text.ts";
import { gridOf } from "./table-grid.ts";
import { cellText, tableText } from "./table-text.ts";

const spanTags: Readonly<Record<string, SpanKind>> = {
  b: "strong",
  strong: "strong",
  em: "emphasis",
  i: "emphasis",
  cite: "emphasis",
  code: "code",
  tt: "code",
  kbd: "code",
  samp: "code",
  del: "strike",
  s: "strike",
  strike: "strike",
};

/** No honest page nests deeper; what does is read as plain text, so that a page cannot make us run out of stack or memory. */
const maxDepth = 200;
const maxTableDepth = 8;

/**
 * Turns nodes of rendered Confluence HTML into the document model. Scripts and styles never come along;
 * what is not understood leaves its name in `losses`.
 */
export function documentFromHtml(nodes: readonly AnyNode[], options: { flattensTables: boolean }): Document {
  const page = new PageContext(nodes);
  const walker = new Walker(page);
  walker.nodes(nodes);
  walker.flush();
  return { blocks: walker.blocks, flattensTables: options.flattensTables, losses: page.losses, includes: page.includes };
}

class Walker {
  readonly #page: PageContext;
  readonly #out: BlockCollector;
  readonly #text = new RichTextBuilder();
  /** The next number of each open list; null for a list without numbers. */
  #lists: (number | null)[] = [];
  #quote = 0;
  #panel: string | null = null;
  #item: PendingItem | null = null;
  #heading: number | null = null;
  #depth: number;
  readonly #tableDepth: number;

  constructor(page: PageContext, depth = 0, tableDepth = 0) {
    this.#page = page;
    this.#out = new BlockCollector((what) => page.lose(what));
    this.#depth = depth;
    this.#tableDepth = tableDepth;
  }

  get blocks(): Block[] {
    return this.#out.blocks;
  }

  children(node: ParentNode): void {
    this.nodes(node.children);
  }

  nodes(nodes: readonly AnyNode[]): void {
    for (const node of nodes) this.#node(node);
  }

  /** Ends the block that is being collected. */
  flush(): void {
    const rich = this.#text.take();
    if (!rich) return;
    if (this.#heading !== null && rich.text !== "") {
      this.#out.heading(this.#heading, rich, this.#place());
      return;
    }
    const item = this.#item;
    this.#item = null;
    this.#out.text(rich, item, this.#place());
  }

  #place(): Omit<Place, "trail"> {
    return { indent: this.#lists.length, quote: this.#quote, panel: this.#panel };
  }

  #node(node: AnyNode): void {
    if (node.type === "text") {
      if (node.data.length < 60 && forms.isTemplateText(node.data)) this.#page.lose("unfilled template");
      else this.#text.append(node.data);
    } else if (node.type === "tag") this.#element(node);
    else if (node.type === "cdata" || node.type === "root") this.children(node);
  }

  #element(element: Element): void {
    const macro = forms.macroName(element);
    if (macro !== null) this.#page.lose(macro);
    if (forms.isOfOtherPages(element)) {
      if (forms.blockTags.has(element.name)) this.flush();
      const { [forms.includedTitle]: text = "", [forms.includedHref]: href } = element.attribs;
      if (href !== undefined) this.#page.includes.push({ text, href });
      return;
    }
    if (forms.isDropped(element)) {
      this.#embed(element);
      return;
    }
    if (forms.isHidden(element)) return;
    if (this.#depth >= maxDepth) {
      this.#page.lose("nested too deeply");
      this.#text.append(plainText(element));
      return;
    }
    this.#depth += 1;
    if (forms.blockTags.has(element.name)) this.#block(element);
    else this.#inline(element);
    this.#depth -= 1;
  }

  #embed(element: Element): void {
    const source = forms.embeddedSource(element);
    if (source === null) return;
    this.#page.lose(`embedded ${element.name}`);
    if (source === "" || forms.isTemplate(source)) return;
    this.#text.open("link", { href: source });
    this.#text.append(source);
    this.#text.close();
  }

  #block(element: Element): void {
    switch (element.name) {
      case "table":
        if (this.#tableDepth < maxTableDepth && !forms.isLayoutTable(element)) this.#table(element);
        else this.#container(element);
        return;
      case "pre":
        this.#code(element);
        return;
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        this.flush();
        this.#heading = Number(element.name[1]);
        this.children(element);
        this.flush();
        this.#heading = null;
        return;
      case "hr":
        this.flush();
        this.#out.rule(this.#place());
        return;
      case "ul":
      case "ol":
      case "dl":
        this.#list(element);
        return;
      case "li":
      case "dt":
        this.#listItem(element);
        return;
      case "blockquote":
        this.flush();
        this.#quote += 1;
        this.children(element);
        this.flush();
        this.#quote -= 1;
        return;
      default:
        this.#container(element);
    }
  }

  #list(element: Element): void {
    this.flush();
    if (this.#lists.length === 0 && isOwnContents(element, this.#page.headings)) return;
    const start = Number.parseInt(element.attribs.start ?? "1", 10);
    this.#lists.push(element.name === "ol" ? (Number.isNaN(start) ? 1 : start) : null);
    this.children(element);
    this.flush();
    this.#lists.pop();
    this.#item = null;
  }

  #listItem(element: Element): void {
    this.flush();
    const isStray = this.#lists.length === 0;
    if (isStray) this.#lists.push(null);
    const last = this.#lists.length - 1;
    const given = Number.parseInt(element.attribs.value ?? "", 10);
    const next = this.#lists[last] ?? null;
    const number = next === null || Number.isNaN(given) ? next : given;
    if (number !== null) this.#lists[last] = number + 1;
    this.#item = { number, done: forms.taskDone(element) };
    this.children(element);
    this.flush();
    this.#item = null;
    if (isStray) this.#lists.pop();
  }

  #container(element: Element): void {
    this.flush();
    const outer = this.#panel;
    this.#panel = forms.panelOf(element) ?? outer;
    const isLead = forms.isLead(element);
    if (isLead) this.#text.open("strong");
    this.children(element);
    if (isLead) this.#text.close();
    this.flush();
    this.#panel = outer;
    if (forms.isLayoutCell(element)) this.#out.endCell();
  }

  #code(element: Element): void {
    this.flush();
    const text = plainText(element)
      .replace(/\r\n?/g, "\n")
      .replace(/\u00a0/g, " ")
      .replace(/^\n|\n$/g, "");
    if (text.trim() === "") return;
    this.#out.code(text, forms.codeLanguage(element), this.#place());
  }

  #table(element: Element): void {
    const { cells: found, grid, headerRows, strays, isWhole } = gridOf(element);
    if (!isWhole) this.#page.lose("table with too many places");
    this.flush();
    this.nodes(strays);
    this.flush();
    if (this.#out.isInAddedSection) return;
    const cells: Cell[] = found.map((node) => {
      const inner = new Walker(this.#page, this.#depth, this.#tableDepth + 1);
      inner.children(node.element);
      inner.flush();
      const { text, spans } = cellText(inner.blocks);
      return { text, spans, blocks: inner.blocks, header: node.header, rowSpan: node.rowSpan, colSpan: node.colSpan };
    });
    if (cells.length > 0) this.#out.table({ text: tableText(cells, grid).text, cells, grid, headerRows }, this.#place());
  }

  #inline(element: Element): void {
    const { name, attribs } = element;
    const kind = spanTags[name];
    if (kind !== undefined) this.#span(element, kind, {});
    else if (name === "br") this.#text.breakLine();
    else if (name === "img") this.#image(element);
    else if (name === "a") this.#link(element);
    else if (name === "input") this.#checkBox(element);
    else if (name === "time" && attribs.datetime) this.#span(element, "date", { value: attribs.datetime.slice(0, 10) });
    else if (attribs.class?.includes("status-macro")) this.#span(element, "status", {});
    else this.children(element);
  }

  #span(element: Element, kind: SpanKind, extra: { href?: string; value?: string }): void {
    this.#text.open(kind, extra);
    this.children(element);
    this.#text.close();
  }

  #link(element: Element): void {
    const href = element.attribs.href?.trim();
    if (href !== undefined && forms.isTemplate(href)) {
      this.#out.noteTemplate();
      return;
    }
    const account = accountOf(href ?? "", element.attribs);
    if (account !== null) this.#span(element, "mention", href === undefined ? { value: account } : { value: account, href });
    else if (href === undefined || href === "" || href.startsWith("#")) this.children(element);
    else this.#span(element, "link", { href });
  }

  #image(element: Element): void {
    const image = readImage(element);
    if (image.kind === "text") this.#text.append(image.text);
    else if (image.kind === "lost") this.#page.lose(image.what);
    else if (image.kind === "image" && forms.isTemplate(image.src)) this.#page.lose("unfilled template");
    else if (image.kind === "image") this.#text.mark("image", { href: image.src, value: image.alt });
  }

  #checkBox(element: Element): void {
    if (element.attribs.type === "checkbox" && this.#item) this.#item = { ...this.#item, done: element.attribs.checked !== undefined };
  }
}
