import { slug } from "../../records/ids.ts";

/** A folder whose files may be the pages of an export. */
export interface PageFolder {
  readonly form: "html" | "markdown";
  /** Its path in the tree, "" for the root. */
  readonly folder: string;
  readonly pages: readonly string[];
  readonly indexCandidates: readonly string[];
  /** Titles, as slugs of file names, that several files without a page id share. */
  readonly doubleTitles: ReadonlySet<string>;
}

const notPages = /(?:^|\/)(?:attachments|images|styles|download|__MACOSX|node_modules|[^/]*_attachments)\//;

/** Files that may be pages, by their ending and place. */
export function pageLikeFiles(paths: readonly string[]): string[] {
  return paths.filter((path) => /\.(?:html?|md)$/i.test(path) && !notPages.test(path));
}

/** Every folder with page-like files, the one with most of them first. Pages lie beside each other; the form is the one with more files. */
export function pageFoldersOf(paths: readonly string[]): PageFolder[] {
  const folders = new Map<string, { html: string[]; markdown: string[] }>();
  for (const path of pageLikeFiles(paths)) {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const files = folders.get(folder) ?? { html: [], markdown: [] };
    folders.set(folder, files);
    files[/\.md$/i.test(path) ? "markdown" : "html"].push(path);
  }
  return [...folders]
    .map(([folder, files]): PageFolder => {
      const form = files.markdown.length > files.html.length ? "markdown" : "html";
      const pages = files[form];
      const indexCandidates = pages.filter((path) => /(?:^|\/)(?:index\d*|overview|home)\.(?:html?|md)$/i.test(path));
      return { form, folder, pages, indexCandidates, doubleTitles: doubleTitles(pages) };
    })
    .sort((a, b) => b.pages.length - a.pages.length || (a.folder < b.folder ? -1 : 1));
}

/** The title that a file without a page id is named by, as a slug. */
export function titleSlugOfFile(path: string): string {
  const name = (path.split("/").at(-1) ?? path).replace(/\.(?:html?|md)$/i, "").replaceAll("+", " ");
  try {
    return slug(decodeURIComponent(name));
  } catch {
    return slug(name);
  }
}

/**
 * The id in the name of a file as versions from 5.0 on write it, `Title_123.html` or `123.html`: always there, however short. Elsewhere two
 * digits at the end of a name may be part of a title.
 */
export function pageIdOfModernFile(path: string): string | null {
  const name = path.split("/").at(-1) ?? path;
  return /^(?:.*_)?(\d+)\.(?:html?|md)$/i.exec(name)?.[1] ?? null;
}

function doubleTitles(paths: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const double = new Set<string>();
  for (const path of paths) {
    const name = titleSlugOfFile(path);
    if (seen.has(name)) double.add(name);
    seen.add(name);
  }
  return double;
}
