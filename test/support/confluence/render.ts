import { type AnyNode, type Element, isCDATA, isTag, isText } from "domhandler";
import { parseDocument } from "htmlparser2";
import { plusTitle } from "./links.ts";
import type { Content, User } from "./state/types.ts";
import { macroDay } from "./times.ts";

/** What a rendered page links to, which each flavour addresses in its own way. */
export interface RenderContext {
  readonly content: Content;
  /** Path before all links: `/wiki`, `/confluence` or nothing. */
  readonly context: string;
  readonly userOf: (attributes: Readonly<Record<string, string>>) => User | undefined;
  readonly userLink: (user: User, shown: string) => string;
  readonly pageNamed: (spaceKey: string, title: string) => Content | undefined;
  readonly pathOf: (content: Content) => string;
  readonly childrenOf: (content: Content) => readonly Content[];
}

/** Storage as its readers see it, for the elements that pages of this project's tests hold; others leave what stands in them. */
export function viewOf(storage: string, context: RenderContext): string {
  // Entities stay as they are written: what is text in storage is text in the view.
  const root = parseDocument(storage, { xmlMode: true, decodeEntities: false });
  return all(root.children, context);
}

const empty = new Set(["area", "br", "col", "hr", "img", "input"]);

function all(nodes: readonly AnyNode[], context: RenderContext): string {
  return nodes.map((node) => one(node, context)).join("");
}

function one(node: AnyNode, context: RenderContext): string {
  if (isText(node)) return node.data;
  if (isCDATA(node)) return node.children.map((child) => (isText(child) ? escaped(child.data) : "")).join("");
  if (!isTag(node)) return "";
  const inner = (): string => all(node.children, context);
  switch (node.name) {
    case "ac:link":
      return link(node, context);
    case "ac:image":
      return image(node, context);
    case "ac:task-list":
      return `<ul class="inline-task-list" data-inline-tasks-content-id="${context.content.id}">${inner()}</ul>`;
    case "ac:task":
      return task(node, context);
    case "ac:structured-macro":
      return macro(node, context);
    case "ac:emoticon":
      return `<img class="emoticon emoticon-${node.attribs["ac:name"] ?? ""}" alt="(${node.attribs["ac:name"] ?? ""})" data-emoji-fallback="${node.attribs["ac:emoji-fallback"] ?? ""}"/>`;
    case "ac:parameter":
    case "ac:placeholder":
      return "";
    case "time":
      return `<time datetime="${node.attribs.datetime ?? ""}" class="date-past">${macroDay(node.attribs.datetime ?? "")}</time>`;
    case "table":
      return `<div class="table-wrap"><table class="confluenceTable">${inner()}</table></div>`;
    default:
      return node.name.includes(":") ? inner() : htmlElement(node, inner);
  }
}

const classes: Readonly<Record<string, string>> = { td: "confluenceTd", th: "confluenceTh" };

function htmlElement(node: Element, inner: () => string): string {
  const given = classes[node.name];
  const attributes = { ...node.attribs, ...(given === undefined ? {} : { class: given }) };
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
  return empty.has(node.name) ? `<${node.name}${written}/>` : `<${node.name}${written}>${inner()}</${node.name}>`;
}

function link(node: Element, context: RenderContext): string {
  const body = childOf(node, "ac:link-body") ?? childOf(node, "ac:plain-text-link-body");
  const shown = body ? all(body.children, context) : "";
  const target = node.children.find((child): child is Element => isTag(child) && child.name.startsWith("ri:"));
  if (target?.name === "ri:user") {
    const user = context.userOf(target.attribs);
    if (user === undefined) return '<span class="confluence-userlink unknown-user">Unknown User</span>';
    return context.userLink(user, shown || escaped(user.displayName));
  }
  if (target?.name === "ri:page") {
    const title = unescaped(target.attribs["ri:content-title"] ?? "");
    const spaceKey = target.attribs["ri:space-key"] ?? context.content.spaceKey;
    const page = context.pageNamed(spaceKey, title);
    const href = page ? context.pathOf(page) : `/pages/createpage.action?spaceKey=${spaceKey}&amp;title=${plusTitle(title)}`;
    const marks = page ? `data-linked-resource-id="${page.id}" data-linked-resource-type="page"` : 'class="createlink"';
    return `<a href="${context.context}${href}" ${marks}>${shown || escaped(title)}</a>`;
  }
  if (target?.name === "ri:attachment") {
    const name = unescaped(target.attribs["ri:filename"] ?? "");
    return `<a href="${context.context}${attachmentPath(context, name, target)}">${shown || escaped(name)}</a>`;
  }
  return shown;
}

function image(node: Element, context: RenderContext): string {
  const target = childOf(node, "ri:attachment");
  const file = target?.attribs["ri:filename"];
  const src =
    file === undefined
      ? (childOf(node, "ri:url")?.attribs["ri:value"] ?? "")
      : `${context.context}${attachmentPath(context, unescaped(file), target)}`;
  return `<span class="confluence-embedded-file-wrapper"><img class="confluence-embedded-image" src="${src}" alt="${node.attribs["ac:alt"] ?? file ?? ""}"/></span>`;
}

