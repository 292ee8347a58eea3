import type { BodyForm } from "../pages/raw.ts";
import { type Collection, collectionOf, type FileKind } from "../records/index.ts";

// Where things lie in the archive. Paths are relative to its folder, with "/" on every system.

export const rootPath = "minutebook.json";
export const gitignorePath = ".gitignore";
/** Locks, the journal and staged files: never part of a comparison of archives. */
export const workFolder = ".minutebook";

/** Ids and paths may come from a foreign archive: a segment can neither climb, hide, nor mean a drive or a stream on Windows. */
const safeSegment = /^(?!\.)[A-Za-z0-9_.~-]{1,240}$/;

/** What callers may write beside records; each of these has rules of its own in the contract. */
const freeFolders: readonly string[] = ["raw", "state", "feeds", "files"];

/** How many segments an id has, the collection's name included: a page's raw files are found by taking its id apart. */
const shapes: Readonly<Record<Collection, string>> = {
  groups: "groups/<group>",
  people: "people/<person>",
  reports: "reports/<group>/<period>",
  meetings: "meetings/<group>/<year>/<date>-<pageId>",
  recordings: "recordings/<platform>/<key>",
  courses: "courses/<provider>/<title>",
  changes: "changes/<year>/<id>",
  pages: "pages/<space>/<pageId>",
};

export function isSafePath(path: string): boolean {
  return path === gitignorePath || path.split("/").every((segment) => safeSegment.test(segment));
}

/** Whether `path` is one that callers may write as a file that is no record. */
export function isFreePath(path: string): boolean {
  const [first = "", ...rest] = path.split("/");
  return rest.length > 0 && freeFolders.includes(first) && isSafePath(path);
}

/** What is wrong with an id, in words that follow "the id …"; null where nothing is. */
export function idFault(id: string): string | null {
  const collection = collectionOf(id);
  if (collection === null) return "does not begin with the name of a collection";
  if (!isSafePath(id)) return "has a segment with other characters than A-Z a-z 0-9 _ . ~ -, or one that begins with a dot";
  if (id.split("/").length !== shapes[collection].split("/").length) return `is not of the form ${shapes[collection]}`;
  return id.endsWith("/index") ? "ends in index, where the collection's index lies" : null;
}

/** The id must have passed `idFault`. */
export function recordPath(id: string): string {
  return `${id}.json`;
}

export function indexPath(collection: Collection): string {
  return `${collection}/index.json`;
}

export function schemaPath(kind: FileKind): string {
  return `schema/${kind}.schema.json`;
}

export function rawEnvelopePath(space: string, pageId: string): string {
  return `raw/${space}/${pageId}.json`;
}

export function rawBodyPath(space: string, pageId: string, form: BodyForm): string {
  return `raw/${space}/${pageId}.${form}`;
}

/** Space and page id of `pages/<space>/<pageId>`: a page's raw files keep the place of its id, also when the page moves to another space. */
export function pagePlace(id: string): { space: string; pageId: string } {
  const [, space = "", pageId = ""] = id.split("/");
  return { space, pageId };
}
