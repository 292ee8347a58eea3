import { z } from "zod";
import { day, edtf, personRef, recordId, tail } from "./fields.ts";

export const platforms = ["youtube", "zoom", "confluence", "google-drive", "other"] as const;
export type Platform = (typeof platforms)[number];

export const recordingRecord = z.strictObject({
  kind: z.literal("recording"),
  id: recordId,
  title: z.string(),
  platform: z.enum(platforms),
  /** Video id, `attachments/<pageId>/<file name>`, or the URL without query: with the platform it identifies the recording. */
  key: z.string(),
  url: z.string(),
  date: edtf.nullable(),
  dateBasis: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().int().nonnegative().nullable(),
  presenters: z.array(personRef),
  group: recordId.nullable(),
  meetings: z.array(recordId),
  playlists: z.array(z.string()),
  transcripts: z.array(z.strictObject({ file: z.string(), language: z.string().nullable(), speakers: z.array(personRef) })),
  availability: z.strictObject({ value: z.enum(["public", "unlisted", "private", "deleted", "unknown"]), since: day.nullable() }),
  ...tail,
});
export type RecordingRecord = z.infer<typeof recordingRecord>;
