import { basename, resolve } from "node:path";
import { slugOr } from "../../records/ids.ts";
import type { SpaceIndex } from "./html-page.ts";

export interface Space {
  readonly key: string;
  readonly name: string | null;
}

export interface SpaceClues {
  /** What the user says. */
  readonly given: string | null;
  readonly index: SpaceIndex | null;
  /** What the first page calls its space. */
  readonly pageSpace: string | null;
  /** Where the export lies, and the folder within it that holds the pages. */
  readonly path: string;
  readonly folder: string;
}

/**
 * Which space an export is of. What its pages say comes before where it lies, so that an export gives the same archive as a folder and as a
 * zip of another name. A folder in capitals is a key: Cloud puts the pages of a zip into one.
 */
export function spaceOf(clues: SpaceClues): Space {
  const { given, index, pageSpace, path, folder } = clues;
  const name = index?.name ?? pageSpace;
  const place = folder.split("/").at(-1) || basename(resolve(path)).replace(/\.zip$/i, "");
  const key = given ?? keyOf(index?.key ?? null) ?? (/^[A-Z][A-Z0-9_]{1,60}$/.test(place) ? place : slugOr(name ?? place, place));
  return { key, name };
}

/** A key that can be a folder name, or null: some exports print the space's name as its key. */
function keyOf(key: string | null): string | null {
  return key !== null && /^~?[A-Za-z0-9_-]{1,255}$/.test(key) ? key : null;
}
