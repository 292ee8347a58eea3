import { ConfigError } from "../errors.ts";

/** A wiki as somebody pastes it, taken apart. */
export interface WikiAddress {
  /** What may stand before `/spaces/KEY`, the likeliest first. */
  readonly bases: readonly string[];
  /** Null where the address names none. */
  readonly space: string | null;
}

/**
 * The base URL, and the space if it is named, of a wiki's or any page's address: `…/wiki/spaces/LAN/overview`, `…/display/LAN/Home`,
 * `…/pages/viewpage.action?spaceKey=LAN`.
 * @throws ConfigError for what is no address
 */
export function parseWikiAddress(text: string): WikiAddress {
  const written = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(written) || !/[.:]|^localhost$/.test(new URL(written).host))
    throw new ConfigError(`${JSON.stringify(text)} is no address of a wiki: expected one such as https://wiki.example.org/wiki`);
  const { origin, pathname, searchParams, hostname } = new URL(written);
  const [, before = "", named = null] = /^(.*?)\/(?:spaces|display)\/(~?[A-Za-z0-9_-]+)(?:\/|$)/.exec(pathname) ?? [];
  const path =
    named === null ? pathname.replace(/\/(?:pages|spaces|display|dashboard\.action|index\.action|login\.action)\b.*$/, "") : before;
  const base = `${origin}${path}`.replace(/\/+$/, "");
  const space = named ?? searchParams.get("spaceKey") ?? searchParams.get("key");
  if (base !== origin) return { bases: [base], space };
  // Cloud has its wiki below /wiki, and nothing of it elsewhere.
  return { bases: hostname.endsWith(".atlassian.net") ? [`${base}/wiki`] : [base, `${base}/wiki`], space };
}

/** What a source of YouTube is to read, by the key of the configuration. */
export function playlistKey(text: string): "playlist" | "channel" {
  const written = text.trim();
  if (URL.canParse(written) && new URL(written).searchParams.has("list")) return "playlist";
  return /^@|^UC[\w-]{22}$|\/(?:channel|user)\/|\/@/.test(written) ? "channel" : "playlist";
}
