import type { YoutubeSourceConfig } from "../../config/index.ts";
import { SourceError } from "../../errors.ts";
import type { Patience } from "../../http/client.ts";
import type { RawPlaylist } from "../../pages/raw-video.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { Listing, Skip, Source, SourceContext, SourceItem, Spent } from "../types.ts";
import { judgeOmitted } from "./availability.ts";
import { Connection } from "./connect.ts";
import { type Feed, feedLength } from "./feed.ts";
import { feedWanted, findPlaylist } from "./find.ts";
import { type RawContext, rawOfFeedEntry, rawOfGone, rawOfVideo } from "./raw.ts";
import { Reading } from "./reading.ts";
import { usableState, type WatchState } from "./state.ts";
import { type FoundPlaylist, unitsFor, type Wanted } from "./types.ts";
import { wantedOf } from "./wanted.ts";

/**
 * A playlist, or the uploads of a channel, whose videos are kept even when YouTube loses them.
 * @throws ConfigError where the configuration names neither, or in a form that leads nowhere
 */
export function youtube(config: YoutubeSourceConfig, context: SourceContext, patience: Patience = {}): Source {
  return new Youtube(config, context, patience);
}

class Youtube implements Source {
  readonly id: string;
  readonly type = "youtube";
  readonly #config: YoutubeSourceConfig;
  readonly #context: SourceContext;
  readonly #wanted: Wanted;
  readonly #connection: Connection;
  readonly #notes: Skip[] = [];
  #found: FoundPlaylist | null = null;
  #feed: Feed | null = null;
  #before: WatchState | null = null;
  /** Of a whole reading. */
  #units = 0;
  /** Undefined: as it was. */
  #state: WatchState | undefined;

  constructor(config: YoutubeSourceConfig, context: SourceContext, patience: Patience) {
    this.id = config.id;
    this.#config = config;
    this.#context = context;
    this.#wanted = wantedOf(config);
    this.#connection = new Connection(config, context.mostRequests, { ...(context.signal ? { signal: context.signal } : {}), ...patience });
  }

