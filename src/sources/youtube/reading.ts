import { SourceError } from "../../errors.ts";
import { byCodeUnits } from "../../records/order.ts";
import { PageTokenRefused } from "./client.ts";
import type { Unfinished } from "./state.ts";
import { type EntriesPage, type PlaylistEntry, type Video, videosPerRequest, type YoutubeApi } from "./types.ts";

/** More pages than any playlist has: YouTube ends uploads at 20,000 entries. */
const mostPages = 1000;
/** So many entries may be hidden before a list is not believed to be whole. */
const shareHidden = 0.2;

export interface ReadingOptions {
  readonly api: YoutubeApi;
  readonly playlistId: string;
  /** How many entries the playlist says to have. */
  readonly expected: number | null;
  /** Videos that it had before, asked for even where it does not list them any more. */
  readonly knownBefore: readonly string[];
  /** Videos that were taken out of it: asked for where that costs nothing, others at another time. */
  readonly former: readonly string[];
  readonly unfinished: Unfinished | null;
}

/** One walk over a playlist: its entries, and in between the videos that they name, fifty at a time. Each entry once. */
export class Reading {
  readonly listed = new Map<string, PlaylistEntry["placeholder"]>();
  /** Ids that came back, in this run or in the one that it goes on with. */
  readonly shown = new Set<string>();
  /** Entries and videos that could not be read. */
  dropped = 0;
  /** Entries, each as often as it is in the list. */
  #entered = 0;
  /** Whether one run saw the whole list: what it does not name is not in it. */
  isSnapshot: boolean;
  readonly #options: ReadingOptions;
  readonly #asked = new Set<string>();
  /** Listed and not asked for yet. */
  readonly #pending = new Set<string>();
  readonly #pages = new Set<string>();
  #nextPage: string | null = null;
  #isListed = false;

  constructor(options: ReadingOptions) {
    this.#options = options;
    const { unfinished } = options;
    this.isSnapshot = unfinished === null;
    if (unfinished === null) return;
    for (const id of unfinished.shown) {
      this.#asked.add(id);
      this.shown.add(id);
    }
    for (const [id, placeholder] of Object.entries(unfinished.listed)) this.#list(id, placeholder);
    this.#nextPage = unfinished.nextPage;
    this.#isListed = unfinished.nextPage === null;
  }

  /** Whether this run asked for the video: of another one nobody knows whether it would have been shown. */
  wasAsked(id: string): boolean {
    return this.#asked.has(id);
  }

  /** The list is far shorter than the playlist says to be: hidden entries count there, though not so many. */
  isShort(): boolean {
    const missing = (this.#options.expected ?? 0) - this.#entered;
    return this.isSnapshot && missing > 5 && missing > (this.#options.expected ?? 0) * shareHidden;
  }

  /** What a later run must know to go on; null where nothing was done that it need not do again. */
  unfinished(): Unfinished | null {
    if (!this.#isListed && this.#nextPage === null) return null;
    const listed = Object.fromEntries([...this.listed].sort(([a], [b]) => byCodeUnits(a, b)));
    return { nextPage: this.#nextPage, listed, shown: [...this.shown].sort() };
  }

  /** @throws SourceError as the interface does, and for a list that never ends or is none */
  async *videos(): AsyncGenerator<Video, void, undefined> {
    const { knownBefore, former } = this.#options;
    while (!this.#isListed) {
      await this.#listPage();
      while (this.#pending.size >= videosPerRequest) yield* this.#ask([...this.#pending].slice(0, videosPerRequest));
    }
    const isNew = (id: string): boolean => !this.listed.has(id) && !this.#asked.has(id);
    const rest = [...this.#pending, ...knownBefore.filter(isNew)];
    const free = (videosPerRequest - (rest.length % videosPerRequest)) % videosPerRequest;
    const all = [...rest, ...former.filter(isNew).slice(0, free)];
    for (let from = 0; from < all.length; from += videosPerRequest) yield* this.#ask(all.slice(from, from + videosPerRequest));
  }

  async #listPage(): Promise<void> {
    const { playlistId, expected } = this.#options;
    const { entries, next, dropped } = await this.#entries();
    for (const { videoId, placeholder } of entries) this.#list(videoId, placeholder);
    this.dropped += dropped;
    this.#entered += entries.length + dropped;
    const isEndless = next !== null && (this.#pages.has(next) || this.#pages.size >= mostPages);
    if (isEndless) throw broken(playlistId, "repeats its pages: expected its list to end");
    if (next === null && this.listed.size === 0 && this.dropped === 0 && (expected ?? 0) > 0)
      throw broken(playlistId, `says to have ${expected} videos and lists none: nothing is concluded from that; try again later`);
    if (next !== null) this.#pages.add(next);
    this.#nextPage = next;
    this.#isListed = next === null;
  }

  /** The token of an earlier run runs out: then the list is read from its beginning, once. */
  async #entries(): Promise<EntriesPage> {
    const { api, playlistId } = this.#options;
    const isResumed = !this.isSnapshot && this.#pages.size === 0 && this.#nextPage !== null;
    try {
      return await api.entries(playlistId, this.#nextPage);
    } catch (error) {
      if (!(error instanceof PageTokenRefused)) throw error;
      if (!isResumed) throw broken(playlistId, "gives page tokens and refuses them: try again later");
      this.listed.clear();
      this.#pending.clear();
      this.isSnapshot = true;
      this.#nextPage = null;
      return this.#entries();
    }
  }

  #list(id: string, placeholder: PlaylistEntry["placeholder"]): void {
    this.listed.set(id, this.listed.get(id) ?? placeholder);
    if (!this.#asked.has(id)) this.#pending.add(id);
  }

  async *#ask(ids: readonly string[]): AsyncGenerator<Video, void, undefined> {
    const { videos, unread } = await this.#options.api.videos(ids);
    for (const id of ids) {
      this.#asked.add(id);
      this.#pending.delete(id);
    }
    for (const id of [...videos.map(({ videoId }) => videoId), ...unread]) this.shown.add(id);
    this.dropped += unread.length;
    yield* videos;
  }
}

function broken(playlistId: string, what: string): SourceError {
  return new SourceError("broken", `the playlist ${playlistId} ${what}`, { file: playlistId });
}
