import { z } from "zod";
import { contentId, instant, labels } from "../fields.ts";

// Answers of REST v1 as Data Center and Server give them. Source: https://docs.atlassian.com/ConfluenceServer/rest/latest/

export const spaceAnswer = z.object({
  id: contentId.nullish(),
  key: z.string(),
  name: z.string().nullish(),
  homepage: z.object({ id: contentId }).nullish(),
});

/** Mentions in bodies hold the user key, those of old pages the user name. */
const user = z
  .object({
    userKey: z.string().optional(),
    username: z.string().optional(),
    accountId: z.string().optional(),
    displayName: z.string().optional(),
  })
  .nullish()
  .transform((given) => {
    const id = given?.accountId ?? given?.userKey ?? given?.username;
    return id === undefined ? null : { id, name: given?.displayName || null };
  });

export const userAnswer = z.object({ displayName: z.string().optional() });

export const contentAnswer = z.object({
  id: contentId,
  type: z.string(),
  status: z.string(),
  title: z.string(),
  space: z.object({ key: z.string() }).nullish(),
  version: z.object({ number: z.number().int(), when: instant, by: user }),
  history: z.object({ createdBy: user, createdDate: instant }).nullish(),
  ancestors: z.array(z.object({ id: contentId })).nullish(),
  metadata: z.object({ labels: labels.optional() }).nullish(),
  body: z.object({ storage: z.object({ value: z.string() }).optional() }).nullish(),
});
export type ContentAnswer = z.infer<typeof contentAnswer>;

export const fateAnswer = z.object({ status: z.string(), space: z.object({ key: z.string() }).nullish() });

export const attachmentAnswer = z.object({
  id: contentId,
  title: z.string(),
  metadata: z.object({ mediaType: z.string().optional() }).nullish(),
  extensions: z.object({ mediaType: z.string().optional(), fileSize: z.number().int().optional() }).nullish(),
  _links: z.object({ download: z.string().optional() }).nullish(),
});

export const threadAnswer = z.object({ id: contentId });

export const commentAnswer = z.object({
  id: contentId,
  version: z.object({ number: z.number().int().nullish(), when: instant, by: user }).nullish(),
  history: z.object({ createdBy: user, createdDate: instant }).nullish(),
  /** The comments above it. */
  ancestors: z.array(z.object({ id: contentId })).nullish(),
  body: z.object({ storage: z.object({ value: z.string() }).optional() }).nullish(),
  extensions: z
    .object({
      location: z.string().optional(),
      resolution: z.object({ status: z.string().optional() }).nullish(),
      inlineProperties: z.object({ originalSelection: z.string().optional() }).nullish(),
    })
    .nullish(),
});
export type CommentAnswer = z.infer<typeof commentAnswer>;
