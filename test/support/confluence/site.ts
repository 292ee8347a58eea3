import { cloudPath, serverPath } from "./links.ts";
import { escaped, type RenderContext, viewOf } from "./render.ts";
import type { Content, User, Version } from "./state/types.ts";
import { newestOf, type Wiki } from "./state/wiki.ts";

export type Flavour = "cloud" | "server" | "web";

/** Ways in which real wikis differ, each off unless asked for. */
export interface Quirks {
  /** v2 lists: a page without results but with a next link, in the middle (more follow) or at the end (for ever the same). */
  readonly emptyPage?: "middle" | "end";
  /** Cloud's file downloads lead to another host, which takes no credentials. Default true; false for the same host. */
  readonly downloadsElsewhere?: boolean;
  /** Data Center 7.19 has old versions under `rest/experimental` only. */
  readonly hasExperimentalVersions?: boolean;
  /** `start` in the next link of Data Center counts less than what came. */
  readonly countsStartShort?: boolean;
  /** Data Center tells of itself. Before 8 or so it does not. */
  readonly hasServerInformation?: boolean;
  /** What REST answers on a wiki whose pages alone are public. */
  readonly restAnswer?: "403" | "404" | "login";
  /** The whole of `/robots.txt`. */
  readonly robots?: string;
}

/** A wiki at an address: what every interface needs to answer. */
export interface Site {
  readonly flavour: Flavour;
  readonly wiki: Wiki;
  /** `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** `/wiki`, `/confluence` or nothing. */
  readonly context: string;
  /** The time zone of the server, in which CQL and Data Center write and read times. */
  readonly offsetMinutes: number;
  readonly cloudId: string;
  readonly quirks: Quirks;
}

export function pathOf(site: Site, content: Content): string {
  return site.flavour === "cloud" ? cloudPath(content) : serverPath(content);
}

/** Storage as this flavour writes it: one wiki stands behind all, and people have other ids on Data Center. */
export function storageOf(site: Site, storage: string): string {
  if (site.flavour === "cloud") return storage;
  return storage.replace(/ri:account-id="([^"]*)"/g, (_, id: string) => `ri:userkey="${site.wiki.users.get(id)?.userKey ?? id}"`);
}

export function renderedOf(site: Site, content: Content, version: Version = newestOf(content)): string {
  if (content.view !== null && version === newestOf(content)) return content.view;
  return viewOf(version.storage, renderContext(site, content));
}

export function renderContext(site: Site, content: Content): RenderContext {
  const { wiki } = site;
  return {
    content,
    context: site.context,
    userOf: (attributes) => {
      const user = wiki.users.get(attributes["ri:account-id"] ?? "");
      return user?.state === "deleted" ? undefined : user;
    },
    userLink: (user, shown) => userLink(site, user, shown),
    pageNamed: (spaceKey, title) => pageNamed(wiki, spaceKey, title),
    pathOf: (page) => pathOf(site, page),
    childrenOf: (page) => wiki.childrenOf(page.id).filter((child) => child.status === "current" && !wiki.isHidden(child)),
  };
}

function userLink(site: Site, user: User, shown: string): string {
  const classes = 'class="confluence-userlink user-mention"';
  if (site.flavour !== "cloud")
    return `<a ${classes} data-username="${user.username}" href="${site.context}/display/~${user.username}">${shown}</a>`;
  const base = `${site.origin}${site.context}`;
  return `<a ${classes} data-account-id="${user.accountId}" href="${base}/people/${user.accountId}?ref=confluence" target="_blank" data-base-url="${base}">${shown}</a>`;
}

/** Who is deactivated is shown with what Confluence adds to such names. */
export function shownName(user: User): string {
  return user.state === "deactivated" ? `${user.displayName} (Deactivated)` : user.displayName;
}

export function pageNamed(wiki: Wiki, spaceKey: string, title: string): Content | undefined {
  for (const content of wiki.contents.values())
    if (content.spaceKey === spaceKey && content.title === title && content.status === "current" && content.type === "page") return content;
  return undefined;
}

/** Paragraphs and nothing else: the one of the two body formats of lists that nobody here reads. */
export function documentFormatOf(storage: string): string {
  const text = storage.replace(/<[^>]{0,4000}>/g, " ").trim();
  return JSON.stringify({ type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text: escaped(text) }] }] });
}
