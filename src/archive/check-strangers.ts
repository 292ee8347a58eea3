import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../errors.ts";
import { bodyForms } from "../pages/raw.ts";
import { collectionOf, collections, type RedirectRecord } from "../records/index.ts";
import { endOf } from "./check-references.ts";
import { type Checking, restoreIt } from "./checking.ts";
import { codeOf } from "./disk.ts";

/** Folders whose files the archive's indexes do not list. */
const openFolders: ReadonlySet<string> = new Set(["files", "state", "feeds", "raw/youtube"]);
const ownFolders: ReadonlySet<string> = new Set([...collections, "raw", "schema", ...openFolders]);
/** What people and their hosting put beside an archive that is a repository of its own. */
const besides = /^(\..*|(README|LICEN[CS]E|NOTICE|COPYING|CNAME|CHANGELOG|CONTRIBUTING|SECURITY|CODEOWNERS)(\..*)?)$/i;

/** Walks the folder once: redirects lead somewhere, nothing lies around that nothing lists, no two paths differ in case only. */
export async function checkWhatLiesAround(checking: Checking): Promise<void> {
  const folded = new Map<string, string>();
  for await (const path of filesIn(checking)) {
    const twin = folded.get(path.toLowerCase());
    folded.set(path.toLowerCase(), path);
    if (twin !== undefined) {
      checking.report(
        path,
        "case",
        `differs from ${twin} in upper and lower case only: a disk that does not tell them apart (Windows, macOS) loses one; keep the archive elsewhere`,
      );
    }
    if (!checking.known.has(path)) await checkUnlisted(checking, path);
  }
}

async function* filesIn(checking: Checking): AsyncGenerator<string, void, undefined> {
  const found = new Set([...checking.folder.pendingMoves.keys()].filter((path) => !isListedNowhere(path)));
  for await (const path of walk(checking, "")) if (!checking.folder.pendingRemovals.has(path)) found.add(path);
  yield* [...found].sort();
}

/** `.gitignore`, and files that no index is expected to list. */
function isListedNowhere(path: string): boolean {
  const [first = "", second = ""] = path.split("/");
  return besides.test(path) || openFolders.has(first) || openFolders.has(`${first}/${second}`);
}

async function* walk(checking: Checking, folder: string): AsyncGenerator<string, void, undefined> {
  for (const entry of await list(checking, folder)) {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (folder === "" && besides.test(entry.name)) continue;
    if (!entry.isDirectory()) yield path;
    else if (folder === "" && !ownFolders.has(path)) {
      checking.report(path, "stranger", `expected only the archive's own folders, found ${path}/: move it out of the archive`);
    } else if (!openFolders.has(path)) yield* walk(checking, path);
  }
}

async function list(checking: Checking, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(join(checking.folder.dir, folder), { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") {
      checking.report(folder || ".", "unreadable", `the folder cannot be listed: ${messageOf(error)}; see to its permissions`);
    }
    return [];
  }
}

async function checkUnlisted(checking: Checking, path: string): Promise<void> {
  if (isOlderVersion(checking, path)) return;
  if (collectionOf(path) === null || !path.endsWith(".json")) {
    reportStranger(checking, path);
    return;
  }
  const file = await checking.json(path);
  if (file === null || file === undefined) return;
  if (typeof file.value !== "object" || file.value === null || !("kind" in file.value) || file.value.kind !== "redirect") {
    reportStranger(checking, path);
    return;
  }
  if (!checking.fits(path, "redirect", file)) return;
  const { id, to } = file.value as RedirectRecord;
  if (`${id}.json` !== path) checking.report(path, "id", `expected the id of its path, found ${id}: ${restoreIt}`);
  if ((await endOf(checking, to)) === null)
    checking.report(path, "redirect", `expected a redirect to a record, found that ${to} leads nowhere: ${restoreIt}`);
}

/** `raw/<space>/<pageId>/v<n>.*` of a page that is listed. */
function isOlderVersion(checking: Checking, path: string): boolean {
  const [raw, space, pageId, file = "", ...rest] = path.split("/");
  const form = /^v\d+\.(.+)$/.exec(file)?.[1];
  if (raw !== "raw" || rest.length > 0 || form === undefined) return false;
  return checking.entries.has(`pages/${space}/${pageId}`) && ["json", ...bodyForms].includes(form);
}

function reportStranger(checking: Checking, path: string): void {
  checking.report(
    path,
    "stranger",
    "expected only files that the archive lists, found this one, which nothing lists: delete it, or move it out of the archive",
  );
}
