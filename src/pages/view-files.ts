import type { AnyNode, ParentNode } from "domhandler";

/** What is known of a page's files beside its body. */
export interface ViewContext {
  readonly pageId: string;
  /** What its wiki calls the page since a migration. */
  readonly currentId?: string | undefined;
  readonly fileNamed?: (name: string) => string | null;
}

/**
 * Gives links to files the address that an export prints, `attachments/<page>/<id>.<ending>`: so that a file is one, in whatever form its page was
 * read. Views link to `/download/attachments/<page>/<name>`; images say which attachment they show.
 */
export function nameViewFiles(root: ParentNode, context: ViewContext): void {
  const stack: AnyNode[] = [...root.children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    const { attribs } = node;
    for (const name of ["href", "src"]) {
      const address = attribs[name];
      const file = address === undefined ? null : fileAt(address, attribs, context);
      if (file !== null) attribs[name] = file;
    }
    for (const child of node.children) stack.push(child);
  }
}

function fileAt(address: string, attribs: Readonly<Record<string, string>>, context: ViewContext): string | null {
  const found = /\/download\/(?:attachments|thumbnails)\/(\d{1,20})\/([^/?#]{1,1000})(?:[?#]|$)/.exec(address);
  if (found === null) return null;
  const [, pageId = "", written = ""] = found;
  const isOwn = pageId === context.pageId || pageId === context.currentId;
  const known = isOwn ? knownFile(written, context) : null;
  const id = attribs["data-linked-resource-id"] ?? "";
  if (known !== null || attribs["data-linked-resource-type"] !== "attachment" || !/^\d{1,20}$/.test(id)) return known;
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(written)?.[0] ?? "";
  return `attachments/${isOwn ? context.pageId : pageId}/${id}${ending}`;
}

/** Older wikis write a blank as a plus, newer ones mean a plus by it. */
function knownFile(written: string, { fileNamed }: ViewContext): string | null {
  return fileNamed?.(decoded(written)) ?? fileNamed?.(decoded(written.replaceAll("+", " "))) ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
