import { InputError } from "../../errors.ts";
import type { Skip } from "../types.ts";
import type { HtmlFile, SpaceIndex } from "./html-page.ts";
import { type PageFolder, pageFoldersOf, pageLikeFiles } from "./layout.ts";
import { type Space, spaceOf } from "./space.ts";

/** One space of an export: its folder, and what its list of pages says. */
export interface ExportedSpace {
  readonly layout: PageFolder;
  readonly space: Space;
  readonly index: SpaceIndex | null;
}

export interface FoundSpaces {
  /** The one with most pages first. */
  readonly spaces: readonly ExportedSpace[];
  readonly skips: readonly Skip[];
}

/** Reads a file before its turn; null where it cannot be read or Confluence did not write it. */
export type Peek = (file: string, form: PageFolder["form"]) => Promise<HtmlFile | null>;

interface Place {
  /** What the user named. */
  readonly path: string;
  /** The key that the user gave, or null. */
  readonly given: string | null;
}

/** A folder that may be a space, looked into. */
interface Candidate extends ExportedSpace {
  readonly isExported: boolean;
}

const rootOfArchive = "minutebook.json";
const peekedPages = 5;

/**
 * The spaces that lie in a tree: folders whose pages Confluence wrote. Where no folder looks so, the one with most pages, so that
 * reading it says why.
 * @throws InputError where there are no pages at all, or where none of several spaces has the key that was given
 */
export async function findSpaces(files: readonly string[], place: Place, peek: Peek): Promise<FoundSpaces> {
  const { outside, skips } = withoutArchives(files, place.path);
  const folders = pageFoldersOf(outside);
  const candidates: Candidate[] = [];
  for (const folder of folders) candidates.push(await lookInto(folder, place.path, peek));
  const exported = candidates.filter((candidate) => candidate.isExported);
  const main = exported[0] ?? candidates[0];
  if (!main) throw nothingLikePages(files, place.path);
  const { newest, older } = oneEachSpace(exported.length > 0 ? exported : [main]);
  const { chosen, others } = withKey(newest, place);
  const known = new Set([...chosen.flatMap(({ layout }) => layout.pages), ...[...older, ...others].flatMap(({ layout }) => layout.pages)]);
  return {
    spaces: chosen,
    skips: [
      ...skips,
      ...older.map((space) => olderExport(space)),
      ...others.map(({ layout, space }) => note(folderName(layout), `the space ${space.key}: left out by --space`)),
      ...pageLikeFiles(outside)
        .filter((file) => !known.has(file))
        .sort()
        .map((file) => note(file, "not a page of the export: lies outside of the folder that holds the pages")),
    ],
  };
}

/** What an archive holds was read once already, and is no export. */
function withoutArchives(files: readonly string[], path: string): { outside: readonly string[]; skips: readonly Skip[] } {
  const roots = files.filter((file) => file === rootOfArchive || file.endsWith(`/${rootOfArchive}`));
  if (roots.includes(rootOfArchive)) {
    throw new InputError(
      `${path} is an archive of minutebook (it holds ${rootOfArchive}), no Confluence space export: give the export that it was made of, or run \`minutebook rebuild\` to make its records anew`,
      { file: path },
    );
  }
  const archives = roots.map((root) => root.slice(0, -rootOfArchive.length));
  return {
    outside: archives.length === 0 ? files : files.filter((file) => !archives.some((archive) => file.startsWith(archive))),
    skips: archives.sort().map((archive) => note(archive, "an archive of minutebook, no export")),
  };
}

async function lookInto(layout: PageFolder, path: string, peek: Peek): Promise<Candidate> {
  const index = await indexOf(layout, peek);
  const page = index?.name ? null : await firstPage(layout, peek);
  const space = spaceOf({ given: null, index, pageSpace: page?.spaceName ?? null, path, folder: layout.folder });
  return { layout, space, index, isExported: index !== null || page !== null };
}

