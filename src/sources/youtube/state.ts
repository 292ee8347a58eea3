import { z } from "zod";
import { day } from "../../records/fields.ts";
import { availability } from "../../records/recording.ts";

/** An entry as a listing gave it: the video, and what stands in its place. */
const listed = z.record(z.string(), z.enum(["private", "deleted", "unknown"]).nullable());

/** `state/<source>.json`: what a later run must know to decide, and the archive's videos do not tell. */
export const watchState = z.object({
  schemaVersion: z.literal(1),
  /** Playlist or channel as the configuration names it. */
  asked: z.string(),
  playlistId: z.string(),
  /** Videos that one complete run found gone, with what it saw and when: a second one must agree before it is told. */
  seenGone: z.record(z.string(), z.object({ value: availability.shape.value, since: day })),
  /** Where a run stopped whose quota was spent; null where it came to its end. */
  unfinished: z
    .object({
      /** The page of entries to go on with; null where all of them were listed. */
      nextPage: z.string().nullable(),
      listed,
      /** Ids of the videos that were shown: they need not be asked for again. */
      shown: z.array(z.string()),
    })
    .nullable(),
});
export type WatchState = z.infer<typeof watchState>;
export type Unfinished = NonNullable<WatchState["unfinished"]>;

/** Null for a state that is missing, not ours, or of another playlist. */
export function usableState(value: unknown, asked: string): WatchState | null {
  const { data } = watchState.safeParse(value);
  return data !== undefined && data.asked === asked ? data : null;
}
