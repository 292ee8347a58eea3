import { slug } from "../../records/ids.ts";

/** Which files of a tree are the pages of an export. */
export interface Layout {
  readonly form: "html" | "markdown";
  /** The folder that holds the pages, "" for the root. */
  readonly folder: string;
  readonly pages: readonly string[];
  readonly indexCandidates: readonly string[];
  /** Files that look like pages but lie elsewhere. */
  readonly aside: readonly string[];
  /** Titles, as slugs of file names, that several files without a page id share. */
  readonly doubleTitles: ReadonlySet<string>;
}

const notPages = /(?:^|\/)(?:attachments|images|styles|download|__MACOSX|node_modules|[^/]*_attachments)\//;

/** Pages lie beside each other in one folder; the form is the one with more files. Null where there is no such folder. */
export function layoutOf(paths: readonly string[]): Layout | null {
  const folders = new Map<string, { html: string[]; markdown: string[] }>();
  for (const path of paths) {
    const ending = /\.(html?|md)$/i.exec(path)?.[1]?.toLowerCase();
    if (ending === undefined || notPages.test(path)) continue;
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const files = folders.get(folder) ?? { html: [], markdown: [] };
    folders.set(folder, files);
    files[ending === "md" ? "markdown" : "html"].push(path);
  }
  let best: { folder: string; form: Layout["form"]; pages: string[] } | null = null;
  for (const [folder, files] of [...folders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const form of ["html", "markdown"] as const) {
      if (files[form].length > (best?.pages.length ?? 0)) best = { folder, form, pages: files[form] };
    }
  }
  if (best === null) return null;
  const chosen = best;
  const pages = new Set(chosen.pages);
  const aside = [...folders.values()].flatMap((files) => [...files.html, ...files.markdown]).filter((path) => !pages.has(path));
  const indexCandidates = chosen.pages.filter((path) => /(?:^|\/)(?:index\d*|overview|home)\.(?:html?|md)$/i.test(path));
  return { ...chosen, indexCandidates, aside: aside.sort(), doubleTitles: doubleTitles(chosen.pages) };
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
