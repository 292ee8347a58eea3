import type { ListedComment } from "../types.ts";
import type { CommentAnswer } from "./schema.ts";

/** What a list of comments must be asked to tell. */
export const commentParts = "body.storage,version,history,ancestors,extensions.inlineProperties,extensions.resolution";

/** Null for one that came without its words. */
export function commentOf({ id, version, history, ancestors, extensions, body }: CommentAnswer): ListedComment | null {
  if (body?.storage === undefined) return null;
  const { location, resolution, inlineProperties } = extensions ?? {};
  const isInline = location === "inline" || location === "resolved" || inlineProperties != null;
  return {
    id,
    answers: ancestors?.at(-1)?.id ?? null,
    place: isInline ? "inline" : "footer",
    version: version?.number ?? null,
    resolved: resolution?.status === undefined ? null : resolution.status === "resolved",
    quote: inlineProperties?.originalSelection || null,
    author: history?.createdBy ?? version?.by ?? null,
    at: history?.createdDate ?? version?.when ?? null,
    form: "storage.xml",
    body: body.storage.value,
  };
}
