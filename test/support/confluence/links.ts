import type { Attachment, Content } from "./state/types.ts";

/** As Confluence writes a title into a path: `Sand & Sea` → `Sand+%26+Sea`. */
export function plusTitle(title: string): string {
  return encodeURIComponent(title).replaceAll("%20", "+");
}

/** The path of a content below the wiki's base on Cloud. */
export function cloudPath(content: Content): string {
  const { id, spaceKey, title, type, createdAt } = content;
  if (type === "folder") return `/spaces/${spaceKey}/folder/${id}`;
  if (type === "blogpost") return `/spaces/${spaceKey}/blog/${createdAt.slice(0, 10).replaceAll("-", "/")}/${id}/${plusTitle(title)}`;
  return `/spaces/${spaceKey}/pages/${id}/${plusTitle(title)}`;
}

/** On Data Center: by title where it is harmless in a path, else by id. */
export function serverPath(content: Content): string {
  const { id, spaceKey, title, type, createdAt } = content;
  if (/[^\p{L}\p{N} ._-]/u.test(title)) return `/pages/viewpage.action?pageId=${id}`;
  const day = type === "blogpost" ? `${createdAt.slice(0, 10).replaceAll("-", "/")}/` : "";
  return `/display/${spaceKey}/${day}${plusTitle(title)}`;
}

/** The id as eight bytes, the lowest first, in base64 with `/` as `-` and `+` as `_`, cut where it says nothing more. */
export function tinyPath(id: string): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(id));
  return `/x/${bytes.toString("base64").replaceAll("/", "-").replaceAll("+", "_").replace(/=+$/, "").replace(/A+$/, "")}`;
}

/** Where a file lies: without these parameters Cloud answers 404. */
export function downloadPath(content: Content, attachment: Attachment): string {
  const instant = Date.parse(attachment.createdAt);
  return `/download/attachments/${content.id}/${encodeURIComponent(attachment.title)}?version=${attachment.version}&modificationDate=${instant}&cacheVersion=1&api=v2`;
}
