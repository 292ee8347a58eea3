import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { load } from "cheerio/slim";
import type { AnyNode } from "domhandler";
import { accountOf, textOf } from "./to-storage.ts";

/** An exported page, its wrapper read and taken off. */
export interface ExportedPage {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  /** From the root down. */
  readonly parentIds: readonly string[];
  readonly author: string | null;
  readonly editor: string | null;
  /** The only date that an export has: that of the last change, else of the making. */
  readonly date: string | null;
  readonly wasModified: boolean;
  readonly body: readonly AnyNode[];
  readonly attachments: readonly { readonly name: string; readonly href: string; readonly mediaType: string }[];
  readonly comments: readonly string[];
  /** Account → name, of those mentioned. */
  readonly mentions: ReadonlyMap<string, string>;
}

export interface ExportedSpace {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** In the order of the list of pages; what the list leaves out comes last. */
  readonly pages: readonly ExportedPage[];
}

/** Reads a folder that Confluence Cloud or a server from 5.x on exported as HTML. @throws where there is no `index.html` of that form */
export async function readExport(folder: string): Promise<ExportedSpace> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".html") && idOfFile(name) !== null);
  const index = parsed(await readFile(join(folder, "index.html"), "utf8"));
  const [, key = "", name = ""] = /^(\S+) \((.*)\)$/.exec(textIn(index, "title")) ?? [];
  if (key === "") throw new Error(`${folder}/index.html is no list of pages`);
  const order = new Map(
    index("a")
      .toArray()
      .map((link, place) => [link.attribs.href ?? "", place]),
  );
  const placeOf = (file: string): number => order.get(file) ?? order.size;
  files.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  const pages: ExportedPage[] = [];
  for (const file of files) pages.push(readPage(await readFile(join(folder, file), "utf8"), file, name));
  const description = index("th")
    .toArray()
    .find((cell) => textOf(cell) === "Description")?.nextSibling?.nextSibling;
  return { key, name, description: description ? textOf(description) : "", pages };
}

/** `Title_41287911.html`, `41287911.html` → `41287911`. */
export function idOfFile(file: string): string | null {
  return /(?:^|_)(\d{4,})\.html$/.exec(file)?.[1] ?? null;
}

type Root = ReturnType<typeof load>;

function parsed(html: string): Root {
  return load(html, { xml: { xmlMode: false, decodeEntities: true } });
}

function textIn($: Root, selector: string): string {
  const [found] = $(selector).toArray();
  return found ? textOf(found) : "";
}

function readPage(html: string, file: string, spaceName: string): ExportedPage {
  const $ = parsed(html);
  const metadata = textIn($, ".page-metadata");
  const shown = textIn($, "#title-text");
  const crumbs = $("#breadcrumbs a")
    .toArray()
    .map((link) => idOfFile(link.attribs.href ?? ""));
  return {
    file,
    id: idOfFile(file) ?? "",
    title: shown.startsWith(`${spaceName} : `) ? shown.slice(spaceName.length + 3) : shown,
    parentIds: crumbs.filter((id) => id !== null),
    author: textIn($, ".page-metadata .author") || null,
    editor: textIn($, ".page-metadata .editor") || null,
    date: instantOf(/ on (.+)$/.exec(metadata)?.[1] ?? ""),
    wasModified: /last (?:modified|updated)/.test(metadata),
    body: $("#main-content").contents().toArray(),
    attachments: attachmentsOf($),
    comments: $('a[name^="comment-"]')
      .toArray()
      .map((mark) => (mark.parent ? textOf(mark.parent) : "")),
    mentions: mentionsIn($),
  };
}

function attachmentsOf($: Root): ExportedPage["attachments"] {
  return $(".pageSection .greybox a")
    .toArray()
    .flatMap((link) => {
      const href = link.attribs.href ?? "";
      const behind = link.nextSibling ? textOf(link.nextSibling) : "";
      const mediaType = /^\(([\w.+/-]+)/.exec(behind)?.[1] ?? "application/octet-stream";
      return href.startsWith("attachments/") ? [{ name: textOf(link), href, mediaType }] : [];
    });
}

function mentionsIn($: Root): Map<string, string> {
  const found = new Map<string, string>();
  for (const link of $("a").toArray()) {
    const account = accountOf(link, link.attribs.href ?? "");
    if (account !== null && !found.has(account)) found.set(account, textOf(link).replace(/^@/, ""));
  }
  return found;
}

/** Exports print days; noon is as good as any hour. */
function instantOf(printed: string): string | null {
  const at = Date.parse(`${printed} 12:00 UTC`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
