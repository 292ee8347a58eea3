import type { Channel } from "../state/types.ts";
import { isListed, uploadsIdOf } from "../state/views.ts";
import { type Call, type Listing, pageOf, resource, timeOf } from "./listing.ts";
import { checkNames, filterOf, idsOf, needsOwner, partsOf } from "./parameters.ts";

const parts =
  "auditDetails brandingSettings contentDetails contentOwnerDetails id localizations snippet statistics status topicDetails".split(" ");
const filters = ["categoryId", "forHandle", "forUsername", "id", "managedByMe", "mine"] as const;

/** https://developers.google.com/youtube/v3/docs/channels/list */
export function listChannels(call: Call): Listing {
  const { query } = call;
  checkNames(query, ["part", "hl", "maxResults", "onBehalfOfContentOwner", "pageToken", ...filters]);
  const asked = partsOf(query, parts);
  const { rows, paging } = pageOf(call, `channels ${query}`, channelsOf(call));
  const items = rows.map((channel) => channelResource(call, channel, asked));
  // Who asks for a channel that is not there gets no `items` at all: https://github.com/medialab/minet/issues/753.
  return { kind: "youtube#channelListResponse", items: items.length > 0 ? items : null, ...paging };
}

function channelsOf({ tube, query, viewer }: Call): Channel[] {
  const all = [...tube.channels.values()];
  switch (filterOf(query, filters)) {
    case "id": {
      const ids = idsOf(query);
      return all.filter(({ id }) => ids.includes(id));
    }
    case "forHandle": {
      const handle = query.get("forHandle")?.replace(/^@/, "").toLowerCase();
      return all.filter((channel) => channel.handle?.toLowerCase() === handle);
    }
    case "mine":
      if (viewer === null) throw needsOwner("mine");
      return all.filter(({ id }) => id === viewer);
    default:
      return [];
  }
}

function channelResource({ tube, viewer, now }: Call, channel: Channel, asked: ReadonlySet<string>): object {
  const { id, title, description, handle, createdAt } = channel;
  const videos = [...tube.videos.values()].filter((video) => video.channelId === id && isListed(video, viewer));
  return resource("youtube#channel", id, asked, {
    snippet: {
      title,
      description,
      ...(handle === null ? {} : { customUrl: `@${handle.toLowerCase()}` }),
      publishedAt: timeOf(createdAt),
      thumbnails: { default: { url: `https://yt3.ggpht.com/${id}=s88-c-k-c0x00ffffff-no-rj`, width: 88, height: 88 } },
      localized: { title, description },
    },
    contentDetails: { relatedPlaylists: { likes: "", uploads: uploadsIdOf(channel) } },
    statistics: {
      viewCount: String(1_000 + now),
      subscriberCount: "120",
      hiddenSubscriberCount: false,
      videoCount: String(videos.length),
    },
    status: { privacyStatus: "public", isLinked: true, longUploadsStatus: "longUploadsUnspecified" },
  });
}
