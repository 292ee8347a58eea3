// The order of the stages, and nothing else: sources → pages → extraction → resolution → archive.
import { type ArchiveReader, type ArchiveWriter, openArchive, type RootFacts, startWriting } from "./archive/index.ts";
import { Spill, type SpillPlace } from "./archive/spill.ts";
import { InputError, messageOf, RecordInvalidError } from "./errors.ts";
import { readFacts } from "./extraction/index.ts";
import { documentFromBody, storageContextOf } from "./pages/from-body.ts";
import { KeptTexts } from "./pages/kept-texts.ts";
import { linksOf, type PageLink } from "./pages/page-links.ts";
import { type Redacted, type RedactionKind, type RedactionPolicy, redact, redactionKinds, type TextForm } from "./pages/redaction/index.ts";
import { toMarkdown } from "./pages/to-markdown.ts";
import type { MinutebookRecord, PageRecord, ReportRecord, SourceEntry } from "./records/index.ts";
import { newestDay, type PageEntry, type PreviousRecords, type Resolution, resolveRecords } from "./resolution/index.ts";
import { pageRecordOf } from "./resolution/page-record.ts";
import { retiredTo } from "./resolution/retire.ts";
import type { RunReport, SourceReport } from "./run-report.ts";
import { withSafeFileName, withSafeNames } from "./sources/file-names.ts";
import { isSkip, type Redactor, type Skip, type Source, type SourcePage } from "./sources/types.ts";

export type Progress = (stage: "reading" | "resolving" | "writing", done: number, total: number | null) => void;

export interface IngestOptions {
  readonly command: string;
  readonly archive: string;
  /** Title of the archive; null keeps the one it has, or takes the first space's name. */
  readonly title: string | null;
  /** Makes the sources, given what takes secrets out of their texts. */
  readonly sources: (redact: Redactor) => readonly Source[];
  readonly licenses?: Readonly<Record<string, string>>;
  readonly policy: RedactionPolicy;
  readonly asOf: string | null;
  readonly dryRun: boolean;
  readonly onProgress?: Progress;
  readonly onStep?: (step: string) => void;
}

/** Markdown and links of a page, between the passes. */
interface PageDraft {
  readonly markdown: string;
  readonly links: readonly PageLink[];
  readonly losses: readonly (readonly [string, number])[];
  /** The sections of a report are nearly all of its body. */
  readonly sections: ReportRecord["sections"];
}

/** One run, from the first page to the plan. */
class Run {
  readonly counts: Record<RedactionKind, number> = { phone: 0, email: 0, passcode: 0, secret: 0 };
  readonly skipped: Skip[] = [];
  readonly failedRules: Record<string, number> = {};
  readonly losses: Record<string, number> = {};
  readonly entries: PageEntry[] = [];
  readonly drafts = new Map<string, SpillPlace>();
  readonly kept = new KeptTexts();
  readonly sourceReports: SourceReport[] = [];
  readonly sourceEntries: SourceEntry[] = [];
  readonly options: IngestOptions;
  readonly reader: ArchiveReader;
  readonly writer: ArchiveWriter;
  readonly spill: Spill;
  /** Page id → day of its state in the archive. */
  readonly known: ReadonlyMap<string, string | null>;
  read = 0;
  fromArchive = 0;
  observedOn: string | null = null;
  spaceName: string | null = null;

  constructor(
    options: IngestOptions,
    reader: ArchiveReader,
    writer: ArchiveWriter,
    spill: Spill,
    known: ReadonlyMap<string, string | null>,
  ) {
    this.options = options;
    this.reader = reader;
    this.writer = writer;
    this.spill = spill;
    this.known = known;
  }

  readonly redactor: Redactor = (text: string, form: TextForm): Redacted => {
    const done = redact(text, form, this.options.policy);
    for (const kind of redactionKinds) this.counts[kind] += done.counts[kind];
    return done;
  };

  observe(day: string | null): void {
    if (day !== null && (this.observedOn === null || day > this.observedOn)) this.observedOn = day;
  }

  fault(file: string, error: unknown): void {
    this.skip({ file, weight: "fault", reason: messageOf(error) });
  }

  skip(skip: Skip): void {
    this.skipped.push(withSafeNames(skip, this.options.policy));
  }

