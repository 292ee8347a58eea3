import { z } from "zod";
import { contentId, instant, labels } from "../fields.ts";

// Answers of REST v2. Source: https://developer.atlassian.com/cloud/confluence/rest/v2/

export const spaceAnswer = z.object({
  id: contentId,
  key: z.string(),
  name: z.string().nullish(),
  homepageId: contentId.nullish(),
  currentActiveAlias: z.string().nullish(),
});

export const pageAnswer = z.object({
  id: contentId,
  status: z.string(),
  title: z.string(),
  spaceId: contentId.nullish(),
  parentId: contentId.nullish(),
  /** `page`, `folder`, `whiteboard`, `database`, `embed`. */
  parentType: z.string().nullish(),
  authorId: z.string().nullish(),
  createdAt: instant,
  version: z.object({ number: z.number().int(), createdAt: instant, authorId: z.string().nullish() }),
  body: z.object({ storage: z.object({ value: z.string() }).optional() }).nullish(),
  labels: labels.optional(),
});
export type PageAnswer = z.infer<typeof pageAnswer>;

export const attachmentAnswer = z.object({
  id: contentId,
  title: z.string(),
  status: z.string().default("current"),
  mediaType: z.string().nullish(),
  fileSize: z.number().int().nullish(),
  downloadLink: z.string().optional(),
  _links: z.object({ download: z.string().optional() }).nullish(),
});

/** What begins a thread; answers to it are listed below it. */
export const threadAnswer = z.object({ id: contentId });

/** Who wrote it and when is told of its newest version alone. */
export const commentAnswer = z.object({
  id: contentId,
  status: z.string().default("current"),
  version: z.object({ number: z.number().int().nullish(), createdAt: instant, authorId: z.string().nullish() }).nullish(),
  body: z.object({ storage: z.object({ value: z.string() }).optional() }).nullish(),
  resolutionStatus: z.string().nullish(),
  properties: z.object({ inlineOriginalSelection: z.string().nullish() }).nullish(),
});
export type CommentAnswer = z.infer<typeof commentAnswer>;

export const versionAnswer = z.object({ number: z.number().int() });

export const labelAnswer = z.object({ name: z.string() });

export const folderAnswer = z.object({ title: z.string(), parentId: contentId.nullish(), parentType: z.string().nullish() });

export const usersAnswer = z.object({
  results: z.array(
    z.object({
      accountId: z.string(),
      accountStatus: z.string().nullish(),
      displayName: z.string().nullish(),
      publicName: z.string().nullish(),
    }),
  ),
});
