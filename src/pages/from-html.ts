import type { AnyNode, Element, ParentNode } from "domhandler";
import { accountOf } from "./accounts.ts";
import type { Block, Cell, Document } from "./document.ts";
import { describeImage, isDropped, isHidden, isLayoutTable, layoutName, macroName, panelOf } from "./html-forms.ts";
import { RichTextBuilder } from "./rich-text.ts";
import { gridOf } from "./table-grid.ts";

interface PendingItem {
  readonly number: number | null;
  readonly done: boolean | null;
}

const blockTags = new Set([
  "address",
  "article",
  "aside",
  "blockquote",
  "body",
  "button",
  "center",
  "dd",
  "details",
  "div",
  "dl",
  "dt",
  "fieldset",
  "figcaption",
  "figure",
  "footer",
  "form",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "html",
  "li",
  "main",
  "nav",
  "ol",
  "p",
  "pre",
  "section",
  "summary",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
]);
/** Streams that Confluence renders at the end of a space's home page. */
const addedSections = /^(?:Recent space activity|Space contributors)$/;
const strongTags = new Set(["b", "strong"]);
const emphasisTags = new Set(["em", "i", "cite"]);
const codeTags = new Set(["code", "tt", "kbd", "samp"]);

/**
 * Turns nodes of rendered Confluence HTML into the document model. Scripts and styles never come along;
 * what is not understood leaves its name in `losses`.
 */
export function documentFromHtml(nodes: readonly AnyNode[], options: { flattensTables: boolean }): Document {
  const losses = new Map<string, number>();
  const walker = new Walker(losses);
  walker.nodes(nodes);
  walker.flush();
  return { blocks: walker.blocks, flattensTables: options.flattensTables, losses };
}

class Walker {
  readonly blocks: Block[] = [];
  readonly #losses: Map<string, number>;
  readonly #text = new RichTextBuilder();
  #trail: number[] = [];
  #indent = 0;
  #quote = 0;
  #panel: string | null = null;
  #item: PendingItem | null = null;
  #heading: number | null = null;
  #depth = 0;
  /** Level of the heading whose section the export added, not the author; null outside of such a section. */
  #added: number | null = null;

