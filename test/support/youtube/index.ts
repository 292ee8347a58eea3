/**
 * A YouTube on the loopback interface, for tests, the demo and the bench: the Data API v3 as far as it lists channels, playlists, their items and
 * videos, the public feeds, and the token endpoint that refreshes. It behaves as the reference and the threads of other readers say, with the traps.
 *
 *     const tube = new Tube();
 *     tube.channel({ id: "UC…", title: "…", handle: "coast" });
 *     tube.playlist({ id: "PL…", channel: "UC…", title: "…" });
 *     tube.video({ id: "…", title: "…" });
 *     tube.add("PL…", "…", { at: "2024-03-06T18:00:00Z" });
 *     const youtube = await startYouTube({ tube, keys: ["right"] });
 *     … `${youtube.apiRoot}/youtube/v3/playlistItems?…` … tube.delete("…") … youtube.requests … youtube.unitsSpent …
 *     await youtube.close();
 *
 * To add a method: a file in `api/` that gives a `Listing`, a row in `front-door.ts`, its cost in `quota.ts`. To add a fault: its name and its answer
 * in `faults.ts`.
 */

export type { Credential, Refusal } from "./access.ts";
export type { ErrorShape } from "./api/errors.ts";
export type { FaultKind, Faults } from "./faults.ts";
export type { Etags } from "./front-door.ts";
export { inventPlaylist } from "./invent-playlist.ts";
export type { OAuthOptions } from "./oauth.ts";
export type { QuotaForm } from "./quota.ts";
export { type Logged, type LoopbackTube, startYouTube, type YouTubeOptions } from "./start.ts";
export { type NewChannel, type NewPlaylist, type NewVideo, Tube, type VideoEdit } from "./state/tube.ts";
export type { Channel, Playlist, PlaylistItem, Privacy, Video } from "./state/types.ts";