  async open(): Promise<Listing> {
    this.#before = usableState(await this.#context.stateOf(this.id), this.#asked());
    if (this.#config.credentials.kind === "none") return this.#openFeed();
    const nothing: Listing = { space: null, count: 0, asOf: this.#context.asOf, url: null };
    if (this.#context.spentAccounts.has(this.#account())) {
      this.#note("quota", "YouTube's quota was spent by an earlier source of this run: the next run goes on", "fault");
      return nothing;
    }
    try {
      this.#found = await findPlaylist(await this.#connection.api(), this.#wanted);
    } catch (error) {
      if (!isSpent(error)) throw error;
      this.#noteSpent(error);
      return nothing;
    }
    const { count, id } = this.#found;
    const known = await this.#context.knownPlaylist(id);
    const expected = count ?? known?.videos.length ?? 0;
    const units = unitsFor(Math.max(expected, known?.videos.length ?? 0));
    this.#units = units;
    const plan = { listing: "complete", listed: expected, fetch: expected, touch: 0, gone: {}, requests: units - 1, units } as const;
    return { space: null, count: expected, asOf: this.#context.asOf, url: addressOf(this.#found), plan };
  }

  async *pages(): AsyncIterable<SourceItem> {
    if (this.#feed !== null) yield* this.#fromFeed(this.#feed);
    else if (this.#found !== null) yield* this.#fromApi(this.#found);
    yield* this.#notes.splice(0);
  }

  state(): unknown {
    return this.#state;
  }

  spent(): Spent {
    return this.#connection.spent();
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  async *#fromApi(found: FoundPlaylist): AsyncGenerator<SourceItem, void, undefined> {
    const known = await this.#context.knownPlaylist(found.id);
    const api = await this.#connection.api();
    const reading = new Reading({
      api,
      playlistId: found.id,
      expected: found.count,
      knownBefore: [...(known?.videos ?? []), ...(this.#context.full ? (known?.formerVideos ?? []) : [])],
      former: inTurn(known?.formerVideos ?? [], this.#context.asOf),
      unfinished: this.#before?.playlistId === found.id ? this.#before.unfinished : null,
    });
    try {
      for await (const video of reading.videos())
        yield { video: rawOfVideo(video, await this.#context.knownVideo(video.videoId), this.#rawContext) };
    } catch (error) {
      // What came is of this playlist; what did not come yet takes nothing away.
      const shown = [...reading.listed.keys()].filter((id) => reading.shown.has(id));
      if (shown.length > 0) yield { playlist: this.#playlistOf(found, [...(known?.videos ?? []), ...shown], known?.formerVideos ?? []) };
      if (!isSpent(error)) throw error;
      this.#noteSpent(error);
      this.#state = this.#stateOf(found, this.#before?.seenGone ?? {}, reading.unfinished());
      return;
    }
    if (reading.dropped > 0)
      this.#note(
        "entries",
        `${reading.dropped} entries of the playlist, or their videos, could not be read: nothing is concluded from what it lists`,
        "fault",
      );
    yield* this.#judged(found, known, reading);
  }

  /** What the whole walk says of the videos that were not shown, and the playlist itself. */
  async *#judged(found: FoundPlaylist, known: RawPlaylist | null, reading: Reading): AsyncGenerator<SourceItem, void, undefined> {
    const isComplete = reading.isSnapshot && reading.dropped === 0 && !reading.isShort();
    if (reading.isShort())
      this.#note(
        "entries",
        `the playlist says to have ${found.count} entries and lists far fewer: nothing is concluded from those that it does not list`,
      );
    const seenGone = new Map<string, WatchState["seenGone"][string]>();
    const before = new Set([...(known?.videos ?? []), ...(known?.formerVideos ?? [])]);
    let doubtful = 0;
    for (const videoId of new Set([...reading.listed.keys(), ...before])) {
      if (reading.shown.has(videoId) || !reading.wasAsked(videoId)) continue;
      const raw = await this.#context.knownVideo(videoId);
      const seen = this.#seenGone(videoId);
      const placeholder = reading.listed.get(videoId) ?? null;
      const verdict = judgeOmitted({
        before: raw,
        placeholder,
        isListed: reading.listed.has(videoId),
        isListingComplete: isComplete,
        seenGone: seen,
      });
      if (verdict.kind === "doubtful") doubtful += 1;
      if (verdict.kind === "first") seenGone.set(videoId, { value: verdict.value, since: this.#context.asOf });
      if (verdict.kind === "later" && seen !== null) seenGone.set(videoId, seen);
      const availability =
        verdict.kind === "gone" ? verdict.availability : (raw?.availability ?? { value: "unknown" as const, since: null });
      if (raw === null || verdict.kind === "gone") yield { video: rawOfGone(videoId, raw, availability, this.id) };
    }
    if (doubtful > 0)
      this.#note("videos", `${doubtful} videos are in the playlist as ever, and YouTube does not show them: they stay as they are`);
    // What is gone cannot have been taken out: a channel's uploads leave out what is private.
    const kept = (known?.videos ?? []).filter((id) => !isComplete || !reading.shown.has(id));
    yield { playlist: this.#playlistOf(found, [...reading.listed.keys(), ...kept], [...before]) };
    this.#state = this.#stateOf(found, Object.fromEntries(seenGone), null);
  }

  /** What an earlier run was the first to see. Ids are anything: `constructor` is one. */
  #seenGone(videoId: string): WatchState["seenGone"][string] | null {
    const seen = this.#before?.seenGone ?? {};
    return Object.hasOwn(seen, videoId) ? (seen[videoId] ?? null) : null;
  }

  async #openFeed(): Promise<Listing> {
    const wanted = feedWanted(this.#wanted, this.id);
    const { id } = wanted;
    this.#feed = await this.#connection.feed(wanted);
    // All uploads of a channel are a playlist of the same name.
    const playlistId = wanted.kind === "channel" ? id.replace(/^UC/, "UU") : id;
    this.#found = {
      id: playlistId,
      kind: wanted.kind === "channel" ? "uploads" : "playlist",
      title: this.#feed.title || playlistId,
      count: null,
    };
    this.#note(
      "feed",
      `no API key and no OAuth credentials: the public feed names the first ${feedLength} videos only, without durations, and never says that one is gone`,
    );
    return { space: null, count: this.#feed.entries.length, asOf: this.#context.asOf, url: addressOf(this.#found) };
  }

  /** The feed adds: whatever it does not name stays as it is. */
  async *#fromFeed(feed: Feed): AsyncGenerator<SourceItem, void, undefined> {
    const found = this.#found;
    if (found === null) return;
    for (const entry of feed.entries)
      yield { video: rawOfFeedEntry(entry, await this.#context.knownVideo(entry.videoId), this.#rawContext) };
    if (feed.dropped > 0) this.#note("entries", `${feed.dropped} entries of the feed could not be read`, "fault");
    const known = await this.#context.knownPlaylist(found.id);
    const videos = [...(known?.videos ?? []), ...feed.entries.map(({ videoId }) => videoId)];
    yield {
      playlist: this.#playlistOf(found, videos, known?.formerVideos ?? []),
    };
  }

  /** `former` may name videos that it has by now. */
  #playlistOf(found: FoundPlaylist, videos: readonly string[], former: readonly string[]): RawPlaylist {
    const held = new Set(videos);
    return {
      source: this.id,
      playlistId: found.id,
      playlistKind: found.kind,
      title: this.#context.redact(found.title, "plain").text,
      url: addressOf(found),
      group: this.#config.group,
      videos: [...held].sort(),
      formerVideos: former.filter((id) => !held.has(id)).sort(),
    };
  }

  get #rawContext(): RawContext {
    const { redact, asOf } = this.#context;
    return { source: this.id, redact, asOf };
  }

  #stateOf(found: FoundPlaylist, seenGone: WatchState["seenGone"], unfinished: WatchState["unfinished"]): WatchState {
    const sorted = Object.fromEntries(Object.entries(seenGone).sort(([a], [b]) => byCodeUnits(a, b)));
    return { schemaVersion: 1, asked: this.#asked(), playlistId: found.id, seenGone: sorted, unfinished };
  }

  #asked(): string {
    return this.#wanted.kind === "channel" ? this.#wanted.name : this.#wanted.id;
  }

  #account(): string {
    const { credentials } = this.#config;
    return credentials.kind === "key" ? credentials.secret : credentials.kind === "oauth" ? credentials.clientId : "";
  }

  #noteSpent(error: SourceError): void {
    // With a status it was Google that said so: then nothing more can be asked today, whatever the budgets of other sources.
    if (error.status !== null) this.#context.spentAccounts.add(this.#account());
    const { quotaUnits } = this.#config;
    const whole = this.#units > quotaUnits ? `; a whole reading costs about ${this.#units}, and only one tells what was taken out` : "";
    const own = `the run's budget of ${quotaUnits} quota units (quotaUnits) is spent: the next run goes on from here${whole}`;
    this.#note("quota", error.status === null ? own : error.message, "fault");
  }

  #note(what: string, reason: string, weight: Skip["weight"] = "note"): void {
    this.#notes.push({ file: `${this.id}: ${what}`, weight, reason });
  }
}

/** Another one first each day: so all have their turn. */
function inTurn(ids: readonly string[], day: string): string[] {
  const first = ids.length === 0 ? 0 : Math.floor(Date.parse(day) / (24 * 3600_000)) % ids.length;
  return [...ids.slice(first), ...ids.slice(0, first)];
}

function isSpent(error: unknown): error is SourceError {
  return error instanceof SourceError && error.fault === "spent";
}

function addressOf({ id }: FoundPlaylist): string {
  return `https://www.youtube.com/playlist?list=${id}`;
}