  /** Pass 1 over one page: facts are kept, Markdown and links go to the spill, the body is let go. */
  async take(page: Pick<SourcePage, "envelope" | "document">): Promise<void> {
    const { envelope, document } = page;
    const id = `pages/${envelope.space}/${envelope.pageId}`;
    const facts = readFacts(envelope, document);
    for (const failure of facts.failures) this.failedRules[failure.rule] = (this.failedRules[failure.rule] ?? 0) + 1;
    const draft: PageDraft = {
      markdown: toMarkdown(document),
      links: linksOf(document),
      losses: [...document.losses],
      sections: facts.report?.sections.map((section) => ({ ...section })) ?? [],
    };
    for (const [what, count] of draft.losses) this.losses[what] = (this.losses[what] ?? 0) + count;
    this.drafts.set(id, await this.spill.add(draft));
    const slim = facts.report ? { ...facts, report: { ...facts.report, sections: [] } } : facts;
    this.entries.push(this.kept.copyOf({ id, envelope, facts: slim }));
  }
}

/**
 * Reads sources into an archive: raw pages, all records anew from all raw pages, indexes. Pages of the archive that no source gave stay and
 * count as before.
 * @throws InputError where nothing of any source is readable
 * @throws ArchiveError where the archive cannot be read or another run is writing it
 */
export async function ingest(options: IngestOptions): Promise<RunReport> {
  const started = performance.now();
  if (options.command === "rebuild" && (await openArchive(options.archive)).root() === null) {
    throw new InputError(
      `${options.archive} holds no archive (no minutebook.json): expected the folder of one; check the name after --archive`,
    );
  }
  const writer = await startWriting(options.archive, options.onStep ? { onStep: options.onStep } : {});
  const spill = await Spill.open(options.archive);
  try {
    const reader = await openArchive(options.archive);
    const known = new Map((await reader.index("pages")).map((entry) => [entry.id, entry.date]));
    const run = new Run(options, reader, writer, spill, known);
    await readSources(run);
    await readArchive(run);
    run.kept.forget();
    const asOf = options.asOf ?? later(run.observedOn ?? newestDay(run.entries), reader.root()?.asOf ?? null) ?? today();
    const previous = await previousRecords(reader);
    options.onProgress?.("resolving", 0, null);
    const resolution = resolveRecords(run.entries, previous, asOf);
    await writeRecords(run, resolution, previous);
    const plan = await writer.plan(rootFacts(run, asOf));
    if (!options.dryRun) await writer.apply();
    const isPartial =
      run.skipped.some((skip) => skip.weight === "fault") ||
      run.sourceReports.some((source) => source.failure !== null) ||
      Object.keys(run.failedRules).length > 0;
    return {
      command: options.command,
      archive: options.archive,
      dryRun: options.dryRun,
      asOf,
      sources: run.sourceReports,
      pages: { read: run.read, fromArchive: run.fromArchive },
      redactions: run.counts,
      skipped: run.skipped,
      leftOut: resolution.leftOut,
      failedRules: run.failedRules,
      losses: run.losses,
      plan,
      seconds: Math.round(performance.now() - started) / 1000,
      exitCode: isPartial ? 3 : 0,
    };
  } finally {
    await spill.close();
    await writer.discard();
  }
}

async function readSources(run: Run): Promise<void> {
  const sources = run.options.sources(run.redactor);
  const failures: unknown[] = [];
  for (const source of sources) {
    const before = run.read;
    let space = "";
    try {
      const listing = await source.open();
      space = listing.space.key;
      run.spaceName ??= listing.space.name;
      run.observe(listing.asOf);
      let done = 0;
      for await (const item of source.pages()) {
        done += 1;
        run.options.onProgress?.("reading", done, listing.count);
        if (isSkip(item)) run.skip(item);
        else await takeFromSource(run, item);
      }
      run.sourceEntries.push({
        id: source.id,
        type: source.type,
        space,
        url: listing.url,
        license: run.options.licenses?.[source.id] ?? null,
        attribution: null,
      });
      run.sourceReports.push({ id: source.id, space, pages: run.read - before, failure: null });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push(error);
      run.sourceReports.push({ id: source.id, space, pages: run.read - before, failure: messageOf(error) });
    } finally {
      await source.close();
    }
  }
  if (sources.length > 0 && failures.length === sources.length) throw failures[0];
}

