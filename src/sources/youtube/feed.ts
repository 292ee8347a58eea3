import { load } from "cheerio/slim";
import { SourceError } from "../../errors.ts";
import type { Answer, HttpClient } from "../../http/client.ts";
import { videoIdForm } from "../../pages/raw-video.ts";
import { instantOf } from "./times.ts";
import type { Wanted } from "./types.ts";

export interface FeedEntry {
  readonly videoId: string;
  readonly title: string;
  readonly description: string;
  readonly channelId: string | null;
  readonly channelTitle: string | null;
  readonly publishedAt: string | null;
}

export interface Feed {
  readonly title: string;
  readonly entries: readonly FeedEntry[];
  readonly dropped: number;
}

/** So many entries YouTube puts into a feed: the first ones of the playlist, which often are its oldest. */
export const feedLength = 15;

/**
 * The public feed of a playlist or channel, which needs no credentials.
 * @throws SourceError where it is not there in the end; a feed that exists answers 404 at times
 */
export async function readFeed(http: HttpClient, feedRoot: string, { kind, id }: { kind: Wanted["kind"]; id: string }): Promise<Feed> {
  const address = new URL("feeds/videos.xml", feedRoot);
  address.searchParams.set(kind === "playlist" ? "playlist_id" : "channel_id", id);
  const isWhole = (answer: Pick<Answer, "body">): boolean => /<feed[\s>]/.test(answer.body) && /<\/feed>\s*$/.test(answer.body);
  const answer = await http.exchange({
    url: address.href,
    accept: "application/atom+xml, application/xml",
    isWhole,
    passes: ({ status }) => (status === 404 ? true : null),
  });
  const { status, body } = answer;
  if (status === 200 && isWhole(answer)) return parseFeed(body);
  const fault = status === 404 ? "absent" : "broken";
  throw new SourceError(
    fault,
    `the public feed of the ${kind} ${id} answered ${status}${status === 200 ? " with something else" : ""}: there is none, it is private, or YouTube gives no feeds for a while; see the id in the configuration, or give an API key`,
    { status },
  );
}

/** Atom with YouTube's own elements (`yt:videoId`, `media:description`). */
export function parseFeed(xml: string): Feed {
  const $ = load(xml, { xml: true });
  const entries = $("feed > entry")
    .toArray()
    .map((element): FeedEntry => {
      const entry = $(element);
      const textOf = (name: string): string => entry.find(name).first().text().trim();
      return {
        videoId: textOf("yt\\:videoId"),
        title: entry.children("title").first().text().trim(),
        description: textOf("media\\:group > media\\:description"),
        channelId: textOf("yt\\:channelId") || null,
        channelTitle: textOf("author > name") || null,
        publishedAt: instantOf(textOf("published")),
      };
    });
  const known = entries.filter(({ videoId, title }) => videoIdForm.test(videoId) && title !== "");
  return { title: $("feed > title").first().text().trim(), entries: known, dropped: entries.length - known.length };
}
