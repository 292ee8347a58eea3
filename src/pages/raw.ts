import { z } from "zod";
import { day, sha256 } from "../records/fields.ts";

/** The forms in which sources give a page's body; also the ending of the body's file in the raw store. */
export const bodyForms = ["export.html", "export.md", "view.html", "storage.xml"] as const;
export type BodyForm = (typeof bodyForms)[number];

const rawPerson = z.strictObject({ name: z.string(), accountId: z.string().nullable() });
export type RawPerson = z.infer<typeof rawPerson>;

/** What somebody wrote about a page, or about some words of it. */
const rawComment = z.strictObject({
  id: z.string(),
  /** The comment that it answers. */
  answers: z.string().nullable(),
  place: z.enum(["footer", "inline"]),
  /** The words of the page that it is about. */
  quote: z.string().nullable(),
  /** Null where the wiki does not settle such comments, or does not tell. */
  resolved: z.boolean().nullable(),
  author: rawPerson.nullable(),
  on: day.nullable(),
  at: z.string().nullable(),
  version: z.number().int().nullable(),
  mentions: z.record(z.string(), z.string()).optional(),
  form: z.enum(bodyForms),
  body: z.string(),
});
export type RawComment = z.infer<typeof rawComment>;

/**
 * What a source tells about a page beside its body, after redaction: `raw/<space>/<pageId>.json`.
 * It holds what the page is, not when or by which run it was read, so that reading it again changes no byte.
 */
export const rawEnvelope = z.strictObject({
  source: z.string(),
  space: z.string(),
  spaceName: z.string().nullable(),
  pageId: z.string(),
  pageIdBasis: z.enum(["title"]).nullable(),
  /** The id that the wiki has for it since a migration; `pageId` stays what it was. Absent where they are the same. */
  currentId: z.string().optional(),
  /** The name of the file in the export, or null: other pages link to it. */
  file: z.string().nullable(),
  title: z.string(),
  /** Absent for pages. */
  contentType: z.enum(["blogpost"]).optional(),
  isHome: z.boolean(),
  /** From the root down, without the space itself. */
  parents: z.array(z.strictObject({ title: z.string(), href: z.string().nullable(), pageId: z.string().nullable() })),
  createdBy: rawPerson.nullable(),
  createdOn: day.nullable(),
  modifiedBy: rawPerson.nullable(),
  modifiedOn: day.nullable(),
  modifiedAt: z.string().nullable(),
  version: z.number().int().nullable(),
  status: z.enum(["current", "archived", "trashed", "deleted", "moved", "hidden", "missing"]),
  labels: z.array(z.string()),
  /** Account id, user key or user name → name, of the people that a body in the storage format mentions; it holds no names itself. */
  mentions: z.record(z.string(), z.string()).optional(),
  /** The same for those who are called otherwise by now: the page's text, and what was quoted from it, stays as it was read. */
  renamed: z.record(z.string(), z.string()).optional(),
  /** Those whose names were not told; absent where all were. */
  unnamed: z.array(z.string()).optional(),
  url: z.string().nullable(),
  commentCount: z.number().int().nullable(),
  /** Absent where none was read. */
  comments: z.array(rawComment).optional(),
  attachments: z.array(
    z.strictObject({
      name: z.string(),
      mediaType: z.string().nullable(),
      /** As an export of the page prints it, `attachments/<pageId>/<attachmentId>.<ending>`: so bodies of all forms name the same file alike. */
      href: z.string().nullable(),
      /** Where a living wiki gives the file. */
      url: z.string().optional(),
      /** Of its bytes in `files/`, where the configuration asked for them. */
      sha256: sha256.optional(),
      bytes: z.number().int().nullable(),
    }),
  ),
  form: z.enum(bodyForms),
  /** Parts of the source that were expected and not there, or not understood. */
  losses: z.array(z.string()),
});
export type RawEnvelope = z.infer<typeof rawEnvelope>;

/** An older version of a page, beside its body: `raw/<space>/<pageId>/v<n>.json`. */
export const rawVersion = z.strictObject({
  pageId: z.string(),
  version: z.number().int(),
  title: z.string(),
  modifiedAt: z.string().nullable(),
  modifiedBy: rawPerson.nullable(),
  mentions: z.record(z.string(), z.string()).optional(),
  form: z.enum(bodyForms),
});
export type RawVersion = z.infer<typeof rawVersion>;

/** In the place of an older version that its wiki had no more when it was asked for. */
export interface RawGoneVersion {
  readonly pageId: string;
  readonly version: number;
  readonly gone: true;
}

export interface RawPage {
  readonly envelope: RawEnvelope;
  readonly body: string;
}
