/** What page a link means, as far as the link itself tells. */
export type PageTarget =
  | { readonly by: "id"; readonly pageId: string }
  | { readonly by: "title"; readonly space: string; readonly title: string }
  | { readonly by: "file"; readonly file: string };

/**
 * Reads the forms in which wiki pages are linked: `viewpage.action?pageId=1`, `/spaces/KEY/pages/1/Slug`, `/display/KEY/Title+With+Plus`,
 * tiny links `/x/AbCd` (base64 of the id as 8 bytes, little-endian, `/`→`-`, `+`→`_`, trailing `A` cut), files of the same export.
 * Null where the link leads elsewhere.
 */
export function parsePageLink(href: string): PageTarget | null {
  const [path = "", query = ""] = (href.split("#")[0] ?? "").split("?");
  if (/\/(?:viewpage|resumedraft|viewpageattachments|editpage)\.action$/.test(path)) {
    const pageId = /(?:^|&)(?:pageId|draftId)=(\d+)/.exec(query)?.[1];
    return pageId === undefined ? null : { by: "id", pageId };
  }
  const modern = /\/spaces\/[^/]+\/(?:pages|blog\/\d{4}\/\d\d\/\d\d)\/(\d+)(?:\/|$)/.exec(path)?.[1];
  if (modern !== undefined) return { by: "id", pageId: modern };
  const tiny = /\/x\/([\w-]{2,12})$/.exec(path)?.[1];
  if (tiny !== undefined && /^(?:https?:\/\/[^/]+)?(?:\/wiki|\/confluence)?\/x\//.test(path)) return fromTiny(tiny);
  const display = /\/display\/([^/~][^/]*)\/([^/]+)\/?$/.exec(path);
  if (display) return { by: "title", space: decoded(display[1] ?? ""), title: decoded((display[2] ?? "").replaceAll("+", " ")) };
  if (!/^[a-z][a-z0-9+.-]*:|^\//i.test(href) && /\.(?:html?|md)$/i.test(path) && !path.includes("attachments/"))
    return { by: "file", file: path };
  return null;
}

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
  return /^(?:.*_)?(\d{3,})\.(?:html?|md)$/.exec(name)?.[1] ?? null;
}
