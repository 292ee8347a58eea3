/** A page by its space and the title in its address, of which punctuation may be lost. */
export interface NamedPage {
  readonly space: string;
  readonly title: string;
}

/** What page a link means, as far as the link itself tells. */
export type PageTarget =
  | { readonly by: "id"; readonly pageId: string; readonly named?: NamedPage }
  | { readonly by: "title"; readonly space: string; readonly title: string }
  | { readonly by: "file"; readonly file: string };

/**
 * Reads the forms in which wiki pages are linked: `viewpage.action?pageId=1` and `?spaceKey=KEY&title=Title`, `/spaces/KEY/pages/1/Slug`,
 * `/display/KEY/Title+With+Plus`, tiny links `/x/AbCd`, files of the same export.
 * Null where the link leads elsewhere.
 */
export function parsePageLink(href: string): PageTarget | null {
  const [path = "", query = ""] = (href.trim().split("#")[0] ?? "").split("?");
  const action = /\/(viewpage|resumedraft|viewpageattachments|editpage|releaseview|tinyurl)\.action$/.exec(path)?.[1];
  if (action !== undefined) return fromQuery(query);
  const modern = /\/spaces\/([^/]+)\/(?:pages(?:\/edit(?:-v2)?)?|blog\/\d{4}\/\d\d\/\d\d)\/(\d+)(?:\/([^/]*)|$)/.exec(path);
  if (modern) return fromSpaces(modern[1] ?? "", modern[2] ?? "", modern[3] ?? "");
  const tiny = /^(?:https?:\/\/[^/]+)?(?:\/wiki|\/confluence)?\/x\/([\w-]{1,11})\/?$/.exec(path)?.[1];
  if (tiny !== undefined) return fromTiny(tiny);
  const display = /\/display\/([^/]+)\/(?:\d{4}\/\d\d\/\d\d\/)?([^/]+)\/?$/.exec(path);
  if (display) return { by: "title", space: decoded(display[1] ?? ""), title: decoded((display[2] ?? "").replaceAll("+", " ")) };
  if (!/^[a-z][a-z0-9+.-]*:|^\//i.test(path) && /\.(?:html?|md)$/i.test(path) && !path.includes("attachments/"))
    return { by: "file", file: path.replace(/^(?:\.\/)+/, "") };
  return null;
}

function fromSpaces(space: string, pageId: string, slug: string): PageTarget {
  const title = decoded(slug.replaceAll("+", " ")).trim();
  return { by: "id", pageId, ...(title === "" ? {} : { named: { space: decoded(space), title } }) };
}

/** The page whose file a download link leads to, `…/download/attachments/123/minutes.pdf?version=1`; null for other links. */
export function parseFileLink(href: string): { readonly pageId: string; readonly name: string } | null {
  const [, pageId = "", name = ""] = /\/download\/(?:attachments|thumbnails)\/(\d{1,20})\/([^/?#]{1,1000})(?:[?#]|$)/.exec(href) ?? [];
  return pageId === "" ? null : { pageId, name: decoded(name) };
}

function fromQuery(query: string): PageTarget | null {
  const given = new URLSearchParams(query);
  const pageId = given.get("pageId") ?? given.get("draftId");
  if (pageId !== null) return /^\d+$/.test(pageId) ? { by: "id", pageId } : null;
  const tiny = given.get("urlIdentifier");
  if (tiny !== null) return /^[\w-]{1,11}$/.test(tiny) ? fromTiny(tiny) : null;
  const space = given.get("spaceKey");
  const title = given.get("title");
  return space && title ? { by: "title", space, title } : null;
}

/** The id as 8 bytes, little-endian, in base64 with `/` → `-` and `+` → `_`; the `A`s at the end, which stand for zeros, are cut off. */
function fromTiny(tiny: string): PageTarget | null {
  const base64 = tiny.replaceAll("-", "/").replaceAll("_", "+");
  const bytes = Buffer.alloc(8);
  Buffer.from(base64.padEnd(11, "A"), "base64").copy(bytes, 0, 0, 8);
  const id = bytes.readBigUInt64LE();
  return id === 0n ? null : { by: "id", pageId: id.toString() };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The id of a page whose file carries it: `Title_123.html`, `123.html`. */
export function pageIdOfFile(path: string): string | null {
  const name = path.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
  return /^(?:.*_)?(\d{3,})\.(?:html?|md)$/i.exec(name)?.[1] ?? null;
}
