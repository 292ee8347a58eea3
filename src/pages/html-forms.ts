import type { Element } from "domhandler";

// What the classes and tags of rendered Confluence HTML mean. Sources: exports of versions 1.x to Cloud 2025.

export const blockTags: ReadonlySet<string> = new Set(
  (
    "address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const dropped = new Set(
  (
    "script style noscript template iframe object embed video audio link meta head title svg canvas select textarea applet " + "frameset"
  ).split(" "),
);
const embedded = new Set(["iframe", "object", "embed", "video", "audio", "applet"]);

/** Whether nothing below the element is text for readers. */
export function isDropped(element: Element): boolean {
  return dropped.has(element.name);
}

/** The address of what an element shows out of the page's own text, "" where it has none; null for every other element. */
export function embeddedSource(element: Element): string | null {
  if (!embedded.has(element.name)) return null;
  const own = element.attribs.src ?? element.attribs.data;
  if (own !== undefined) return own;
  for (const child of element.children) {
    if (child.type !== "tag") continue;
    if (child.name === "source" && child.attribs.src) return child.attribs.src;
    if (child.name === "param" && /^(?:movie|src|url|filename)$/i.test(child.attribs.name ?? "")) return child.attribs.value ?? "";
  }
  return "";
}

const hidden =
  /(?:^|\s)(?:toc-macro|rbtoc\d+|toc-indentation|aui-icon|hidden|expand-control-icon|expand-control-image|collapse-source|collapse-spinner-wrapper|recently-updated[\w-]*|attachment-summary|plugin_attachments_upload_container|plugin_pagetree[\w-]*|plugin-contributors)(?:\s|$)/;

/**
 * Parts that Confluence makes for the screen and that repeat or decorate the content: the table of contents, icons of macros, forms.
 * What an expand macro hides is content; before 5.9 a style hid it.
 */
export function isHidden(element: Element): boolean {
  const { class: name, style } = element.attribs;
  if (name !== undefined && hidden.test(name)) return true;
  return style !== undefined && /display:\s*none/i.test(style) && !/(?:^|\s)expand-content(?:\s|$)/.test(name ?? "");
}

/** Macros whose output the model keeps whole, or that repeat what the page says elsewhere. */
const knownMacros = new Set(
  "toc info note tip warning panel code noformat expand status children excerpt details section column anchor attachments".split(" "),
);

const ofOtherPages = /^(?:include|(?:multi)?excerpt-include(?:-macro)?|detailssummary|blog-posts)$/;

/** What the reader of the storage format says of the page that a macro shows. */
export const includedHref = "data-included-href";
export const includedTitle = "data-included-title";

/**
 * Whether an element is what a macro shows of other pages: included pages and excerpts, reports of page properties, posts. It is theirs to say, and
 * the storage format does not hold it.
 */
export function isOfOtherPages({ attribs }: Element): boolean {
  return ofOtherPages.test(attribs["data-macro-name"] ?? attribs["data-lost-macro"] ?? "");
}

const macroClasses: readonly (readonly [RegExp, string])[] = [
  [/gliffy-macro-table/, "macro gliffy"],
  [/(?:^|\s)(?:wysiwyg-)?unknown-macro/, "macro unknown"],
  [/ap-container/, "macro of an app"],
  [/(?:^|\s)recently-updated(?:\s|$)/, "macro recently-updated"],
  [/(?:^|\s)plugin_pagetree(?:\s|$)/, "macro pagetree"],
  [/(?:^|\s)plugin-contributors(?:\s|$)/, "macro contributors"],
  [/(?:^|\s)plugin_attachments_upload_container(?:\s|$)/, "macro attachments"],
  [/(?:^|\s)(?:jira-issues?|jira-table|confluence-jim-macro)(?:\s|$)/, "macro jira"],
  [/(?:^|\s)drawio-macro(?:\s|$)/, "macro drawio"],
];

/** The name under which a macro that the model does not understand is counted, or null. */
export function macroName(element: Element): string | null {
  const lost = element.attribs["data-lost-macro"];
  if (lost !== undefined) return `macro ${lost}`;
  const macro = element.attribs["data-macro-name"];
  if (macro !== undefined) return knownMacros.has(macro) ? null : `macro ${macro}`;
  const name = element.attribs.class;
  if (name === undefined) return null;
  return macroClasses.find(([form]) => form.test(name))?.[1] ?? null;
}

/** Panels by what their class says; `aui-message` names a message's urgency (5.x), not the macro. */
const panelNames: Readonly<Record<string, string>> = {
  information: "info",
  hint: "info",
  success: "tip",
  problem: "warning",
  error: "warning",
  generic: "info",
};

/** The kind of panel that an element opens (`info`, `note`, `tip`, `warning`, `panel`, `expand`), or null. */
export function panelOf(element: Element): string | null {
  const name = element.attribs.class;
  if (name === undefined) return null;
  const box = /confluence-information-macro-(information|info|note|tip|warning)|(?:^|\s)(info|note|tip|warning)Macro(?:\s|$)/.exec(name);
  if (box) return panelNames[box[1] ?? ""] ?? box[1] ?? box[2] ?? null;
  if (name.includes("information-macro") && name.includes("aui-message")) {
    const urgency = /(?:^|\s)(hint|success|warning|problem|error|generic|info|note|tip)(?:\s|$)/.exec(name)?.[1] ?? "info";
    return urgency === "warning" ? "note" : (panelNames[urgency] ?? urgency);
  }
  if (/(?:^|\s)expand-content(?:\s|$)/.test(name)) return "expand";
  return /(?:^|\s)panel(?:\s|$)/.test(name) && !/(?:^|\s)(?:code|preformatted)(?:\s|$)/.test(name) ? "panel" : null;
}

/** Whether the text of a container plays a heading: the control of an expand, the header of a panel, the title of a note. */
export function isLead(element: Element): boolean {
  const name = element.attribs.class;
  return name !== undefined && /(?:^|\s)(?:expand-control|panelHeader|codeHeader)(?:\s|$)|^title(?:\s|$)/.test(name);
}

/** Whether an element is a cell of a page layout, which ends what Confluence put in it. */
export function isLayoutCell(element: Element): boolean {
  const name = element.attribs.class;
  return name !== undefined && /(?:^|\s)(?:innerCell|cell|columnMacro)(?:\s|$)/.test(name);
}

/** Tables that only place things: macros of old versions, Gliffy. */
export function isLayoutTable(element: Element): boolean {
  return /gliffy-macro|(?:info|note|tip|warning)Macro|sectionMacro|layoutTable/.test(element.attribs.class ?? "");
}

/** Whether a task is done; null for an item that is no task. */
export function taskDone(item: Element): boolean | null {
  if (item.attribs["data-inline-task-id"] === undefined) return null;
  return (item.attribs.class ?? "").split(/\s+/).includes("checked");
}

/** The language of a code block, or null; `java` is what Confluence writes where the author chose nothing. */
export function codeLanguage(pre: Element): string | null {
  const brush = /brush:\s*([\w#+-]+)/.exec(pre.attribs["data-syntaxhighlighter-params"] ?? pre.attribs.class ?? "")?.[1];
  const inner = pre.children.find((node): node is Element => node.type === "tag" && node.name === "code");
  const fence = /language-([\w#+-]+)/.exec(inner?.attribs.class ?? "")?.[1];
  const language = brush ?? fence ?? null;
  return brush !== undefined && /^(?:java|plain|text|none)$/i.test(brush) ? null : language;
}

/** What a server's template left unfilled: `$itemRenderedUrl`, `{pictureUrl}`. */
export function isTemplate(address: string): boolean {
  return /^(?:\$[a-z]\w*|\{[a-z]\w*\})/i.test(address);
}

/** The same as the text of a node of its own. */
export function isTemplateText(text: string): boolean {
  return /^\s*(?:\$item(?:Label|RenderedUrl)|\$properties(?:\.\w+)+|\{pictureUrl\})\s*$/.test(text);
}
