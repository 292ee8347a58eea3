import { type AnyNode, type Element, isTag, isText } from "domhandler";

/** What the HTML of an export leaves to its neighbours. */
export interface ExportContext {
  /** The page that a file of the export holds, or null. */
  readonly titleOfFile: (href: string) => string | null;
  /** The name of the file that lies at `attachments/<page>/<id>.<ending>`, and the title of its page where that is another; or null. */
  readonly attachmentAt: (href: string) => { readonly name: string; readonly otherPage: string | null } | null;
  readonly nameOf: (account: string) => string | null;
}

/**
 * The body of an exported page as its author's editor may have stored it: mentions, page links, dates, tasks, panels, code and images become
 * elements of the storage format, what the export added is taken off, and the rest is written as well-formed XHTML.
 */
export function storageOfExport(nodes: readonly AnyNode[], context: ExportContext): string {
  return nodes.map((node) => one(node, context)).join("");
}

const empty = new Set(["area", "br", "col", "hr", "img", "input"]);
const dropped = new Set(["script", "style", "colgroup"]);

function one(node: AnyNode, context: ExportContext): string {
  if (isText(node)) return escapedText(node.data);
  if (!isTag(node) || dropped.has(node.name)) return "";
  const inner = (): string => storageOfExport(node.children, context);
  switch (node.name) {
    case "a":
      return link(node, inner, context);
    case "img":
      return image(node, context);
    case "time":
      return `<time datetime="${escaped(node.attribs.datetime ?? "")}"/>`;
    default:
      return ofClass(node, inner, context) ?? htmlElement(node, inner);
  }
}

/** What the class of an element says that it was, or null. */
function ofClass(node: Element, inner: () => string, context: ExportContext): string | null {
  const panel = /confluence-information-macro-(information|note|tip|warning)/.exec(node.attribs.class ?? "")?.[1];
  if (panel !== undefined && has(node, "confluence-information-macro")) return panelMacro(node, panel, context);
  if (has(node, "inline-task-list"))
    return `<ac:task-list>${elementsOf(node)
      .map((item) => task(item, context))
      .join("")}</ac:task-list>`;
  if (has(node, "code") && has(node, "panel")) return codeMacro(node);
  if (has(node, "status-macro")) return macro("status", parameter("title", textOf(node)) + parameter("colour", colourOf(node)));
  if (has(node, "expand-container")) return expandMacro(node, context);
  if (has(node, "childpages-macro")) return macro("children");
  if (has(node, "gliffy-macro-table")) return gliffyMacro(node, context);
  if (has(node, "contentLayout2")) return `<ac:layout>${inner()}</ac:layout>`;
  if (has(node, "columnLayout"))
    return `<ac:layout-section ac:type="${escaped((node.attribs["data-layout"] ?? "single").replaceAll("-", "_"))}">${inner()}</ac:layout-section>`;
  if (has(node, "cell") && node.name === "div") return `<ac:layout-cell>${inner()}</ac:layout-cell>`;
  if (["table-wrap", "innerCell", "placeholder-inline-tasks", "confluence-embedded-file-wrapper"].some((name) => has(node, name)))
    return inner();
  return null;
}

function link(node: Element, inner: () => string, context: ExportContext): string {
  const href = node.attribs.href ?? "";
  const account = accountOf(node, href);
  if (account !== null) {
    const shown = textOf(node).replace(/^@/, "");
    const body = shown === "" || shown === context.nameOf(account) ? "" : `<ac:link-body>${inner()}</ac:link-body>`;
    return `<ac:link><ri:user ri:account-id="${escaped(account)}"/>${body}</ac:link>`;
  }
  const file = context.attachmentAt(href);
  if (file !== null) return linkTo(attachment(file.name, file.otherPage), inner(), textOf(node) === file.name);
  const title = context.titleOfFile(href);
  if (title !== null) return linkTo(`<ri:page ri:content-title="${escaped(title)}"/>`, inner(), textOf(node) === title);
  return href === "" ? inner() : `<a href="${escaped(href)}">${inner()}</a>`;
}

function attachment(name: string, otherPage: string | null): string {
  const page = otherPage === null ? "" : `<ri:page ri:content-title="${escaped(otherPage)}"/>`;
  return `<ri:attachment ri:filename="${escaped(name)}"${page === "" ? "/>" : `>${page}</ri:attachment>`}`;
}

/** A link that shows what it leads to needs no text of its own. */
function linkTo(target: string, body: string, isPlain: boolean): string {
  return `<ac:link>${target}${isPlain || body.trim() === "" ? "" : `<ac:link-body>${body}</ac:link-body>`}</ac:link>`;
}