/** A file of another page names that page by its title. */
function attachmentPath(context: RenderContext, name: string, target?: Element): string {
  const other = target ? childOf(target, "ri:page") : undefined;
  const title = unescaped(other?.attribs["ri:content-title"] ?? "");
  const owner = (other && context.pageNamed(other.attribs["ri:space-key"] ?? context.content.spaceKey, title)) ?? context.content;
  const found = owner.attachments.find((attachment) => attachment.title === name);
  const query = found ? `?version=${found.version}&amp;modificationDate=${Date.parse(found.createdAt)}&amp;cacheVersion=1&amp;api=v2` : "";
  return `/download/attachments/${owner.id}/${encodeURIComponent(name)}${query}`;
}

function task(node: Element, context: RenderContext): string {
  const isDone = textOf(childOf(node, "ac:task-status")) === "complete";
  const body = childOf(node, "ac:task-body");
  const id = textOf(childOf(node, "ac:task-id"));
  return `<li${isDone ? ' class="checked"' : ""} data-inline-task-id="${id}"><span class="placeholder-inline-tasks">${body ? all(body.children, context) : ""}</span></li>`;
}

const panels: Readonly<Record<string, string>> = { info: "information", note: "note", tip: "tip", warning: "warning" };

function macro(node: Element, context: RenderContext): string {
  const name = node.attribs["ac:name"] ?? "";
  const parameter = (wanted: string): string =>
    textOf(
      node.children.find((child): child is Element => isTag(child) && child.name === "ac:parameter" && child.attribs["ac:name"] === wanted),
    );
  const rich = childOf(node, "ac:rich-text-body");
  const body = rich ? all(rich.children, context) : "";
  const text = childOf(node, "ac:plain-text-body");
  const panel = panels[name];
  if (panel !== undefined) {
    const title = parameter("title");
    return `<div class="confluence-information-macro confluence-information-macro-${panel}">${title === "" ? "" : `<p class="title">${title}</p>`}<span class="aui-icon aui-icon-small confluence-information-macro-icon"></span><div class="confluence-information-macro-body">${body}</div></div>`;
  }
  switch (name) {
    case "code":
      return code(parameter("title"), parameter("language"), text ? all(text.children, context) : "");
    case "gliffy":
      return `<table class="gliffy-macro-table"><tr><td><table class="gliffy-macro-inner-table"><tr><td><img class="gliffy-macro-image" src="${context.context}${attachmentPath(context, unescaped(parameter("name")))}" alt=""/></td></tr></table></td></tr></table>`;
    case "status":
      return `<span class="status-macro aui-lozenge aui-lozenge-${parameter("colour").toLowerCase()}">${parameter("title")}</span>`;
    case "expand":
      return `<div class="expand-container"><div class="expand-control"><span class="expand-control-icon"></span><span class="expand-control-text">${parameter("title")}</span></div><div class="expand-content">${body}</div></div>`;
    case "include":
    case "excerpt-include":
      return inclusion(name, node, context);
    case "children":
      return childList(context);
    case "panel":
      return `<div class="panel"><div class="panelContent">${body}</div></div>`;
    default:
      return text ? `<pre>${all(text.children, context)}</pre>` : body;
  }
}

function code(title: string, language: string, text: string): string {
  const header = title === "" ? "" : `<div class="codeHeader panelHeader pdl"><b>${title}</b></div>`;
  return `<div class="code panel pdl">${header}<div class="codeContent panelContent pdl"><pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: ${language || "java"}; gutter: false">${text}</pre></div></div>`;
}

/** All of another page, or what its excerpt macro holds. */
function inclusion(name: string, node: Element, context: RenderContext): string {
  const parameter = childOf(node, "ac:parameter");
  const link = parameter ? childOf(parameter, "ac:link") : undefined;
  const target = link ? childOf(link, "ri:page") : undefined;
  const title = unescaped(target?.attribs["ri:content-title"] ?? "");
  const page = context.pageNamed(target?.attribs["ri:space-key"] ?? context.content.spaceKey, title);
  const root = parseDocument(page?.versions.at(-1)?.storage ?? "", { xmlMode: true, decodeEntities: false });
  const shown = name === "include" ? root.children : excerptsIn(root.children);
  return `<div class="conf-macro output-block" data-hasbody="false" data-macro-name="${name}">${all(shown, context)}</div>`;
}

function excerptsIn(nodes: readonly AnyNode[]): AnyNode[] {
  return nodes.flatMap((node) => (!isTag(node) ? [] : node.attribs["ac:name"] === "excerpt" ? [node] : excerptsIn(node.children)));
}

function childList(context: RenderContext): string {
  const items = context
    .childrenOf(context.content)
    .map((page) => `<li><a href="${context.context}${context.pathOf(page)}">${escaped(page.title)}</a></li>`);
  return items.length === 0 ? "" : `<ul class="childpages-macro">${items.join("")}</ul>`;
}

function childOf(node: Element, name: string): Element | undefined {
  return node.children.find((child): child is Element => isTag(child) && child.name === name);
}

function textOf(node: Element | undefined): string {
  return (node?.children ?? [])
    .map((child) => (isText(child) ? child.data : ""))
    .join("")
    .trim();
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
