import { load } from "cheerio/slim";
import type { AnyNode, ParentNode } from "domhandler";
import { InputError } from "../errors.ts";

/** The parser's cost grows with the square of the depth: what is nested like this was made to stop us. */
const maxDepth = 5_000;
/** Too short to nest deep enough to be felt. */
const longEnough = 100_000;

/**
 * Parses HTML as it comes, without inventing `html`, `head` or `body`; nodes know where in the source they stand.
 * @throws InputError for HTML that is nested thousands of levels deep
 */
export function parseHtml(html: string): ParentNode {
  if (html.length > longEnough) refuseAbyss(html);
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true } });
  return $.root()[0] as unknown as ParentNode;
}

/**
 * Parses the storage format: HTML's entities, but XML's self-closing elements and CDATA.
 * @throws InputError for what is nested thousands of levels deep
 */
export function parseStorage(xml: string): ParentNode {
  if (xml.length > longEnough) refuseAbyss(xml);
  const $ = load(xml, { xml: { xmlMode: false, decodeEntities: true, recognizeSelfClosing: true, recognizeCDATA: true } });
  return $.root()[0] as unknown as ParentNode;
}

/**
 * The piece of the source that neighbours below one parent stand in. `isExact` is false where the parent was not closed by its own tag: then
 * the parser guessed where the last one ends, and the piece may read otherwise than the nodes.
 */
export function sourceOf(html: string, nodes: readonly AnyNode[]): { text: string; isExact: boolean } {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (!first || !last || first.startIndex === null) return { text: "", isExact: true };
  const next = last.nextSibling?.startIndex;
  if (typeof next === "number") return { text: html.slice(first.startIndex, next), isExact: true };
  const parent = last.parent;
  const whole = html.slice(first.startIndex, (parent?.endIndex ?? last.endIndex ?? html.length) + 1);
  const closing = parent?.type === "tag" ? /<\/([a-z][a-z0-9]*)\s*>$/i.exec(whole) : null;
  const isClosed = closing !== null && parent?.type === "tag" && closing[1]?.toLowerCase() === parent.name;
  return { text: isClosed ? whole.slice(0, closing.index) : whole, isExact: isClosed };
}

/** Elements that end by themselves, or at the next one of their kind. */
const selfEnding =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|rp|rt|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/i;

function refuseAbyss(html: string): void {
  let depth = 0;
  for (const [, end, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (selfEnding.test(name)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > maxDepth)
      throw new InputError(`the HTML is nested more than ${maxDepth} levels deep: expected a page that Confluence wrote; export it again`);
  }
}
