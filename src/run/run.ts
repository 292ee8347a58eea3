import type { Fetched } from "../archive/fetched.ts";
import type { ArchiveReader, ArchiveWriter, IndexEntry } from "../archive/index.ts";
import type { Spill, SpillPlace } from "../archive/spill.ts";
import { InterruptedError, messageOf } from "../errors.ts";
import { isTranscript, type PageFacts, readFacts, readTranscript } from "../extraction/index.ts";
import { type CommentText, commentTexts } from "../pages/comments.ts";
import { KeptTexts } from "../pages/kept-texts.ts";
import { linksOf, type PageLink } from "../pages/page-links.ts";
import type { RawVersion } from "../pages/raw.ts";
import type { RawPlaylist, RawVideo } from "../pages/raw-video.ts";
import {
  type Redacted,
  type RedactionKind,
  type RedactionPolicy,
  redact,
  redactionKinds,
  type TextForm,
} from "../pages/redaction/index.ts";
import { takeOut } from "../pages/redaction/taken-out.ts";
import { toMarkdown } from "../pages/to-markdown.ts";
import type { DeclaredGroup } from "../records/declared-group.ts";
import type { ReportRecord, SourceEntry } from "../records/index.ts";
import type { RedactionList } from "../records/redaction-list.ts";
import type { PageEntry, PageOutline } from "../resolution/index.ts";
import { factsKnownBy } from "../resolution/known-by.ts";
import type { SourceReport } from "../run-report.ts";
import { withSafeNames } from "../sources/file-names.ts";
import type { PageTouch, Redactor, Skip, Source, SourceContext, SourcePage } from "../sources/types.ts";
import type { Window } from "../sources/window.ts";
import type { FreshVersion } from "./earlier-versions.ts";
import type { ToTakeOut, Withheld } from "./withheld.ts";

export type Progress = (stage: "reading" | "resolving" | "writing", done: number, total: number | null) => void;

/** What the caller of a run may watch and do. */
export interface RunHooks {
  readonly onProgress?: Progress;
  /** Told of what happened on the way that is no fault: a lock that was taken over, pages that an interrupted run had fetched. */
  readonly onNotice?: (message: string) => void;
  /** Aborted: the run ends with an InterruptedError, unless it is putting its files into place already. */
  readonly signal?: AbortSignal;
  /** Told of each step that touches the disk: for tests that kill the process there. */
  readonly onStep?: (step: string) => void;
}

export interface IngestOptions extends RunHooks {
  readonly command: string;
  readonly archive: string;
  /** Title of the archive; null keeps the one it has, or takes the first space's name. */
  readonly title: string | null;
  /** Makes the sources, given what they may ask about earlier runs. */
  readonly sources: (context: SourceContext) => readonly Source[];
  /** Files and folders that the sources read: the archive must lie apart from them. */
  readonly reads?: readonly string[];
  /** Source id → what downstream sites must show. */
  readonly notices?: Readonly<Record<string, Pick<SourceEntry, "license" | "attribution">>>;
  readonly policy: RedactionPolicy;
  /** What a configuration declares about groups; without one, what the last one declared. */
  readonly groups?: readonly DeclaredGroup[];
  /** Where the wikis of a configuration were before; without one, where those of the last one were. */
  readonly formerUrls?: readonly string[];
  /** Changes of which somebody said that they are known, until a day. */
  readonly acknowledged?: readonly { readonly id: string; readonly until: string }[];
  readonly asOf: string | null;
  /** A replay of the past: pages say only what they can have said by this day. */
  readonly knownBy?: string;
  /** Lists living wikis completely, although it is not due. */
  readonly full?: boolean;
  /** So many pages may vanish; null for the usual ceiling. */
  readonly acceptRemovals?: number | null;
  /** Older versions of pages too: of these kinds, or of all (`null`). */
  readonly history?: readonly string[] | null;
  /** Pages outside of these days are left to another run. */
  readonly window?: Window;
  /** Of live sources, each; null for no limit. */
  readonly mostRequests?: number | null;
  /** With which what was taken out of the archive is known again. */
  readonly redactionKey?: string | null;
  /** What is listed beside a configuration as taken out for good; null or absent for nothing. */
  readonly redactions?: RedactionList | null;
  /** What this run takes out of the archive for good. */
  readonly takeOut?: ToTakeOut;
  readonly dryRun: boolean;
}

