import { z } from "zod";
import { day, personRef, recordId, sha256, tail } from "./fields.ts";

export const pageKinds = ["report", "meeting", "log", "post", "index", "home", "roster", "charter", "resource", "other"] as const;
export type PageKind = (typeof pageKinds)[number];

const attachment = z.strictObject({
  name: z.string(),
  mediaType: z.string().nullable(),
  url: z.string().nullable(),
  bytes: z.number().int().nullable(),
  sha256: sha256.nullable(),
});

const link = z.strictObject({ text: z.string(), url: z.string(), page: recordId.nullable() });

const comment = z.strictObject({
  /** The wiki's own number of it. */
  id: z.string(),
  /** The number of the comment that it answers. */
  answers: z.string().nullable(),
  /** Below the page, or beside some words of it: then `quote` is these words. */
  place: z.enum(["footer", "inline"]),
  quote: z.string().nullable(),
  resolved: z.boolean().nullable(),
  author: personRef.nullable(),
  on: day.nullable(),
  markdown: z.string(),
});

/** Something of the page that the document model could not keep: a macro, a part, a form of content. */
const loss = z.strictObject({ what: z.string(), count: z.number().int().positive() });

export const pageRecord = z.strictObject({
  kind: z.literal("page"),
  id: recordId,
  title: z.string(),
  space: z.string(),
  pageId: z.string(),
  /** `title` where the source has no page ids and the id was made from the title; else null. */
  pageIdBasis: z.enum(["title"]).nullable(),
  pageKind: z.enum(pageKinds),
  status: z.strictObject({
    value: z.enum(["current", "archived", "trashed", "deleted", "moved", "hidden", "missing"]),
    since: day.nullable(),
  }),
  version: z.number().int().nullable(),
  ancestors: z.array(z.strictObject({ id: recordId.nullable(), title: z.string() })),
  createdBy: personRef.nullable(),
  createdOn: day.nullable(),
  modifiedBy: personRef.nullable(),
  modifiedOn: day.nullable(),
  modifiedAt: z.iso.datetime().nullable(),
  labels: z.array(z.string()),
  url: z.string().nullable(),
  /** Threads: answers are not counted. */
  commentCount: z.number().int().nullable(),
  /** Empty where they were not read. Archives of before have no such field. */
  comments: z.array(comment).default([]),
  attachments: z.array(attachment),
  markdown: z.string(),
  links: z.array(link),
  losses: z.array(loss),
  ...tail,
});
export type PageRecord = z.infer<typeof pageRecord>;
