import { cloudPath, downloadPath, tinyPath } from "../links.ts";
import { documentFormatOf, renderedOf, type Site, storageOf } from "../site.ts";
import type { Attachment, Comment, Content, Space, User, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { badRequest } from "./cursor.ts";

// Objects of REST v2, with the fields of https://developer.atlassian.com/cloud/confluence/rest/v2/

const listFormats = ["storage", "atlas_doc_format"];
const pageFormats = [...listFormats, "view", "export_view", "anonymous_export_view", "styled_view", "editor"];

/** The body as asked for, and none where nobody asked. @throws Refusal (400) for a format that this place does not give */
export function bodyOf(
  site: Site,
  content: Content,
  version: Version,
  format: string | null,
  place: "list" | "page",
): Record<string, unknown> {
  if (format === null || format === "") return {};
  if (!(place === "list" ? listFormats : pageFormats).includes(format))
    throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${format}} for 'body-format' is not the correct type`);
  const storage = storageOf(site, version.storage);
  const value =
    format === "storage" || format === "editor"
      ? storage
      : format === "atlas_doc_format"
        ? documentFormatOf(storage)
        : renderedOf(site, content, version);
  return { [format]: { value, representation: format } };
}

export function versionShape(version: Version): Record<string, unknown> {
  const { number, message, isMinor, authorId, createdAt } = version;
  return { number, message, minorEdit: isMinor, authorId, createdAt };
}

/** A page or blog post, at one of its versions. */
export function contentShape(site: Site, content: Content, version: Version, body: Record<string, unknown>): Record<string, unknown> {
  const isOld = version !== newestOf(content);
  const parent = content.parentId === null ? undefined : site.wiki.contents.get(content.parentId);
  const place =
    content.type === "blogpost"
      ? {}
      : {
          parentId: content.parentId,
          parentType: parent?.type ?? null,
          position: content.position,
          ownerId: content.authorId,
          lastOwnerId: null,
        };
  return {
    id: content.id,
    status: isOld ? "historical" : content.status,
    title: version.title,
    spaceId: site.wiki.space(content.spaceKey).id,
    ...place,
    ...(content.subtype === null ? {} : { subtype: content.subtype }),
    authorId: content.authorId,
    createdAt: content.createdAt,
    version: versionShape(version),
    body,
    _links: linksOf(content),
  };
}

function linksOf(content: Content): Record<string, string> {
  const { spaceKey, id } = content;
  return {
    webui: cloudPath(content),
    editui: `/pages/resumedraft.action?draftId=${id}`,
    edituiv2: `/spaces/${spaceKey}/pages/edit-v2/${id}`,
    tinyui: tinyPath(id),
  };
}

export function folderShape(content: Content): Record<string, unknown> {
  const { id, status, title, parentId, position, authorId, createdAt } = content;
  return {
    id,
    type: "folder",
    status,
    title,
    parentId,
    parentType: parentId === null ? null : "page",
    position,
    authorId,
    ownerId: authorId,
    createdAt,
    version: versionShape(newestOf(content)),
    _links: { webui: cloudPath(content) },
  };
}

export function spaceShape(space: Space): Record<string, unknown> {
  const { id, key, name, type, status, authorId, createdAt, homepageId, description } = space;
  return {
    id,
    key,
    name,
    type,
    status,
    authorId,
    createdAt,
    homepageId,
    currentActiveAlias: key,
    spaceOwnerId: authorId,
    description: { plain: { value: description, representation: "plain" } },
    icon: null,
    _links: { webui: `/spaces/${key}` },
  };
}

export function attachmentShape(content: Content, attachment: Attachment): Record<string, unknown> {
  const { id, title, mediaType, bytes, version, createdAt, authorId, comment } = attachment;
  const download = downloadPath(content, attachment);
  return {
    id,
    status: "current",
    title,
    createdAt,
    pageId: content.id,
    mediaType,
    mediaTypeDescription: mediaType,
    comment,
    fileId: `file-${id}`,
    fileSize: bytes.length,
    webuiLink: `/pages/viewpageattachments.action?pageId=${content.id}`,
    downloadLink: download,
    version: { number: version, message: comment, minorEdit: false, authorId, createdAt },
    _links: { webui: `/pages/viewpageattachments.action?pageId=${content.id}`, download },
  };
}

export function commentShape(site: Site, content: Content, comment: Comment, format: string | null): Record<string, unknown> {
  const { id, authorId, storage, version, changedAt, place, parentId } = comment;
  const isThread = place === "inline" && parentId === null;
  return {
    id,
    status: "current",
    title: `Re: ${content.title}`,
    ...(parentId === null ? { pageId: content.id } : { parentCommentId: parentId }),
    version: { number: version, message: "", minorEdit: false, authorId, createdAt: changedAt },
    ...(isThread
      ? {
          resolutionStatus: comment.isResolved ? "resolved" : "open",
          properties: { inlineMarkerRef: id, inlineOriginalSelection: comment.selection ?? "" },
        }
      : {}),
    body: format === null ? {} : { storage: { value: storageOf(site, storage), representation: "storage" } },
    _links: { webui: `${cloudPath(content)}?focusedCommentId=${id}` },
  };
}

export function labelShape(content: Content, name: string): Record<string, unknown> {
  return { id: String(1_000 + content.labels.indexOf(name)), name, prefix: "global" };
}

/** Mail addresses and pictures stay private; who was deactivated still has a name. */
export function userShape(user: User): Record<string, unknown> {
  return {
    accountId: user.accountId,
    accountType: "atlassian",
    accountStatus: user.state === "active" ? "active" : "inactive",
    displayName: user.displayName,
    publicName: user.displayName,
    email: "",
    timeZone: null,
    personalSpaceId: null,
    isExternalCollaborator: false,
  };
}