/** Exports of Cloud also know mentions as links to `null/display/~<account>`. */
export function accountOf(node: Element, href: string): string | null {
  const given = has(node, "confluence-userlink") ? node.attribs["data-account-id"] : undefined;
  const broken = /^null\/display\/~([^/?#]+)$/.exec(href)?.[1];
  return given ?? (broken === undefined ? null : decodeURIComponent(broken));
}

function image(node: Element, context: ExportContext): string {
  const src = node.attribs.src ?? "";
  if (has(node, "emoticon")) {
    const name = (node.attribs.alt ?? "").replace(/[()]/g, "");
    const fallback = node.attribs["data-emoji-fallback"];
    return `<ac:emoticon ac:name="${escaped(name)}"${fallback === undefined ? "" : ` ac:emoji-fallback="${escaped(fallback)}"`}/>`;
  }
  const file = context.attachmentAt(src.replace(/\?.*/, ""));
  const name = file?.name ?? node.attribs["data-linked-resource-default-alias"];
  const target = name === undefined ? `<ri:url ri:value="${escaped(src)}"/>` : attachment(name, file?.otherPage ?? null);
  const alt = node.attribs.alt;
  return `<ac:image${alt === undefined ? "" : ` ac:alt="${escaped(alt)}"`}>${target}</ac:image>`;
}

function task(item: Element, context: ExportContext): string {
  const id = escaped(item.attribs["data-inline-task-id"] ?? "0");
  const status = has(item, "checked") ? "complete" : "incomplete";
  return `<ac:task><ac:task-id>${id}</ac:task-id><ac:task-status>${status}</ac:task-status><ac:task-body>${storageOfExport(item.children, context)}</ac:task-body></ac:task>`;
}

function panelMacro(node: Element, kind: string, context: ExportContext): string {
  const title = elementsOf(node).find((child) => has(child, "title"));
  const body = elementsOf(node).find((child) => has(child, "confluence-information-macro-body"));
  const rich = `<ac:rich-text-body>${storageOfExport(body?.children ?? [], context)}</ac:rich-text-body>`;
  return macro(kind === "information" ? "info" : kind, (title ? parameter("title", textOf(title)) : "") + rich);
}

function codeMacro(node: Element): string {
  const pre = firstNamed(node, (element) => element.name === "pre");
  const header = firstNamed(node, (element) => has(element, "codeHeader"));
  const language = /brush:\s*([\w#+-]+)/.exec(pre?.attribs["data-syntaxhighlighter-params"] ?? "")?.[1];
  const text = (pre ? rawText(pre) : "").replaceAll("]]>", "]]]]><![CDATA[>");
  const parameters = (language === undefined ? "" : parameter("language", language)) + (header ? parameter("title", textOf(header)) : "");
  return macro("code", `${parameters}<ac:plain-text-body><![CDATA[${text}]]></ac:plain-text-body>`);
}

function expandMacro(node: Element, context: ExportContext): string {
  const title = firstNamed(node, (element) => has(element, "expand-control-text"));
  const body = firstNamed(node, (element) => has(element, "expand-content"));
  const rich = `<ac:rich-text-body>${storageOfExport(body?.children ?? [], context)}</ac:rich-text-body>`;
  return macro("expand", (title ? parameter("title", textOf(title)) : "") + rich);
}

/** A drawing is a macro; its export is a picture in two tables that hold nothing else. */
function gliffyMacro(node: Element, context: ExportContext): string {
  const picture = firstNamed(node, (element) => element.name === "img");
  return macro("gliffy", parameter("name", context.attachmentAt((picture?.attribs.src ?? "").replace(/\?.*/, ""))?.name ?? ""));
}

function macro(name: string, inside = ""): string {
  return `<ac:structured-macro ac:name="${name}" ac:schema-version="1">${inside}</ac:structured-macro>`;
}

function parameter(name: string, value: string): string {
  return `<ac:parameter ac:name="${name}">${escaped(value)}</ac:parameter>`;
}

const colours: Readonly<Record<string, string>> = { success: "Green", error: "Red", current: "Yellow", complete: "Blue", progress: "Blue" };

function colourOf(node: Element): string {
  const name = /aui-lozenge-(success|error|current|complete|progress)/.exec(node.attribs.class ?? "")?.[1];
  return colours[name ?? ""] ?? "Grey";
}

/** Classes and ids are the export's, and so is everything that XML could not name. */
function htmlElement(node: Element, inner: () => string): string {
  const attributes = Object.entries(node.attribs)
    .filter(([name]) => name !== "class" && name !== "id" && /^[a-z][\w-]*$/.test(name))
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join("");
  return empty.has(node.name) ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner()}</${node.name}>`;
}

function has(node: Element, name: string): boolean {
  return (node.attribs.class ?? "").split(/\s+/).includes(name);
}

function elementsOf(node: Element): Element[] {
  return node.children.filter((child): child is Element => isTag(child));
}

function firstNamed(node: Element, isIt: (element: Element) => boolean): Element | undefined {
  for (const child of elementsOf(node)) {
    const found = isIt(child) ? child : firstNamed(child, isIt);
    if (found) return found;
  }
  return undefined;
}

function rawText(node: AnyNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(rawText).join("") : "";
}

/** White space folded. */
export function textOf(node: AnyNode): string {
  return rawText(node).replace(/\s+/g, " ").trim();
}

function escapedText(text: string): string {
  return escaped(text).replaceAll("&quot;", '"').replaceAll("\u00a0", "&nbsp;");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
