import { z } from "zod";
import { day, edtf, personRef, recordId, tail } from "./fields.ts";

export const meetingStatuses = ["held", "canceled", "planned", "unknown"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

export const meetingRecord = z.strictObject({
  kind: z.literal("meeting"),
  id: recordId,
  title: z.string(),
  page: recordId,
  group: recordId.nullable(),
  date: edtf.nullable(),
  status: z.enum(meetingStatuses),
  attendees: z.array(personRef),
  presenters: z.array(personRef),
  agenda: z.array(z.string()),
  recordings: z.array(recordId),
  actionItems: z.array(
    z.strictObject({ text: z.string(), owner: personRef.nullable(), due: day.nullable(), done: z.boolean().nullable() }),
  ),
  ...tail,
});
export type MeetingRecord = z.infer<typeof meetingRecord>;
