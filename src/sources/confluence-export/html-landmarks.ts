import type { AnyNode, Element, ParentNode } from "domhandler";
import { plainText } from "../../pages/plain-text.ts";

/**
 * The parts of an exported page, in any of the three layouts: A (1.x–3.x: `td.pagebody`), B (4.x, 5.0: `#main-header`, no breadcrumbs),
 * C (5.x to today). Any part may be missing: owners cut their exports.
 */
export interface Landmarks {
  htmlTitle: Element | null;
  titleHeading: Element | null;
  titleText: Element | null;
  breadcrumbs: Element | null;
  metadata: Element | null;
  main: Element | null;
  layout: "A" | "B" | "C" | null;
  /** `.pageSection` parts beside the body: attachments, comments, available pages. */
  sections: Element[];
  footer: Element | null;
  metaPageId: string | null;
}

/** One walk over the wrapper of the page; it does not enter the body. */
export function findLandmarks(root: ParentNode): Landmarks {
  const found: Landmarks = {
    htmlTitle: null,
    titleHeading: null,
    titleText: null,
    breadcrumbs: null,
    metadata: null,
    main: null,
    layout: null,
    sections: [],
    footer: null,
    metaPageId: null,
  };
  let isOldHeader = false;
  const stack: AnyNode[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    if (node.attribs.id === "main-header") isOldHeader = / pageSectionHeader /.test(` ${node.attribs.class ?? ""} `);
    if (!note(node, found)) for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as AnyNode);
  }
  if (found.layout === "C" && isOldHeader && found.breadcrumbs === null) found.layout = "B";
  return found;
}

/** Notes what the element is; true where nothing below it is of interest. */
function note(element: Element, found: Landmarks): boolean {
  const { name, attribs } = element;
  const id = attribs.id ?? "";
  const classes = ` ${attribs.class ?? ""} `;
  if (name === "title") found.htmlTitle ??= element;
  else if (name === "meta") {
    if (attribs.name === "ajs-page-id") found.metaPageId ??= attribs.content ?? null;
  } else if (id === "title-heading") {
    found.titleHeading ??= element;
    return false;
  } else if (id === "title-text") found.titleText ??= element;
  else if (id === "breadcrumbs") found.breadcrumbs ??= element;
  else if (classes.includes(" page-metadata ") || classes.includes(" pagesubheading ")) found.metadata ??= element;
  else if (classes.includes(" pagetitle ") && name !== "h1") found.titleText ??= element;
  else if (id === "main-content" || (classes.includes(" wiki-content ") && found.main === null)) {
    if (found.main === null) {
      found.main = element;
      found.layout = "C";
    }
  } else if (name === "td" && classes.includes(" pagebody ")) {
    found.main ??= element;
    found.layout ??= "A";
    // The header of layout A stands inside the body cell.
    for (const child of element.children) if (child.type === "tag") noteHeader(child, found);
  } else if (classes.includes(" pageSection ")) found.sections.push(element);
  else if (id === "footer" || (name === "font" && attribs.color === "grey")) found.footer = element;
  else return false;
  return true;
}

function noteHeader(element: Element, found: Landmarks): void {
  const classes = ` ${element.attribs.class ?? ""} `;
  if (classes.includes(" pagesubheading ")) found.metadata ??= element;
  if (!classes.includes(" pageheader ")) return;
  for (const child of element.children)
    if (child.type === "tag" && (child.attribs.class ?? "").includes("pagetitle")) found.titleText ??= child;
}

/** The text below a node, white space folded. */
export function textOf(node: AnyNode | null): string {
  return node === null
    ? ""
    : plainText(node)
        .replace(/[\s\u00a0]+/g, " ")
        .trim();
}
