import type { RawEnvelope } from "../../pages/raw.ts";
import { slugOr, withHash } from "../../records/ids.ts";
import type { ExportedSpace } from "./find-spaces.ts";
import type { ExportedPage } from "./html-page.ts";
import { titleSlugOfFile } from "./layout.ts";

interface Origin {
  /** The id of the source. */
  readonly source: string;
  /** Of the wiki, or null. */
  readonly baseUrl: string | null;
}

/** What an export tells about a page beside its body. */
export function envelopeOf(from: Origin, found: ExportedSpace, file: string, page: ExportedPage, title: string): RawEnvelope {
  const { layout, index, space } = found;
  const titleId = `t-${slugOr(title, `${space.key}\n${file}`)}`;
  const pageId = page.pageId ?? (layout.doubleTitles.has(titleSlugOfFile(file)) ? withHash(titleId, file) : titleId);
  const { createdBy, createdOn, modifiedBy, modifiedOn } = page.metadata;
  const { source, baseUrl } = from;
  return {
    source,
    space: space.key,
    spaceName: space.name ?? page.spaceName,
    pageId,
    pageIdBasis: page.pageId === null ? "title" : null,
    // macOS decomposes letters in file names; links do not.
    file: (layout.folder === "" ? file : file.slice(layout.folder.length + 1)).normalize("NFC"),
    title,
    isHome: page.isHome || (index?.homeFile ? sameFile(index.homeFile, file) || index.homeTitle === title : false),
    parents: page.parents,
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
    modifiedAt: null,
    version: null,
    status: "current",
    labels: [],
    url: baseUrl === null || page.pageId === null ? null : `${baseUrl.replace(/\/+$/, "")}/pages/viewpage.action?pageId=${page.pageId}`,
    commentCount: page.commentCount,
    attachments: page.attachments,
    form: layout.form === "html" ? "export.html" : "export.md",
    losses: [...page.losses],
  };
}

function sameFile(href: string, path: string): boolean {
  const name = path.split("/").at(-1) ?? path;
  if (href === name) return true;
  try {
    return decodeURIComponent(href) === name;
  } catch {
    return false;
  }
}
