import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Wiki } from "../state/wiki.ts";
import { type ExportedPage, type ExportedSpace, readExport } from "./read-export.ts";
import { type ExportContext, storageOfExport } from "./to-storage.ts";

const unknownDay = "2020-01-01T12:00:00.000Z";
const dayMs = 86_400_000;

/**
 * A space as the wiki may have held it from which it was exported: ids, titles, tree, people and dates as in the export, bodies in storage. What
 * an export does not tell is made up: account ids of people who are only named, and the day before the last change as that of the first version.
 */
export async function spaceOfExport(folder: string, wiki: Wiki = new Wiki()): Promise<Wiki> {
  const space = await readExport(folder);
  const people = addPeople(wiki, space);
  const first = space.pages[0];
  wiki.addSpace({
    key: space.key,
    name: space.name,
    description: space.description,
    createdAt: earliest(space.pages),
    authorId: people(first?.author ?? "Nobody"),
  });
  const contextFor = contextOf(space, wiki);
  for (const page of space.pages) {
    addPage(wiki, space.key, page, storageOfExport(page.body, contextFor(page)).trim(), people);
    for (const { name, href, mediaType } of page.attachments)
      wiki.addAttachment(page.id, {
        id: `att${/\/(\d+)(?:\.\w+)?$/.exec(href)?.[1] ?? page.id}`,
        title: name,
        mediaType,
        // Owners leave large files out of what they publish; then it is empty.
        bytes: await readFile(join(folder, href)).catch(() => Buffer.alloc(0)),
        createdAt: page.date ?? unknownDay,
        authorId: people(page.author ?? "Nobody"),
      });
  }
  return wiki;
}

function addPage(wiki: Wiki, space: string, page: ExportedPage, storage: string, people: (name: string) => string): void {
  const authorId = people(page.author ?? "Nobody");
  const date = page.date ?? unknownDay;
  const at = page.wasModified ? new Date(Date.parse(date) - dayMs).toISOString() : date;
  const parentId = page.parentIds.at(-1) ?? null;
  wiki.addPage({ id: page.id, space, title: page.title, parentId, storage, authorId, at });
  if (page.wasModified) wiki.edit(page.id, storage, { authorId: people(page.editor ?? page.author ?? "Nobody"), at: date });
  for (const text of page.comments)
    wiki.addComment(page.id, { storage: `<p>${text.replace(/[<&>]/g, "")}</p>`, createdAt: date, authorId });
}

/** Adds everybody who is mentioned or has written; the answer leads from a name to an account. */
function addPeople(wiki: Wiki, { pages }: ExportedSpace): (name: string) => string {
  const accounts = new Map<string, string>();
  const add = (name: string, accountId: string): void => {
    const displayName = name.replace(/\s*\((?:deactivated|unlicensed)\)$/i, "");
    if (!accounts.has(displayName)) accounts.set(displayName, accountId);
    if (!wiki.users.has(accountId) && displayName !== "")
      wiki.addUser({ accountId, displayName, state: displayName === name ? "active" : "deactivated" });
  };
  for (const { mentions } of pages) for (const [accountId, name] of mentions) add(name, accountId);
  const accountFor = (name: string): string => {
    const displayName = name.replace(/\s*\((?:deactivated|unlicensed)\)$/i, "");
    if (!accounts.has(displayName)) add(name, inventAccount(displayName));
    return accounts.get(displayName) ?? inventAccount(displayName);
  };
  for (const { author, editor } of pages) for (const name of [author, editor]) if (name !== null) accountFor(name);
  return accountFor;
}

/** The same for the same name. */
function inventAccount(name: string): string {
  const hash = createHash("sha256").update(name).digest("hex");
  return `712020:${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function contextOf({ pages }: ExportedSpace, wiki: Wiki): (page: ExportedPage) => ExportContext {
  const titles = new Map(pages.map(({ file, title }) => [file, title]));
  const files = new Map(pages.flatMap((page) => page.attachments.map(({ href, name }) => [href, { name, page }] as const)));
  return (page) => ({
    titleOfFile: (href) => titles.get(href.replace(/#.*/, "")) ?? null,
    attachmentAt: (href) => {
      const found = files.get(href);
      return found ? { name: found.name, otherPage: found.page === page ? null : found.page.title } : null;
    },
    nameOf: (account) => wiki.users.get(account)?.displayName ?? null,
  });
}

function earliest(pages: readonly ExportedPage[]): string {
  return pages.map(({ date }) => date ?? unknownDay).sort()[0] ?? unknownDay;
}
