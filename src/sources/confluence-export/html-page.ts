import type { AnyNode, Element } from "domhandler";
import type { Document } from "../../pages/document.ts";
import { documentFromHtml } from "../../pages/from-html.ts";
import { pageIdOfFile } from "../../pages/links.ts";
import { parseHtml, sourceOf } from "../../pages/parse-html.ts";
import type { RawEnvelope } from "../../pages/raw.ts";
import { findLandmarks, type Landmarks, textOf } from "./html-landmarks.ts";
import { pageIdOfModernFile } from "./layout.ts";
import { lossesOfLine, noMetadata, type PageMetadata, parseMetadataLine } from "./metadata-line.ts";
import { generatedOnOf, keyAndName, splitTitle } from "./wrapper.ts";

/** What one file of an export holds, before the export's own knowledge (space, ids) is added. */
export interface ExportedPage {
  readonly title: string | null;
  readonly spaceName: string | null;
  readonly isHome: boolean;
  readonly pageId: string | null;
  readonly parents: RawEnvelope["parents"];
  readonly metadata: PageMetadata;
  /** The line that `metadata` was read from, or null where the page has none. */
  readonly metadataLine: string | null;
  readonly attachments: RawEnvelope["attachments"];
  readonly commentCount: number | null;
  readonly generatedOn: string | null;
  readonly body: string;
  readonly document: Document;
  readonly losses: readonly string[];
}

/** What a page of the list of pages (`index.html`) tells about the space. */
export interface SpaceIndex {
  readonly key: string | null;
  readonly name: string | null;
  readonly homeFile: string | null;
  readonly homeTitle: string | null;
  readonly generatedOn: string | null;
}

export type HtmlFile =
  | { readonly kind: "page"; readonly page: ExportedPage }
  | { readonly kind: "index"; readonly index: SpaceIndex }
  | { readonly kind: "foreign" };

/** Reads one HTML file of an export: a page, the list of pages, or something that Confluence did not write. */
export function readHtmlFile(html: string, file: string, spaceName: string | null): HtmlFile {
  const root = parseHtml(html);
  const marks = findLandmarks(root);
  const heading = textOf(marks.titleText);
  const isDetails = /^Space Details:?$/.test(heading);
  const list = marks.sections.find((section) => /^Available Pages:/.test(textOf(section))) ?? (isDetails ? marks.main : null);
  if (list !== null && (isDetails || heading === "" || marks.layout === null)) return { kind: "index", index: readIndex(marks, list) };
  if (marks.main === null || (heading === "" && marks.layout === null)) return { kind: "foreign" };
  return { kind: "page", page: readPage(html, file, marks, spaceName) };
}

function readPage(html: string, file: string, marks: Landmarks, spaceName: string | null): ExportedPage {
  const { nodes, sections } = bodyOf(marks);
  const source = sourceOf(html, nodes);
  const crumbs = crumbsOf(marks.breadcrumbs);
  const rawTitle = textOf(marks.titleText) || textOf(marks.titleHeading) || textOf(marks.htmlTitle);
  const split = splitTitle(rawTitle, crumbs[0]?.title ?? spaceName);
  const metadataLine = marks.metadata ? textOf(marks.metadata) : null;
  const attachments = attachmentsOf(sections);
  const metadata = metadataLine === null ? noMetadata : parseMetadataLine(metadataLine);
  return {
    title: split.title === "" ? null : split.title,
    spaceName: split.space ?? spaceName,
    isHome: marks.titleHeading !== null && /home_page/.test(imagesOf(marks.titleHeading)),
    // Before 5.x a file is named by its title alone: "2012.html" is the page "2012".
    pageId: (marks.layout === "C" ? pageIdOfModernFile(file) : null) ?? marks.metaPageId ?? pageIdOfAttachments(attachments),
    parents: crumbs.slice(1).map((crumb) => ({ ...crumb, pageId: crumb.href === null ? null : pageIdOfFile(crumb.href) })),
    metadata,
    metadataLine,
    attachments,
    commentCount: commentCountOf(sections),
    generatedOn: generatedOnOf(textOf(marks.footer)),
    body: source.text,
    // What is archived must read as it does now: where the parser had to guess the end, the piece is read again.
    document: documentFromHtml(source.isExact ? nodes : parseHtml(source.text).children, { flattensTables: false }),
    losses: lossesOfLine(metadataLine, metadata),
  };
}

