import type { Video } from "../state/types.ts";
import { isShown } from "../state/views.ts";
import { type Call, type Listing, resource, thumbnailsOf, timeOf } from "./listing.ts";
import { checkNames, filterOf, idsOf, maxResultsOf, partsOf } from "./parameters.ts";

const parts = (
  "contentDetails fileDetails id liveStreamingDetails localizations paidProductPlacementDetails player processingDetails recordingDetails " +
  "snippet statistics status suggestions topicDetails"
).split(" ");
const filters = ["chart", "id", "myRating"] as const;

/** https://developers.google.com/youtube/v3/docs/videos/list; of its filters, `id` is answered. */
export function listVideos(call: Call): Listing {
  const { tube, query, viewer } = call;
  const others = "hl locale maxHeight maxResults maxWidth onBehalfOfContentOwner pageToken regionCode videoCategoryId".split(" ");
  checkNames(query, ["part", ...others, ...filters]);
  const asked = partsOf(query, parts);
  maxResultsOf(query);
  const ids = filterOf(query, filters) === "id" ? idsOf(query) : [];
  const shown = ids.map((id) => tube.videos.get(id)).filter((video) => isShown(video, viewer));
  const items = shown.map((video) => videoResource(call, video, asked));
  return { kind: "youtube#videoListResponse", items, total: items.length, perPage: items.length };
}

function videoResource(call: Call, video: Video, asked: ReadonlySet<string>): object {
  return resource("youtube#video", video.id, asked, {
    snippet: snippetOf(call, video),
    contentDetails: {
      duration: durationOf(video),
      dimension: "2d",
      definition: "hd",
      caption: "false",
      licensedContent: false,
      contentRating: {},
      projection: "rectangular",
    },
    status: {
      uploadStatus: video.broadcast === "none" ? "processed" : "uploaded",
      privacyStatus: video.privacy,
      license: "youtube",
      embeddable: true,
      publicStatsViewable: true,
      madeForKids: false,
    },
    statistics: { viewCount: String(40 + call.now), likeCount: "3", favoriteCount: "0", commentCount: "0" },
    player: {
      embedHtml: `<iframe width="480" height="270" src="//www.youtube.com/embed/${video.id}" frameborder="0" allow="autoplay" allowfullscreen></iframe>`,
    },
    recordingDetails: video.recordingDate === null ? {} : { recordingDate: timeOf(video.recordingDate) },
    liveStreamingDetails: liveStreamingOf(call, video),
  });
}

function snippetOf({ tube }: Call, video: Video): object {
  const { id, channelId, title, description, publishedAt, broadcast, language, tags } = video;
  return {
    publishedAt: timeOf(publishedAt),
    channelId,
    title,
    description,
    thumbnails: thumbnailsOf(id),
    channelTitle: tube.channels.get(channelId)?.title ?? "",
    ...(tags.length > 0 ? { tags } : {}),
    categoryId: "28",
    liveBroadcastContent: broadcast,
    ...(language === null ? {} : { defaultLanguage: language }),
    localized: { title, description },
    ...(language === null ? {} : { defaultAudioLanguage: language }),
  };
}

/** Null for what never was a stream. */
function liveStreamingOf({ now }: Call, { broadcast, scheduledStart, liveStart, liveEnd }: Video): object | null {
  if (broadcast === "none" && liveStart === null && scheduledStart === null) return null;
  return {
    ...(liveStart === null ? {} : { actualStartTime: timeOf(liveStart) }),
    ...(liveEnd === null ? {} : { actualEndTime: timeOf(liveEnd) }),
    ...(scheduledStart === null ? {} : { scheduledStartTime: timeOf(scheduledStart) }),
    ...(broadcast === "live" ? { concurrentViewers: String(5 + now) } : {}),
  };
}

/** ISO 8601 as YouTube writes it: no zero parts, days from 24 hours on, and `P0D` for what has no length yet. */
function durationOf({ broadcast, durationSeconds }: Video): string {
  if (broadcast !== "none") return "P0D";
  const part = (seconds: number, most: number, unit: string): string => {
    const count = Math.floor(durationSeconds / seconds) % most;
    return count > 0 ? `${count}${unit}` : "";
  };
  const days = part(86_400, 1_000, "D");
  const time = part(3_600, 24, "H") + part(60, 60, "M") + part(1, 60, "S");
  return time === "" ? `P${days || "T0S"}` : `P${days}T${time}`;
}
