import { z } from "zod";

// What is read of YouTube's answers; everything else in them is left where it is. Source: https://developers.google.com/youtube/v3/docs

const text = z.string().nullish();

/**
 * A list whose items are judged one by one, so that an odd one costs nobody the others. What is no list must not pass for an empty one: it has items,
 * or says that it is a list without any.
 */
export const page = z
  .object({
    kind: z.string().optional(),
    items: z.array(z.unknown()).optional(),
    nextPageToken: z.string().nullish(),
    error: z.undefined().optional(),
  })
  .refine(({ kind, items }) => items !== undefined || /ListResponse$/.test(kind ?? ""))
  .transform(({ items = [], nextPageToken }) => ({ items, nextPageToken: nextPageToken || null }));

export const channelItem = z.object({
  id: z.string(),
  snippet: z.object({ title: text }).optional(),
  contentDetails: z.object({ relatedPlaylists: z.object({ uploads: text }) }),
  statistics: z.object({ videoCount: z.coerce.number().nullish() }).optional(),
});

export const playlistItem = z.object({
  id: z.string(),
  snippet: z.object({ title: text }).optional(),
  contentDetails: z.object({ itemCount: z.number().nullish() }).optional(),
});

export const entryItem = z.object({
  snippet: z.object({ title: text, resourceId: z.object({ videoId: text }).optional() }).optional(),
  contentDetails: z.object({ videoId: text, videoPublishedAt: text }).optional(),
  status: z.object({ privacyStatus: text }).optional(),
});

export const videoItem = z.object({
  id: z.string(),
  snippet: z.object({ title: z.string(), description: text, publishedAt: text, channelId: text, channelTitle: text }),
  contentDetails: z.object({ duration: text }).optional(),
  status: z.object({ privacyStatus: text }).optional(),
  liveStreamingDetails: z.object({ actualStartTime: text, scheduledStartTime: text }).optional(),
  recordingDetails: z.object({ recordingDate: text }).optional(),
});

/** What of a video tells which one it is, where nothing else can be read. */
export const anyItem = z.object({ id: z.string() });

/** Both shapes in which Google says what is wrong: `errors[].reason`, and `details[].reason` with its metadata. */
export const failure = z.object({
  error: z.object({
    message: text,
    status: text,
    errors: z
      .array(z.object({ reason: text, domain: text }))
      .optional()
      .catch([]),
    details: z
      .array(z.object({ reason: text, metadata: z.record(z.string(), z.unknown()).optional() }))
      .optional()
      .catch([]),
  }),
});

export const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().default(3600) });