async function indexOf(layout: PageFolder, peek: Peek): Promise<SpaceIndex | null> {
  for (const file of layout.indexCandidates) {
    const read = await peek(file, layout.form);
    if (read?.kind === "index") return read.index;
  }
  return null;
}

/** What the first pages call their space: exports without a list of pages say it nowhere else. */
async function firstPage(layout: PageFolder, peek: Peek): Promise<{ spaceName: string | null } | null> {
  let found: { spaceName: string | null } | null = null;
  for (const file of layout.pages.slice(0, peekedPages)) {
    const read = await peek(file, layout.form);
    if (read?.kind !== "page") continue;
    if (read.page.spaceName !== null) return read.page;
    found ??= read.page;
  }
  return found;
}

/** Two exports of one space would give each page twice: the newer one counts, by the day of its list of pages, then by its pages. */
function oneEachSpace(candidates: readonly Candidate[]): { newest: Candidate[]; older: Candidate[] } {
  const newest: Candidate[] = [];
  const older: Candidate[] = [];
  const day = ({ index }: Candidate): string => index?.generatedOn ?? "";
  for (const candidate of candidates.toSorted((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0)))
    (newest.some((other) => isSameSpace(other, candidate)) ? older : newest).push(candidate);
  const inOrder = (a: Candidate, b: Candidate): number => candidates.indexOf(a) - candidates.indexOf(b);
  return { newest: newest.sort(inOrder), older: older.sort(inOrder) };
}

/** By key, and by name where not both say their key themselves. */
function isSameSpace(a: Candidate, b: Candidate): boolean {
  if (a.space.key === b.space.key) return true;
  return a.space.name !== null && a.space.name === b.space.name && !(a.index?.key && b.index?.key);
}

function withKey(spaces: readonly Candidate[], { given, path }: Place): { chosen: readonly ExportedSpace[]; others: readonly Candidate[] } {
  if (given === null) return { chosen: spaces, others: [] };
  // An export of one space need not say its key: the user does.
  const only = spaces.length === 1 ? spaces[0] : undefined;
  if (only) return { chosen: [{ ...only, space: { ...only.space, key: given } }], others: [] };
  const chosen = spaces.filter(({ space }) => space.key === given);
  if (chosen.length > 0) return { chosen, others: spaces.filter((space) => !chosen.includes(space)) };
  const keys = spaces.map(({ space, layout }) => `${space.key} in ${folderName(layout)}`).join(", ");
  throw new InputError(
    `${path} holds ${spaces.length} spaces (${keys}), none with the key ${given}: give one of these keys, or the folder of one space`,
    { file: path },
  );
}

function olderExport({ layout, space }: Candidate): Skip {
  return {
    file: folderName(layout),
    weight: "fault",
    reason:
      `another export of the space ${space.name ?? space.key} (${layout.pages.length} files), of which the newer one was read: expected one export a space; ` +
      "take it away, or read it by itself with --from, with --space KEY if it is another space",
  };
}

function note(file: string, reason: string): Skip {
  return { file, weight: "note", reason };
}

function folderName(layout: PageFolder): string {
  return `${layout.folder || "."}/`;
}

/** What else may have been given, with what to do. */
function nothingLikePages(files: readonly string[], path: string): InputError {
  const expected = `${path} is no Confluence space export: expected a folder or zip with one .html or .md file a page`;
  const zips = files.filter((file) => /\.zip$/i.test(file));
  const found = files.some((file) => /(?:^|\/)entities\.xml$/.test(file))
    ? "found an XML export (entities.xml), which is made for importing it into Confluence again. Export the space once more and choose HTML."
    : zips.length > 0
      ? `found zips (${zips.slice(0, 3).join(", ")}${zips.length > 3 ? ", …" : ""}). Unpack, and give one of them.`
      : `found ${files.length === 0 ? "no files at all" : `${files.length} files, none of them .html or .md beside each other`}. Give the folder that holds index.html.`;
  return new InputError(`${expected}, ${found}`, { file: path });
}
