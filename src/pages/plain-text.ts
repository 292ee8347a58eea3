import type { AnyNode, ParentNode } from "domhandler";

/** The text below a node as it stands in the source; `<br>` is a line break, scripts and styles are left out. No recursion: pages may nest deeply. */
export function plainText(root: AnyNode | ParentNode): string {
  const parts: string[] = [];
  const stack: AnyNode[] = [root as AnyNode];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === "text") parts.push(node.data);
    else if (node.type === "tag" && node.name === "br") parts.push("\n");
    else if ("children" in node && node.type !== "script" && node.type !== "style") {
      for (let i = node.children.length - 1; i >= 0; i -= 1) stack.push(node.children[i] as AnyNode);
    }
  }
  return parts.join("");
}
