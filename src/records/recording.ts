import { z } from "zod";
import { day, edtf, personRef, recordId, tail } from "./fields.ts";

export const platforms = ["youtube", "zoom", "confluence", "google-drive", "other"] as const;
export type Platform = (typeof platforms)[number];

/** `unknown` with a day: it is gone, and nothing tells why. */
export const availability = z.strictObject({
  value: z.enum(["public", "unlisted", "private", "deleted", "unknown"]),
  since: day.nullable(),
});
export type Availability = z.infer<typeof availability>;

export function isGone({ value, since }: Availability): boolean {
  return value === "private" || value === "deleted" || (value === "unknown" && since !== null);
}

export const recordingRecord = z.strictObject({
  kind: z.literal("recording"),
  id: recordId,
  title: z.string(),
  platform: z.enum(platforms),
  /** Video id, `attachments/<pageId>/<file name>`, or the URL without query: with the platform it identifies the recording. */
  key: z.string(),
  url: z.string(),
  /** As its platform shows it; null where only pages tell of the recording. Archives from before this field read as null. */
  description: z.string().nullable().default(null),
  date: edtf.nullable(),
  dateBasis: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().int().nonnegative().nullable(),
  presenters: z.array(personRef),
  group: recordId.nullable(),
  meetings: z.array(recordId),
  /** Why it is taken to be of a meeting or for a report: the rule that joined them, and how sure that is. By record. */
  joins: z.array(z.strictObject({ record: recordId, rule: z.string(), confidence: z.enum(["high", "medium", "low"]) })).default([]),
  playlists: z.array(z.string()),
  transcripts: z.array(z.strictObject({ file: z.string(), language: z.string().nullable(), speakers: z.array(personRef) })),
  availability,
  ...tail,
});
export type RecordingRecord = z.infer<typeof recordingRecord>;
