import { load } from "cheerio/slim";
import type { AnyNode, ParentNode } from "domhandler";

/** Parses HTML as it comes, without inventing `html`, `head` or `body`; nodes know where in the source they stand. */
export function parseHtml(html: string): ParentNode {
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true } });
  return $.root()[0] as unknown as ParentNode;
}

/** The piece of the source that the nodes stand in; `nodes` are neighbours. */
export function sourceOf(html: string, nodes: readonly AnyNode[]): string {
  const first = nodes[0]?.startIndex;
  const last = nodes.at(-1)?.endIndex;
  return typeof first === "number" && typeof last === "number" ? html.slice(first, last + 1) : "";
}