async function takeFromSource(run: Run, given: SourcePage): Promise<void> {
  const page = withSafeFileName(given, run.redactor);
  const { envelope } = page;
  const id = `pages/${envelope.space}/${envelope.pageId}`;
  const file = given.envelope.file ?? id;
  run.observe(page.observedOn);
  try {
    if (run.drafts.has(id))
      throw new InputError(`the page ${envelope.pageId} of the space ${envelope.space} came from two sources: the first one was kept`);
    const day = envelope.modifiedOn ?? envelope.createdOn;
    const archived = run.known.get(id) ?? null;
    if (day !== null && archived !== null && archived > day) {
      run.skip({ file, weight: "note", reason: `the archive holds a newer state (${archived}) than this source (${day})` });
      return;
    }
    await run.take(page);
    await run.writer.rawPage(id, { envelope, body: page.body });
    run.read += 1;
  } catch (error) {
    run.fault(file, error);
  }
}

/** The pages of the archive that no source gave this time, from their raw form. */
async function readArchive(run: Run): Promise<void> {
  for (const [id] of run.known) {
    if (run.drafts.has(id)) continue;
    const [, space = "", pageId = ""] = id.split("/");
    try {
      const envelope = await run.reader.rawEnvelope(space, pageId);
      const body = envelope ? await run.reader.rawBody(space, pageId, envelope.form) : null;
      if (!envelope || body === null)
        throw new InputError(`raw/${space}/${pageId} is missing: its records stay as they are; run "minutebook check"`);
      await run.take({ envelope, document: documentFromBody(body, envelope.form, storageContextOf(envelope)) });
      await run.writer.rawPage(id, { envelope, body });
      run.spaceName ??= envelope.spaceName;
      run.fromArchive += 1;
    } catch (error) {
      run.fault(id, error);
    }
  }
}

async function previousRecords(reader: ArchiveReader): Promise<PreviousRecords> {
  return {
    groups: await Array.fromAsync(reader.records("groups")),
    people: await Array.fromAsync(reader.records("people")),
    reports: await Array.fromAsync(reader.records("reports")),
    meetings: await Array.fromAsync(reader.records("meetings")),
    recordings: await Array.fromAsync(reader.records("recordings")),
    courses: await Array.fromAsync(reader.records("courses")),
    changes: await Array.fromAsync(reader.records("changes")),
  };
}

async function writeRecords(run: Run, resolution: Resolution, previous: PreviousRecords): Promise<void> {
  const { records } = resolution;
  const retired = retiredTo(previous, records, resolution.pages);
  const living = new Set<string>([...Object.values(records).flat(), ...run.entries].map(({ id }) => id));
  const formerIds = new Map<string, string[]>();
  for (const [from, to] of retired) formerIds.set(to, [...(formerIds.get(to) ?? []), from]);
  const put = async (record: MinutebookRecord): Promise<void> => {
    // An id that lives again, as that of somebody who left a page and came back, leads nowhere else.
    const former = [...new Set([...record.formerIds, ...(formerIds.get(record.id) ?? [])])].filter((id) => !living.has(id)).sort();
    const full = { ...record, formerIds: former };
    try {
      await run.writer.record(full.kind, full as never);
    } catch (error) {
      if (!(error instanceof RecordInvalidError)) throw error;
      run.fault(record.id, error);
    }
  };
  for (const list of [records.groups, records.people, records.meetings, records.recordings, records.courses, records.changes])
    for (const record of list) await put(record);
  for (const report of records.reports) {
    const place = run.drafts.get(report.page);
    const draft = place ? ((await run.spill.get(place)) as PageDraft) : null;
    await put({ ...report, sections: draft?.sections ?? report.sections });
  }
  let done = 0;
  for (const entry of run.entries) {
    const place = run.drafts.get(entry.id);
    if (!place) continue;
    const draft = (await run.spill.get(place)) as PageDraft;
    const before = run.known.has(entry.id) ? ((await run.reader.read(entry.id)) as PageRecord | null) : null;
    await put(pageRecordOf(entry, draft, resolution, before?.kind === "page" ? before : null));
    done += 1;
    run.options.onProgress?.("writing", done, run.entries.length);
  }
  for (const [from, to] of retired) await run.writer.redirect(from, to);
}

function rootFacts(run: Run, asOf: string): RootFacts {
  const before = run.reader.root();
  const given = new Map((before?.sources ?? []).map((source) => [`${source.id} ${source.space ?? ""}`, source]));
  for (const source of run.sourceEntries) {
    const key = `${source.id} ${source.space ?? ""}`;
    const old = given.get(key);
    given.set(key, { ...source, url: source.url ?? old?.url ?? null, license: source.license ?? old?.license ?? null });
  }
  const sources = [...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, source]) => source);
  return { title: run.options.title ?? before?.title ?? run.spaceName ?? "Minutebook", asOf, sources };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The only clock: live sources, and exports without a single date. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
