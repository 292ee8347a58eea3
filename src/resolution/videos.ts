import { defaultLexicon, groupKindOf, type VideoFacts } from "../extraction/index.ts";
import type { RawPlaylist, RawVideo } from "../pages/raw-video.ts";
import type { Evidence } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { groupKeys } from "./group-keys.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";

/** What pass 2 knows of a video. */
export interface VideoEntry {
  readonly raw: RawVideo;
  readonly facts: VideoFacts;
}

export interface VideoInput {
  readonly videos: readonly VideoEntry[];
  readonly playlists: readonly RawPlaylist[];
}

export const noVideos: VideoInput = { videos: [], playlists: [] };

/** Videos and playlists by what is asked of them. */
export class Videos {
  readonly all: readonly VideoEntry[];
  readonly playlists: readonly RawPlaylist[];
  readonly #holding = new Map<string, RawPlaylist[]>();
  readonly #formerly = new Map<string, RawPlaylist[]>();
  readonly #declared = new Map<string, ResolvedGroup>();

  constructor({ videos, playlists }: VideoInput) {
    this.all = [...videos].sort((a, b) => byCodeUnits(a.raw.videoId, b.raw.videoId));
    this.playlists = [...playlists].sort((a, b) => byCodeUnits(a.playlistId, b.playlistId));
    for (const playlist of this.playlists) {
      for (const videoId of playlist.videos) this.#holding.set(videoId, [...(this.#holding.get(videoId) ?? []), playlist]);
      for (const videoId of playlist.formerVideos) this.#formerly.set(videoId, [...(this.#formerly.get(videoId) ?? []), playlist]);
    }
  }

  playlistsWith(videoId: string): readonly RawPlaylist[] {
    return this.#holding.get(videoId) ?? [];
  }

  /**
   * The groups that configurations declare playlists to be of: those of the wikis, found by name, and new ones that no page speaks of, which are
   * given back.
   */
  declareGroups(finder: GroupFinder): ResolvedGroup[] {
    const made = new Map<string, ResolvedGroup>();
    for (const { group: name } of this.playlists) {
      if (name === null || this.#declared.has(name)) continue;
      const group = finder.byNameAnywhere(name) ?? made.get(name.toLowerCase()) ?? groupWithoutPages(name);
      this.#declared.set(name, group);
      if (group.mentions.length === 0) made.set(name.toLowerCase(), group);
    }
    return [...made.values()];
  }

  /** The names by which playlists call a group. */
  namesOf(group: ResolvedGroup): string[] {
    return [...this.#declared].flatMap(([name, declared]) => (declared === group ? [name] : []));
  }

  playlistsOf(group: ResolvedGroup): readonly RawPlaylist[] {
    return this.playlists.filter(({ group: name }) => name !== null && this.#declared.get(name) === group);
  }

  /** The one group that the playlists of a video are of, else those that it was taken out of. */
  declaredGroup(videoId: string): ResolvedGroup | null {
    const holding = this.playlistsWith(videoId);
    const held = holding.length > 0 ? holding : (this.#formerly.get(videoId) ?? []);
    const groups = new Set(held.flatMap(({ group }) => (group === null ? [] : (this.#declared.get(group) ?? []))));
    const [first] = groups;
    return groups.size === 1 ? (first ?? null) : null;
  }

  /** Whom videos name, beside the people of the wiki whose group they are of. */
  notePeople(people: People, spaceOf: (video: VideoEntry) => string): void {
    for (const video of this.all) {
      const [evidence] = evidenceOfVideo(video, this);
      if (evidence !== undefined) people.note(video.facts.presenters, spaceOf(video), video.raw.videoId, evidence);
    }
  }
}

function groupWithoutPages(name: string): ResolvedGroup {
  return {
    space: "",
    name,
    aliases: [],
    kind: groupKindOf(name, defaultLexicon) ?? "project",
    homePage: null,
    isSpaceGroup: false,
    keys: new Set(groupKeys(name)),
    status: null,
    mentions: [],
  };
}

/** One item for each playlist that has it, else for the source that gave it first. */
export function evidenceOfVideo({ raw, facts }: VideoEntry, videos: Videos): Evidence[] {
  const quote = facts.date?.quote ?? null;
  const sources = [...new Set(videos.playlistsWith(raw.videoId).map(({ source }) => source))];
  return (sources.length > 0 ? sources : [raw.source]).map((source) => ({
    source,
    videoId: raw.videoId,
    url: watchUrl(raw.videoId),
    ...(quote === null ? {} : { quote }),
    ...(facts.date === null ? {} : { fields: ["date"] }),
  }));
}

export function evidenceOfPlaylist({ source, url }: RawPlaylist): Evidence {
  return { source, url, fields: ["playlists"] };
}

export function watchUrl(videoId: string): string {
  return `https://www.youtube.com/watch?v=${videoId}`;
}
