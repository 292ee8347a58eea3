import type { Document } from "../pages/document.ts";
import type { RawEnvelope, RawPage, RawVersion } from "../pages/raw.ts";
import type { RawPlaylist, RawVideo } from "../pages/raw-video.ts";
import type { Redacted, TextForm } from "../pages/redaction/index.ts";
import type { Window } from "./window.ts";

/** Takes secrets, and halves of characters, out of source text before anything else sees it. */
export type Redactor = (text: string, form: TextForm) => Redacted;

/** Something of a source that was left out, with the reason and what to do. */
export interface Skip {
  readonly file: string;
  /** `fault`: it should have been readable, the run is done in part; `note`: left out on purpose. */
  readonly weight: "fault" | "note";
  readonly reason: string;
}

/** Bytes of a file that a page keeps, for `files/<2>/<sha256>`. */
export interface KeptFile {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A page as a source gives it: redacted, its wrapper taken off, parsed once. */
export interface SourcePage extends RawPage {
  /** Full id of the record that it continues, where that is not told by space and page id. */
  readonly id?: string;
  readonly document: Document;
  /** Day on which the source wrote down this state, where the page itself says so. */
  readonly observedOn: string | null;
  readonly files?: readonly KeptFile[];
}

/** A page whose body is as the archive has it, and whose surroundings are not: moved, renamed, labelled, gone. */
export interface PageTouch {
  readonly id: string;
  readonly envelope: RawEnvelope;
  readonly files?: readonly KeptFile[];
}

/** An older version of a page. */
export interface PageVersion {
  readonly id: string;
  readonly version: RawVersion;
  readonly body: string;
}

/** A video as it is to stand in the archive: redacted, and what an earlier run knew better kept. */
export interface VideoItem {
  readonly video: RawVideo;
}

export interface PlaylistItem {
  readonly playlist: RawPlaylist;
}

/** An older version that its wiki has no more: it is not asked for again. */
export interface GoneVersion {
  readonly id: string;
  readonly gone: number;
}

export type SourceItem = SourcePage | PageTouch | PageVersion | GoneVersion | VideoItem | PlaylistItem | Skip;

export interface ListedSpace {
  readonly key: string;
  readonly name: string | null;
}

/** What a source is about to give. `count` is the number of files, pages or videos that will be read. */
export interface Listing {
  /** Null where a source has no spaces: a playlist. */
  readonly space: ListedSpace | null;
  /** The other spaces, where the source holds several. */
  readonly others?: readonly ListedSpace[];
  readonly count: number;
  /** Day on which the source's state was made (export) or read (live), `2024-11-26`, or null where it does not say. */
  readonly asOf: string | null;
  readonly url: string | null;
  /** What a live source is going to do; null where reading costs nobody anything. */
  readonly plan?: FetchPlan;
}

/** What a live source is going to ask for, known before it asks. */
export interface FetchPlan {
  readonly listing: "complete" | "changes";
  readonly listed: number;
  /** Pages whose bodies are new or changed. */
  readonly fetch: number;
  /** Pages that were moved, renamed, labelled, or got attachments. */
  readonly touch: number;
  /** Pages that no listing names any more, by what became of them. */
  readonly gone: Readonly<Record<string, number>>;
  /** Requests that are still to be made. */
  readonly requests: number;
  /** Quota units of the whole reading, where the source counts in them. */
  readonly units?: number;
  /** How long the requests take at the configured rate, and about what the pages will take in the archive. */
  readonly estimate?: { readonly seconds: number; readonly bytes: number };
}

/** What a live source cost. */
export interface Spent {
  readonly requests: number;
  readonly retries: number;
  readonly bytes: number;
  /** Quota units, where the source counts in them. */
  readonly units?: number;
}

/** A place that pages or videos come from. Reads only; never writes, never extracts. */
export interface Source {
  readonly id: string;
  readonly type: string;
  /**
   * @throws InputError where nothing of the source is readable
   * @throws SourceError where a live source does not answer
   * @throws RemovalsHeldError where more pages vanished than a run may take for granted
   */
  open(): Promise<Listing>;
  /** Pages or videos one by one in a fixed order; what cannot be read comes as a `Skip`. */
  pages(): AsyncIterable<SourceItem>;
  /**
   * What a later run must know, for `state/<source>.json`; null where it should know nothing and look at everything, undefined where it should know
   * what it knew. A source that needs none has no such method. Asked for after the last page.
   */
  state?(): unknown;
  spent?(): Spent;
  close(): Promise<void>;
}

/** What stands in the way of a source, or makes it less than it could be. */
export interface Trouble {
  readonly weight: "warn" | "fail";
  readonly message: string;
  readonly remedy: string;
}

/** What a source answers when it is asked whether it would do. */
export interface Probe {
  /** What was found, in a line for people. */
  readonly found: string;
  /** How a source without spaces calls itself. */
  readonly title?: string;
  readonly troubles: readonly Trouble[];
  /** Null where no server told its time. */
  readonly clockAheadMs: number | null;
}

/** A page as the archive has it. */
export interface KnownPage {
  /** Full id, `pages/DUNE/123`. */
  readonly id: string;
  readonly envelope: RawEnvelope;
  /** The body is lost, and has to be read again whether it changed or not. */
  readonly lacksBody?: boolean;
}

/** What its wiki calls a page now. */
export function wikiIdOf({ envelope }: KnownPage): string {
  return envelope.currentId ?? envelope.pageId;
}

/** What a live source may ask about earlier runs, and the terms of this one. */
export interface SourceContext {
  readonly redact: Redactor;
  /** The archive's pages that are in a space by now, whatever source gave them. */
  readonly knownPages: (space: string) => Promise<readonly KnownPage[]>;
  /** The archive's pages of all other spaces that their wikis call by one of these ids. */
  readonly pagesElsewhere: (space: string, wikiIds: ReadonlySet<string>) => Promise<readonly KnownPage[]>;
  /** What `state()` gave in an earlier run, as JSON; null where there is none. */
  readonly stateOf: (source: string) => Promise<unknown>;
  /** A video, or a playlist, as earlier runs and the sources before this one gave it. */
  readonly knownVideo: (videoId: string) => Promise<RawVideo | null>;
  readonly knownPlaylist: (playlistId: string) => Promise<RawPlaylist | null>;
  /** Accounts whose quota is spent: nothing more is asked in their name. A source that finds one out adds it. */
  readonly spentAccounts: Set<string>;
  /** As-of day of the run, `2024-11-26`. */
  readonly asOf: string;
  /** A complete listing, although none is due. */
  readonly full: boolean;
  /** Reads older versions of pages too, of some page kinds or (`null`) of all; undefined for no history. */
  readonly history?: readonly string[] | null;
  /** The kind of an archived page, where it is known. */
  readonly kindOf: (id: string) => Promise<string | null>;
  readonly hasVersion: (id: string, version: number) => Promise<boolean>;
  /** The most requests of this run; null for no limit. */
  readonly mostRequests: number | null;
  /** New pages outside of it are left to another run. */
  readonly window?: Window;
  /** Aborted where nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** As many pages may vanish in this run; null for the ceiling of a tenth. */
  readonly acceptRemovals: number | null;
}

export function isSkip(item: SourceItem): item is Skip {
  return "reason" in item;
}

export function isTouch(item: SourceItem): item is PageTouch {
  return "envelope" in item && !("body" in item);
}

export function isVideo(item: SourceItem): item is VideoItem {
  return "video" in item;
}

export function isPlaylist(item: SourceItem): item is PlaylistItem {
  return "playlist" in item;
}

export function isGoneVersion(item: SourceItem): item is GoneVersion {
  return "gone" in item;
}

export function isVersion(item: SourceItem): item is PageVersion {
  return "version" in item;
}
