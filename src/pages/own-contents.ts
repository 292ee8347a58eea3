import type { AnyNode, Element } from "domhandler";
import { plainText } from "./plain-text.ts";

/**
 * Whether a list is the page's table of contents without the class that tells so, as in converted Markdown: every item is a link to a
 * place of the page itself, mostly a heading, perhaps behind an outline number. It says nothing that the headings do not say.
 */
export function isOwnContents(list: Element, headings: ReadonlySet<string>): boolean {
  let links = 0;
  let known = 0;
  const stack: AnyNode[] = [...list.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === "text") {
      if (!/^[\s\u00a0\d.]*$/.test(node.data)) return false;
    } else if (node.type === "tag") {
      if (node.name !== "a") {
        if (!passing.has(node.name)) return false;
        pushAll(stack, node.children);
        continue;
      }
      if (!node.attribs.href?.startsWith("#")) return false;
      links += 1;
      if (headings.has(foldedText(node))) known += 1;
    }
  }
  // Some headings are printed otherwise than the contents have them.
  return links > 1 && known * 2 >= links;
}

const passing = new Set(["ul", "ol", "li", "p", "span", "strong", "b", "em", "i"]);

/** The texts of all headings below nodes, white space and case folded. */
export function headingTexts(nodes: readonly AnyNode[]): Set<string> {
  const texts = new Set<string>();
  const stack: AnyNode[] = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    if (/^h[1-6]$/.test(node.name)) texts.add(foldedText(node));
    else pushAll(stack, node.children);
  }
  return texts;
}

/** Not by spreading: a list may have more items than a call takes arguments. */
function pushAll(stack: AnyNode[], nodes: readonly AnyNode[]): void {
  for (const node of nodes) stack.push(node);
}

function foldedText(heading: Element): string {
  return plainText(heading)
    .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
    .trim()
    .toLowerCase();
}