/** The nodes of the body, and the parts of the export's wrapper that stand beside (C) or behind it in the same cell (A). */
function bodyOf(marks: Landmarks): { nodes: readonly AnyNode[]; sections: readonly Element[] } {
  const children: readonly AnyNode[] = marks.main?.children ?? [];
  if (marks.layout !== "A") return { nodes: children, sections: marks.sections };
  const isHeader = (node: AnyNode): boolean => node.type === "tag" && /page(?:sub)?head(?:er|ing)/.test(node.attribs.class ?? "");
  const start = children.findLastIndex(isHeader) + 1;
  const end = children.findIndex((node, index) => index >= start && isPartTitle(node) && partIsWrapper(children.slice(index)));
  const nodes = end < 0 ? children.slice(start) : children.slice(start, end);
  const rest = end < 0 ? [] : children.slice(end).filter((node): node is Element => node.type === "tag");
  return { nodes, sections: rest };
}

function isPartTitle(node: AnyNode): boolean {
  return (
    node.type === "tag" && (node.attribs.class ?? "").includes("tabletitle") && /^(?:Attachments|Comments|Children):/.test(textOf(node))
  );
}

/** Attachments of version 1.x lie in folders named by title; they have no ids and stay in the body as links. */
function partIsWrapper(nodes: readonly AnyNode[]): boolean {
  const text = nodes
    .slice(0, 4)
    .map((node) => (node.type === "tag" ? hrefsOf(node).join(" ") : ""))
    .join(" ");
  return text === "" || /(?:^|[ /])attachments\/\d+\//.test(text) || /Comments:|Children:/.test(nodes[0] ? textOf(nodes[0]) : "");
}

function crumbsOf(list: Element | null): { title: string; href: string | null }[] {
  if (list === null) return [];
  return elements(list, "a").map((link) => ({ title: textOf(link), href: link.attribs.href ?? null }));
}

/** A comment may link to files too: only what the list of attachments holds is one. */
function attachmentsOf(sections: readonly Element[]): RawEnvelope["attachments"] {
  const found: RawEnvelope["attachments"] = [];
  let isList = false;
  for (const section of sections) {
    const part = /^(Attachments|Comments|Children|Available Pages):/.exec(textOf(section))?.[1];
    if (part !== undefined) isList = part === "Attachments";
    if (!isList) continue;
    for (const link of elements(section, "a")) {
      const href = link.attribs.href;
      if (href === undefined || !/(?:^|\/)(?:attachments\/\d+\/|download\/attachments\/)/.test(href)) continue;
      const behind = link.next?.type === "text" ? link.next.data : "";
      const mediaType = /^\s*\(([\w.+-]{1,60}\/[\w.+-]{1,100})/.exec(behind)?.[1] ?? null;
      found.push({ name: textOf(link) || (href.split("/").at(-1) ?? href), mediaType, href, bytes: null });
    }
  }
  return found;
}

function pageIdOfAttachments(attachments: RawEnvelope["attachments"]): string | null {
  for (const attachment of attachments) {
    const id = /(?:^|\/)attachments\/(\d+)\//.exec(attachment.href ?? "")?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

function commentCountOf(sections: readonly Element[]): number | null {
  const comments = sections.flatMap((section) => elements(section, "a")).filter((link) => /^comment-\d+$/.test(link.attribs.name ?? ""));
  return comments.length > 0 ? comments.length : null;
}

function readIndex(marks: Landmarks, list: Element): SpaceIndex {
  const details = new Map<string, string>();
  for (const table of [marks.main, ...marks.sections]) {
    if (table === null) continue;
    for (const row of elements(table, "tr")) {
      const [label, value] = row.children.filter((node): node is Element => node.type === "tag");
      if (label && value) details.set(textOf(label).replace(/:$/, ""), textOf(value));
    }
  }
  const titled = keyAndName(textOf(marks.htmlTitle));
  const homeImage = elements(list, "img").find((image) => /home_(?:page_)?16/.test(image.attribs.src ?? ""));
  const home = homeImage ? linkBefore(homeImage) : null;
  return {
    key: details.get("Key") || titled.key,
    name: details.get("Name") || titled.name,
    homeFile: home?.attribs.href ?? null,
    homeTitle: home ? textOf(home) : null,
    generatedOn: generatedOnOf(textOf(marks.footer)),
  };
}

/** The link of the list entry that an image marks. */
function linkBefore(image: Element): Element | null {
  for (let node: Element | null = image; node; node = node.parent?.type === "tag" ? node.parent : null) {
    for (let previous = node.previousSibling; previous; previous = previous.previousSibling) {
      if (previous.type === "tag" && previous.name === "a") return previous;
    }
    if (node.name === "li") return null;
  }
  return null;
}

function elements(root: Element, name: string): Element[] {
  const found: Element[] = [];
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    if (node.name === name) found.push(node);
    for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as AnyNode);
  }
  return found;
}

function hrefsOf(root: Element): string[] {
  return elements(root, "a").map((link) => link.attribs.href ?? "");
}

function imagesOf(root: Element): string {
  return elements(root, "img")
    .map((image) => image.attribs.src ?? "")
    .join(" ");
}