/** Markdown and links of a page, between the passes. */
export interface PageDraft {
  readonly markdown: string;
  readonly links: readonly PageLink[];
  readonly losses: readonly (readonly [string, number])[];
  readonly comments: readonly CommentText[];
  /** The sections of a report are nearly all of its body. */
  readonly sections: ReportRecord["sections"];
}

/** One run, from the first page to the plan. */
export class Run {
  /** What was taken out for good, by this run or an earlier one. */
  readonly withheld: Withheld;
  /** In how many places it was. */
  takenOut = 0;
  readonly counts: Record<RedactionKind, number> = { phone: 0, email: 0, passcode: 0, secret: 0 };
  readonly skipped: Skip[] = [];
  readonly failedRules: Record<string, number> = {};
  readonly losses: Record<string, number> = {};
  readonly entries: PageEntry[] = [];
  readonly drafts = new Map<string, SpillPlace>();
  readonly kept = new KeptTexts();
  readonly sourceReports: SourceReport[] = [];
  readonly sourceEntries: SourceEntry[] = [];
  /** Whether pages vanished that nobody accepted yet. */
  holdsRemovals = false;
  readonly options: IngestOptions;
  /** The archive, with what an interrupted run had fetched. */
  readonly reader: ArchiveReader;
  /** The archive as it lies there. */
  readonly onDisk: ArchiveReader;
  readonly writer: ArchiveWriter;
  readonly spill: Spill;
  /** Page id → what the archive's index tells of its state there. */
  readonly known: ReadonlyMap<string, IndexEntry>;
  /** What cost requests and is not in the archive yet. */
  readonly fetched: Fetched;
  read = 0;
  fromArchive = 0;
  /** Pages of which a living wiki told in this run. */
  readonly live = new Set<string>();
  /** Pages that went to another space: where a source of that space tells of them, they have only moved. */
  readonly leavers: PageTouch[] = [];
  /** Older versions of pages. */
  versions = 0;
  /** Those that came to light in this run, by page. */
  readonly freshVersions = new Map<string, FreshVersion[]>();
  /** What sources give of videos and playlists, by id: one video in two playlists is one. */
  readonly videos = new Map<string, RawVideo>();
  readonly playlists = new Map<string, RawPlaylist>();
  /** Paths of what the archive holds of them and nobody can read: it is not replaced by less. */
  readonly unreadable = new Set<string>();
  readVideos = 0;
  videosFromArchive = 0;
  /** Pages of exports outside of the days that were asked for. */
  outside = 0;
  observedOn: string | null = null;
  /** The same of each source. */
  readonly observedOf = new Map<string, string>();
  spaceName: string | null = null;

  constructor(given: Pick<Run, "options" | "reader" | "onDisk" | "writer" | "spill" | "known" | "fetched" | "withheld">) {
    this.options = given.options;
    this.reader = given.reader;
    this.onDisk = given.onDisk;
    this.writer = given.writer;
    this.spill = given.spill;
    this.known = given.known;
    this.fetched = given.fetched;
    this.withheld = given.withheld;
  }

  /** @throws InterruptedError where somebody stopped the run */
  assertGoing(): void {
    if (this.options.signal?.aborted) throw interrupted();
  }

