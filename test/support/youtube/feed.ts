import { type Given, plain } from "../http/exchange.ts";
import { notFoundPage } from "./api/errors.ts";
import type { Tube } from "./state/tube.ts";
import type { Channel, Video } from "./state/types.ts";
import { isListed, playlistOf, uploadsIdOf } from "./state/views.ts";

const mostEntries = 15;
const site = "https://www.youtube.com";

/** `feeds/videos.xml`: the first entries by position of a playlist, or the newest of a channel, as far as everybody sees them. */
export function feedAnswer(tube: Tube, query: URLSearchParams, path: string): Given {
  const playlistId = query.get("playlist_id");
  const channelId = query.get("channel_id");
  if (playlistId !== null) return playlistFeed(tube, playlistId) ?? notFoundPage(path);
  if (channelId !== null) return channelFeed(tube, channelId) ?? notFoundPage(path);
  return plain("Bad Request", 400);
}

function playlistFeed(tube: Tube, id: string): Given | null {
  const playlist = playlistOf(tube, id);
  const channel = playlist && tube.channels.get(playlist.channelId);
  if (!channel || playlist.privacy === "private") return null;
  const head = ` <link rel="self" href="http://www.youtube.com/feeds/videos.xml?playlist_id=${id}"/>
 <id>yt:playlist:${id}</id>
 <yt:playlistId>${id}</yt:playlistId>
 <yt:channelId>${channel.id}</yt:channelId>
 <title>${escaped(playlist.title)}</title>
`;
  return feed(tube, head, channel, playlist.createdAt, playlist.items);
}

/** The ids in the head lack their `UC`, as they do there. */
function channelFeed(tube: Tube, id: string): Given | null {
  const channel = tube.channels.get(id);
  if (!channel) return null;
  const short = id.replace(/^UC/, "");
  const head = ` <link rel="self" href="http://www.youtube.com/feeds/videos.xml?channel_id=${id}"/>
 <id>yt:channel:${short}</id>
 <yt:channelId>${short}</yt:channelId>
 <title>${escaped(channel.title)}</title>
 <link rel="alternate" href="${site}/channel/${id}"/>
`;
  return feed(tube, head, channel, channel.createdAt, playlistOf(tube, uploadsIdOf(channel))?.items ?? []);
}

function feed(tube: Tube, head: string, channel: Channel, published: string, items: readonly { readonly videoId: string }[]): Given {
  const videos = items.map(({ videoId }) => tube.videos.get(videoId)).filter((video) => isListed(video, null));
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
${head}${author(channel, " ")} <published>${feedTime(published)}</published>
${videos
  .slice(0, mostEntries)
  .map((video) => entry(tube, video))
  .join("")}</feed>
`;
  return { status: 200, headers: { "content-type": "text/xml; charset=UTF-8", "cache-control": "public, max-age=900" }, body };
}

function entry(tube: Tube, video: Video): string {
  const { id, channelId, title, description, publishedAt, updatedAt } = video;
  const channel = tube.channels.get(channelId);
  return ` <entry>
  <id>yt:video:${id}</id>
  <yt:videoId>${id}</yt:videoId>
  <yt:channelId>${channelId}</yt:channelId>
  <title>${escaped(title)}</title>
  <link rel="alternate" href="${site}/watch?v=${id}"/>
${channel ? author(channel, "  ") : ""}  <published>${feedTime(publishedAt)}</published>
  <updated>${feedTime(updatedAt)}</updated>
  <media:group>
   <media:title>${escaped(title)}</media:title>
   <media:content url="${site}/v/${id}?version=3" type="application/x-shockwave-flash" width="640" height="390"/>
   <media:thumbnail url="https://i1.ytimg.com/vi/${id}/hqdefault.jpg" width="480" height="360"/>
   <media:description>${escaped(description)}</media:description>
   <media:community>
    <media:starRating count="3" average="5.00" min="1" max="5"/>
    <media:statistics views="41"/>
   </media:community>
  </media:group>
 </entry>
`;
}

function author({ id, title }: Channel, indent: string): string {
  return `${indent}<author>\n${indent} <name>${escaped(title)}</name>\n${indent} <uri>${site}/channel/${id}</uri>\n${indent}</author>\n`;
}

function feedTime(at: string): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "+00:00");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
