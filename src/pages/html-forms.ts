import type { Element } from "domhandler";

// What the classes and tags of rendered Confluence HTML mean. Sources: exports of versions 1.x to Cloud 2025.

const dropped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "video",
  "audio",
  "link",
  "meta",
  "head",
  "title",
  "svg",
  "canvas",
  "select",
  "textarea",
  "applet",
  "frameset",
]);

/** Whether nothing below the element is text for readers. */
export function isDropped(element: Element): boolean {
  return dropped.has(element.name);
}

const tocClass = /(?:^|\s)(?:toc-macro|rbtoc\d+|toc-indentation)(?:\s|$)/;

/** Parts that Confluence makes for the screen and that repeat or decorate the content: the table of contents, icons of macros. */
export function isHidden(element: Element): boolean {
  const name = element.attribs.class ?? "";
  return (
    tocClass.test(name) ||
    /(?:^|\s)aui-icon(?:\s|$)/.test(name) ||
    /(?:^|\s)recently-updated/.test(name) ||
    /display:\s*none/.test(element.attribs.style ?? "")
  );
}

const knownMacros = new Set([
  "toc",
  "info",
  "note",
  "tip",
  "warning",
  "panel",
  "code",
  "noformat",
  "expand",
  "status",
  "children",
  "excerpt",
  "details",
  "section",
  "column",
  "anchor",
  "attachments",
]);

/** The name under which a macro that the model does not understand is counted, or null. */
export function macroName(element: Element): string | null {
  const macro = element.attribs["data-macro-name"];
  if (macro !== undefined && !knownMacros.has(macro)) return `macro ${macro}`;
  const name = element.attribs.class ?? "";
  if (name.includes("gliffy-macro-table")) return "macro gliffy";
  if (name.includes("unknown-macro") || name.includes("wysiwyg-unknown-macro")) return "macro unknown";
  if (name.includes("ap-container")) return "macro of an app";
  return null;
}

/** The kind of panel that an element opens, or null. */
export function panelOf(element: Element): string | null {
  const name = element.attribs.class ?? "";
  const box = /confluence-information-macro-(\w+)|(?:^|\s)(info|note|tip|warning)Macro(?:\s|$)/.exec(name);
  if (box) return box[1] ?? box[2] ?? null;
  if (name.includes("information-macro") && name.includes("aui-message")) return "info";
  if (/(?:^|\s)expand-content(?:\s|$)/.test(name)) return "expand";
  if (/(?:^|\s)panel(?:Content)?(?:\s|$)/.test(name)) return "panel";
  return null;
}

/** `bold` for a container whose text plays a heading: the control of an expand, the header of a panel. */
export function layoutName(element: Element): "bold" | null {
  const name = element.attribs.class ?? "";
  return /(?:^|\s)(?:expand-control|panelHeader|codeHeader)(?:\s|$)/.test(name) ? "bold" : null;
}

/** Tables that only place things: macros of old versions, Gliffy. */
export function isLayoutTable(element: Element): boolean {
  return /gliffy-macro|(?:info|note|tip|warning)Macro|sectionMacro|layoutTable/.test(element.attribs.class ?? "");
}

/** An image as text (an emoticon), or as a source with a description. */
export function describeImage(element: Element): { text: string | null; src: string | null; alt: string } {
  const { attribs } = element;
  const alt = attribs["data-linked-resource-default-alias"] ?? attribs.alt ?? "";
  const src = attribs.src ?? attribs["data-image-src"] ?? null;
  if ((attribs.class ?? "").includes("emoticon")) {
    const fallback = (attribs["data-emoji-fallback"] ?? "").replace(/\\u([0-9A-Fa-f]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return { text: fallback || attribs["data-emoji-shortname"] || alt, src: null, alt };
  }
  return { text: null, src, alt };
}