  readonly redactor: Redactor = (text: string, form: TextForm): Redacted => {
    // Half a character cannot be written: JSON may hold one, a file cannot.
    const done = redact(text.toWellFormed(), form, this.options.policy);
    for (const kind of redactionKinds) this.counts[kind] += done.counts[kind];
    const rest = takeOut(done.text, form, this.withheld);
    this.takenOut += rest.count;
    return { text: rest.text, counts: done.counts };
  };

  async noteVersion(id: string, version: RawVersion, body: string, isReplaced: boolean): Promise<void> {
    const place = await this.spill.add(body);
    this.freshVersions.set(id, [...(this.freshVersions.get(id) ?? []), { version, place, isReplaced }]);
  }

  observe(day: string | null, source: string): void {
    if (day === null) return;
    if (this.observedOn === null || day > this.observedOn) this.observedOn = day;
    if (day > (this.observedOf.get(source) ?? "")) this.observedOf.set(source, day);
  }

  fault(file: string, error: unknown): void {
    this.skip({ file, weight: "fault", reason: messageOf(error) });
  }

  skip(skip: Skip): void {
    this.skipped.push(withSafeNames(skip, this.options.policy));
  }

  /** Lets the facts go, once they are records: from here on the pages themselves are written. */
  outlines(): PageOutline[] {
    return this.entries.splice(0).map(({ id, envelope, facts }) => ({ id, envelope, kind: facts.kind }));
  }

  /** Pass 1 over one page: facts are kept, Markdown and links go to the spill, the body is let go. */
  async take(id: string, page: Pick<SourcePage, "envelope" | "document" | "files">): Promise<void> {
    const { envelope, document } = page;
    const { knownBy } = this.options;
    const read = withTranscripts(readFacts(envelope, document), await this.#transcripts(page));
    const facts = knownBy === undefined ? read : factsKnownBy(read, envelope, knownBy);
    for (const failure of facts.failures) this.failedRules[failure.rule] = (this.failedRules[failure.rule] ?? 0) + 1;
    const draft: PageDraft = {
      markdown: toMarkdown(document),
      links: linksOf(document),
      losses: [...document.losses],
      comments: commentTexts(envelope),
      sections: facts.report?.sections.map((section) => ({ ...section })) ?? [],
    };
    for (const [what, count] of draft.losses) this.losses[what] = (this.losses[what] ?? 0) + count;
    this.drafts.set(id, await this.spill.add(draft));
    const slim = facts.report ? { ...facts, report: { ...facts.report, sections: [] } } : facts;
    // Who is mentioned stands in the facts by now, and what was said of the page in the draft.
    const { mentions: _, unnamed: __, comments: ___, ...lasting } = envelope;
    this.entries.push({ id, ...this.kept.copyOf({ envelope: lasting, facts: slim }) });
  }

  /** The captions attached to a page. Their bytes are at hand where the configuration has files kept. */
  async #transcripts({ envelope, files = [] }: Pick<SourcePage, "envelope" | "files">): Promise<NonNullable<PageFacts["transcripts"]>> {
    const found: NonNullable<PageFacts["transcripts"]>[number][] = [];
    for (const { name, href, sha256 } of envelope.attachments) {
      if (!isTranscript(name)) continue;
      const path = sha256 === undefined ? null : `files/${sha256.slice(0, 2)}/${sha256}`;
      const fresh = files.find((file) => file.sha256 === sha256);
      const text = fresh ? Buffer.from(fresh.bytes).toString("utf8") : path === null ? null : await this.reader.text(path);
      found.push({ name, file: path ?? href ?? name, ...readTranscript(name, text) });
    }
    return found;
  }
}

export function interrupted(cause?: unknown): InterruptedError {
  return new InterruptedError("the run was stopped before it wrote anything: the archive is as it was; run the command again to go on", {
    cause,
  });
}

function withTranscripts(facts: PageFacts, transcripts: NonNullable<PageFacts["transcripts"]>): PageFacts {
  return transcripts.length > 0 ? { ...facts, transcripts } : facts;
}