  constructor(losses: Map<string, number>) {
    this.#losses = losses;
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
      const level = this.#heading;
      if (addedSections.test(rich.text)) this.#added = level;
      else if (this.#added !== null && level <= this.#added) this.#added = null;
      const trail = this.#trail.filter((index) => levelOf(this.blocks[index]) < level);
      if (this.#added !== null) return;
      this.blocks.push({ type: "heading", level, ...rich, ...this.#place(), trail });
      this.#trail = [...trail, this.blocks.length - 1];
      return;
    }
    const item = this.#item;
    this.#item = null;
    if (this.#added !== null) return;
    if (item) this.blocks.push({ type: "item", ...item, ...rich, ...this.#place() });
    else this.blocks.push({ type: "paragraph", ...rich, ...this.#place() });
  }

  #place(): { trail: readonly number[]; indent: number; quote: number; panel: string | null } {
    return { trail: this.#trail, indent: this.#indent, quote: this.#quote, panel: this.#panel };
  }

  #lose(what: string): void {
    this.#losses.set(what, (this.#losses.get(what) ?? 0) + 1);
  }

  #node(node: AnyNode): void {
    if (node.type === "text") this.#text.append(node.data);
    else if (node.type === "tag") this.#element(node);
    else if (node.type === "cdata" || node.type === "root") this.children(node);
  }

  #element(element: Element): void {
    if (isDropped(element)) {
      if (element.name === "iframe" || element.name === "object" || element.name === "embed" || element.name === "video")
        this.#embed(element);
      return;
    }
    if (isHidden(element)) return;
    const macro = macroName(element);
    if (macro !== null) this.#lose(macro);
    // A wiki page cannot make us run out of stack: what is nested deeper than any honest page is read as plain text.
    if (this.#depth > 200) {
      this.#lose("nested too deeply");
      this.#text.append(plainText(element));
      return;
    }
    this.#depth += 1;
    if (blockTags.has(element.name)) this.#block(element);
    else this.#inline(element);
    this.#depth -= 1;
  }

  #embed(element: Element): void {
    const source = element.attribs.src ?? element.attribs.data;
    this.#lose(`embedded ${element.name}`);
    if (!source) return;
    this.#text.open("link", { href: source });
    this.#text.append(source);
    this.#text.close();
  }

  #block(element: Element): void {
    if (element.name === "table" && !isLayoutTable(element)) {
      this.#table(element);
      return;
    }
    if (element.name === "pre") {
      this.#code(element);
      return;
    }
    this.flush();
    switch (element.name) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        this.#heading = Number(element.name[1]);
        this.children(element);
        this.flush();
        this.#heading = null;
        return;
      case "hr":
        this.blocks.push({ type: "rule", text: "", spans: [], ...this.#place() });
        return;
      case "ul":
      case "ol":
      case "dl":
        this.#indent += 1;
        this.children(element);
        this.flush();
        this.#indent -= 1;
        this.#item = null;
        return;
      case "li":
      case "dt":
        this.#item = { number: numberOf(element), done: doneOf(element) };
        if (this.#indent === 0) this.#indentOnce(element);
        else this.children(element);
        this.flush();
        this.#item = null;
        return;
      case "blockquote":
        this.#quote += 1;
        this.children(element);
        this.flush();
        this.#quote -= 1;
        return;
      default:
        this.#container(element);
    }
  }

  #indentOnce(element: Element): void {
    this.#indent = 1;
    this.children(element);
    this.flush();
    this.#indent = 0;
  }

  #container(element: Element): void {
    const outer = this.#panel;
    this.#panel = panelOf(element) ?? outer;
    const lead = layoutName(element);
    if (lead === "bold") this.#text.open("strong");
    this.children(element);
    if (lead === "bold") this.#text.close();
    this.flush();
    this.#panel = outer;
  }

  #code(element: Element): void {
    this.flush();
    const text = plainText(element)
      .replace(/\r\n?/g, "\n")
      .replace(/\u00a0/g, " ")
      .replace(/^\n|\n$/g, "");
    if (text.trim() === "" || this.#added !== null) return;
    const language = /brush:\s*([\w#+-]+)/.exec(element.attribs["data-syntaxhighlighter-params"] ?? element.attribs.class ?? "")?.[1];
    const marked = firstElement(element)?.attribs.class?.match(/language-([\w#+-]+)/)?.[1];
    this.blocks.push({ type: "code", text, spans: [], language: language ?? marked ?? null, ...this.#place() });
  }

  #table(element: Element): void {
    this.flush();
    if (this.#added !== null) return;
    const cells: Cell[] = [];
    const { rows, grid, headerRows } = gridOf(element);
    for (const node of rows.flat()) {
      const inner = new Walker(this.#losses);
      inner.#depth = this.#depth;
      inner.children(node.element);
      inner.flush();
      const text = inner.blocks
        .map((block) => block.text)
        .filter((line) => line !== "")
        .join("\n");
      const only = inner.blocks.length === 1 ? inner.blocks[0] : undefined;
      const spans = only && only.type !== "table" ? only.spans : joinedSpans(inner.blocks);
      cells.push({ text, spans, blocks: inner.blocks, header: node.header, rowSpan: node.rowSpan, colSpan: node.colSpan });
    }
    const text = grid.map((row) => row.map((index) => cells[index]?.text ?? "").join("\t")).join("\n");
    this.blocks.push({ type: "table", text, spans: [], cells, grid, headerRows, ...this.#place() });
  }

  #inline(element: Element): void {
    const { name, attribs } = element;
    if (name === "br") this.#text.breakLine();
    else if (name === "img") this.#image(element);
    else if (name === "a") this.#link(element);
    else if (name === "input") this.#checkBox(element);
    else if (name === "time" && attribs.datetime) this.#span(element, "date", { value: attribs.datetime.slice(0, 10) });
    else if (strongTags.has(name)) this.#span(element, "strong", {});
    else if (emphasisTags.has(name)) this.#span(element, "emphasis", {});
    else if (codeTags.has(name)) this.#span(element, "code", {});
    else if (name === "del" || name === "s" || name === "strike") this.#span(element, "strike", {});
    else if ((attribs.class ?? "").includes("status-macro")) this.#span(element, "status", {});
    else this.children(element);
  }

  #span(
    element: Element,
    kind: "date" | "strong" | "emphasis" | "code" | "strike" | "status" | "link" | "mention",
    extra: { href?: string; value?: string },
  ): void {
    this.#text.open(kind, extra);
    this.children(element);
    this.#text.close();
  }

  #link(element: Element): void {
    const href = element.attribs.href?.trim();
    const account = accountOf(href ?? "", element.attribs);
    if (account !== null) this.#span(element, "mention", href === undefined ? { value: account } : { value: account, href });
    else if (href === undefined || href === "" || href.startsWith("#")) this.children(element);
    else this.#span(element, "link", { href });
  }

  #image(element: Element): void {
    const image = describeImage(element);
    if (image.text !== null) this.#text.append(image.text);
    else if (image.src !== null) this.#text.mark("image", { href: image.src, value: image.alt });
  }

  #checkBox(element: Element): void {
    if (element.attribs.type === "checkbox" && this.#item) this.#item = { ...this.#item, done: element.attribs.checked !== undefined };
  }
}

function levelOf(block: Block | undefined): number {
  return block?.type === "heading" ? block.level : 0;
}

function numberOf(item: Element): number | null {
  const list = item.parent;
  if (list?.type !== "tag" || list.name !== "ol") return null;
  const before = list.children.slice(0, list.children.indexOf(item)).filter((node) => node.type === "tag" && node.name === "li").length;
  return (Number(list.attribs.start) || 1) + before;
}

function doneOf(item: Element): boolean | null {
  if (item.attribs["data-inline-task-id"] === undefined) return null;
  return (item.attribs.class ?? "").split(/\s+/).includes("checked");
}

function firstElement(element: Element): Element | undefined {
  return element.children.find((node): node is Element => node.type === "tag");
}

function joinedSpans(blocks: readonly Block[]): Cell["spans"] {
  let offset = 0;
  const spans = [];
  for (const block of blocks) {
    if (block.text === "") continue;
    for (const span of block.spans) spans.push({ ...span, start: span.start + offset, end: span.end + offset });
    offset += block.text.length + 1;
  }
  return spans;
}

function plainText(root: Element): string {
  let text = "";
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === "text") text += node.data;
    else if (node.type === "tag" && node.name === "br") text += "\n";
    else if ("children" in node) for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as AnyNode);
  }
  return text;
}
