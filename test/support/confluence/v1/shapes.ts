import { cloudPath, downloadPath, tinyPath } from "../links.ts";
import { pathOf, renderedOf, type Site, shownName, storageOf } from "../site.ts";
import type { Attachment, Content, Space, User, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { withOffset } from "../times.ts";

// Objects of REST v1. What is not expanded is named under `_expandable`, as on https://docs.atlassian.com/ConfluenceServer/rest/

/** What `expand` asks for; `history.lastUpdated` asks for `history` too. */
export type Expands = ReadonlySet<string>;

export function expandsOf(text: string | null): Expands {
  const found = new Set<string>();
  for (const path of (text ?? "").split(",")) {
    const parts = path.trim().split(".");
    for (let length = 1; length <= parts.length; length += 1) found.add(parts.slice(0, length).join("."));
  }
  found.delete("");
  return found;
}

export function instantOf(site: Site, instant: string): string {
  return site.flavour === "cloud" ? instant : withOffset(instant, site.offsetMinutes);
}

/** People of Cloud have account ids; those of Data Center a key and a name to log in with, and neither has the other. */
export function userV1(site: Site, user: User | undefined): Record<string, unknown> {
  if (user === undefined || user.state === "deleted") return { type: "unknown", displayName: "Unknown User" };
  if (site.flavour === "cloud")
    return {
      type: "known",
      accountId: user.accountId,
      accountType: "atlassian",
      email: "",
      publicName: user.displayName,
      displayName: shownName(user),
    };
  return {
    type: "known",
    username: user.username,
    userKey: user.userKey,
    displayName: shownName(user),
    _links: { self: `${site.origin}${site.context}/rest/api/user?key=${user.userKey}` },
    _expandable: { status: "" },
  };
}

export function versionV1(site: Site, content: Content, version: Version): Record<string, unknown> {
  const experimental = site.flavour === "server" ? "experimental" : "api";
  return {
    by: userV1(site, site.wiki.users.get(version.authorId)),
    when: instantOf(site, version.createdAt),
    message: version.message,
    number: version.number,
    minorEdit: version.isMinor,
    hidden: false,
    _links: { self: `${site.origin}${site.context}/rest/${experimental}/content/${content.id}/version/${version.number}` },
    _expandable: { content: `/rest/api/content/${content.id}` },
  };
}

export function spaceV1(site: Site, space: Space, expands: Expands): Record<string, unknown> {
  const home = space.homepageId === null ? undefined : site.wiki.contents.get(space.homepageId);
  return {
    id: Number(space.id),
    key: space.key,
    name: space.name,
    type: space.type,
    ...(expands.has("description.plain") ? { description: { plain: { value: space.description, representation: "plain" } } } : {}),
    ...(expands.has("homepage") && home ? { homepage: contentV1(site, home, new Set()) } : {}),
    _links: {
      webui: site.flavour === "cloud" ? `/spaces/${space.key}` : `/display/${space.key}`,
      self: `${site.origin}${site.context}/rest/api/space/${space.key}`,
    },
    _expandable: { metadata: "", icon: "", ...(space.homepageId === null ? {} : { homepage: `/rest/api/content/${space.homepageId}` }) },
  };
}

/** A content at one of its versions. */
export function contentV1(site: Site, content: Content, expands: Expands, version: Version = newestOf(content)): Record<string, unknown> {
  const path = `/rest/api/content/${content.id}`;
  const { wiki } = site;
  const parts: Readonly<Record<string, () => unknown>> = {
    space: () => spaceV1(site, wiki.space(content.spaceKey), new Set()),
    container: () => spaceV1(site, wiki.space(content.spaceKey), new Set()),
    version: () => versionV1(site, content, version),
    history: () => historyV1(site, content, expands),
    ancestors: () => wiki.ancestorsOf(content).map((ancestor) => contentV1(site, ancestor, new Set())),
    metadata: () => metadataV1(site, content, expands),
    body: () => bodyV1(site, content, expands, version),
  };
  const isOld = version !== newestOf(content);
  return {
    id: content.id,
    type: content.type,
    status: isOld ? "historical" : content.status,
    title: version.title,
    ...Object.fromEntries(Object.entries(parts).flatMap(([name, make]) => (expands.has(name) ? [[name, make()]] : []))),
    extensions: { position: content.type === "page" ? content.position : "none" },
    _links: {
      webui: pathOf(site, content),
      edit: `/pages/resumedraft.action?draftId=${content.id}`,
      tinyui: tinyPath(content.id),
      self: `${site.origin}${site.context}${path}`,
    },
    _expandable: Object.fromEntries(Object.keys(parts).flatMap((name) => (expands.has(name) ? [] : [[name, ""]]))),
  };
}

export function historyV1(site: Site, content: Content, expands: Expands): Record<string, unknown> {
  return {
    previousVersion: content.versions.length > 1 ? versionV1(site, content, content.versions.at(-2) as Version) : null,
    ...(expands.has("history.lastUpdated") || expands.has("lastUpdated")
      ? { lastUpdated: versionV1(site, content, newestOf(content)) }
      : {}),
    latest: true,
    createdBy: userV1(site, site.wiki.users.get(content.authorId)),
    createdDate: instantOf(site, content.createdAt),
    _links: { self: `${site.origin}${site.context}/rest/api/content/${content.id}/history` },
    _expandable: { lastUpdated: "", previousVersion: "", contributors: "", nextVersion: "" },
  };
}

export function labelsV1(site: Site, content: Content): Record<string, unknown> {
  const results = content.labels.map((name, index) => ({ prefix: "global", name, label: name, id: String(1_000 + index) }));
  const self = `${site.origin}${site.context}/rest/api/content/${content.id}/label`;
  return { results, start: 0, limit: 200, size: results.length, _links: { self } };
}

export function attachmentV1(site: Site, content: Content, attachment: Attachment, expands: Expands): Record<string, unknown> {
  const { id, title, mediaType, bytes, version, createdAt, authorId, comment } = attachment;
  const by = userV1(site, site.wiki.users.get(authorId));
  return {
    id,
    type: "attachment",
    status: "current",
    title,
    ...(expands.has("version")
      ? { version: { by, when: instantOf(site, createdAt), message: comment, number: version, minorEdit: false } }
      : {}),
    metadata: { mediaType, comment },
    extensions: { mediaType, fileSize: bytes.length, comment },
    _links: {
      webui: `${site.flavour === "cloud" ? cloudPath(content) : `/pages/viewpage.action?pageId=${content.id}`}?preview=%2F${content.id}%2F${id.slice(3)}`,
      download: downloadPath(content, attachment),
      self: `${site.origin}${site.context}/rest/api/content/${id}`,
    },
    _expandable: { container: `/rest/api/content/${content.id}`, ancestors: "", body: "" },
  };
}

function metadataV1(site: Site, content: Content, expands: Expands): Record<string, unknown> {
  return expands.has("metadata.labels")
    ? { labels: labelsV1(site, content) }
    : { _expandable: { labels: "", currentuser: "", properties: "" } };
}

function bodyV1(site: Site, content: Content, expands: Expands, version: Version): Record<string, unknown> {
  const forms: Readonly<Record<string, () => string>> = {
    storage: () => storageOf(site, version.storage),
    view: () => renderedOf(site, content, version),
    export_view: () => renderedOf(site, content, version),
    styled_view: () => renderedOf(site, content, version),
  };
  const given = Object.entries(forms).flatMap(([form, make]) =>
    expands.has(`body.${form}`) ? [[form, { value: make(), representation: form }]] : [],
  );
  const left = Object.keys(forms).flatMap((form) => (expands.has(`body.${form}`) ? [] : [[form, ""]]));
  return { ...Object.fromEntries(given), _expandable: Object.fromEntries(left) };
}
