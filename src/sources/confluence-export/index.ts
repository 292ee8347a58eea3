import { InputError, messageOf } from "../../errors.ts";
import { type FileTree, openFileTree } from "../../files/index.ts";
import type { RawEnvelope } from "../../pages/raw.ts";
import { slugOr, withHash } from "../../records/ids.ts";
import type { Listing, Redactor, Skip, Source, SourcePage } from "../types.ts";
import { isSkip } from "../types.ts";
import { type DateHabits, dateHabitsOf } from "./dates.ts";
import { type ExportedPage, type HtmlFile, readHtmlFile, type SpaceIndex } from "./html-page.ts";
import { type Layout, layoutOf, titleSlugOfFile } from "./layout.ts";
import { readMarkdownFile } from "./markdown-page.ts";
import { dateTextOf, lossesOfLine, parseMetadataLine } from "./metadata-line.ts";
import { duplicate, groupedById, sortedByAge, withOwnId } from "./same-ids.ts";
import { type Space, spaceOf } from "./space.ts";
import { exportedText } from "./text.ts";

export interface ExportSettings {
  readonly id: string;
  /** A folder or a zip. */
  readonly path: string;
  /** The space's key, where the export does not say. */
  readonly space: string | null;
  /** Of the wiki that the export was made from, to make links absolute. */
  readonly baseUrl: string | null;
  readonly maxPageBytes?: number;
}

/** An honest page stays far below; what is bigger is named and set aside. */
const defaultMaxPageBytes = 32 * 1024 * 1024;
const readAhead = 2;

/** A static export of one space, as a folder or zip, in HTML or converted to Markdown. */
export function confluenceExport(settings: ExportSettings, redact: Redactor): Source {
  return new ConfluenceExport(settings, redact);
}

interface OpenExport {
  readonly tree: FileTree;
  readonly layout: Layout;
  readonly space: Space;
  readonly index: SpaceIndex | null;
}

class ConfluenceExport implements Source {
  readonly id: string;
  readonly type = "confluence-export";
  readonly #settings: ExportSettings;
  readonly #redact: Redactor;
  #open: OpenExport | null = null;
  #skips: Skip[] = [];
  /** Texts that were read before their turn, so that nothing is read and redacted twice. */
  readonly #ahead = new Map<string, string>();
  #habits: Promise<DateHabits> | null = null;

  constructor(settings: ExportSettings, redact: Redactor) {
    this.id = settings.id;
    this.#settings = settings;
    this.#redact = redact;
  }

  async open(): Promise<Listing> {
    const { path, space: given, baseUrl } = this.#settings;
    const tree = await openFileTree(path, { maxFileBytes: this.#settings.maxPageBytes ?? defaultMaxPageBytes });
    const { entries, refused } = await tree.list();
    const layout = layoutOf(entries.map((entry) => entry.path));
    if (layout === null) {
      await tree.close();
      const found = entries.length === 0 ? "no files at all" : `${entries.length} files, none of them .html or .md beside each other`;
      throw new InputError(
        `${path} is no Confluence space export: expected a folder or zip with one .html or .md file a page, found ${found}. Give the folder that holds index.html.`,
        { file: path },
      );
    }
    this.#skips = [
      ...refused.map((file) => ({ file: file.path, weight: "fault" as const, reason: file.reason })),
      ...layout.aside.map((file) => ({
        file,
        weight: "note" as const,
        reason: "not a page of the export: lies outside of the folder that holds the pages",
      })),
    ];
    const index = await this.#findIndex(tree, layout);
    const pageSpace = index?.name ? null : await this.#firstSpaceName(tree, layout);
    const space = spaceOf({ given, index, pageSpace, path, folder: layout.folder });
    this.#open = { tree, layout, space, index };
    return { space, count: layout.pages.length, asOf: index?.generatedOn ?? null, url: baseUrl };
  }

  async *pages(): AsyncIterable<SourcePage | Skip> {
    const open = this.#open;
    if (open === null) return;
    yield* this.#skips;
    const seen = new Map<string, string>();
    let pagesRead = 0;
    const faults: string[] = [];
    for await (const item of this.#files(open)) {
      if (isSkip(item)) {
        if (item.weight === "fault") faults.push(`${item.file}: ${item.reason}`);
        yield item;
        continue;
      }
      const page = seen.has(item.envelope.pageId) && item.envelope.pageIdBasis === "title" ? withOwnId(item) : item;
      const { pageId, file } = page.envelope;
      const first = seen.get(pageId);
      if (first !== undefined) {
        yield duplicate(page.envelope, first);
        continue;
      }
      seen.set(pageId, file ?? "");
      pagesRead += 1;
      yield page;
    }
    if (pagesRead === 0) {
      throw new InputError(
        `${this.#settings.path} holds no page that Confluence wrote: expected HTML with #main-content (or td.pagebody), or Markdown with "# Space : Title". Give the folder that holds index.html.${inWords(faults)}`,
        { file: this.#settings.path },
      );
    }
  }

  async close(): Promise<void> {
    this.#ahead.clear();
    await this.#open?.tree.close();
    this.#open = null;
  }

  /** Files in order, read a few ahead; files that carry the same page id come together, the newest first. */
  async *#files(open: OpenExport): AsyncIterable<SourcePage | Skip> {
    const queue: Promise<SourcePage | Skip | null>[] = [];
    const groups = groupedById(open.layout.pages);
    let next = 0;
    while (next < groups.length || queue.length > 0) {
      while (queue.length < readAhead && next < groups.length) {
        const group = groups[next] ?? [];
        next += 1;
        if (group.length === 1) queue.push(this.#page(open, group[0] ?? ""));
        else queue.push(...sortedByAge(group.map((file) => this.#page(open, file))));
      }
      const item = await queue.shift();
      if (item) yield item;
    }
  }

  /** Null for the list of pages. */
  async #page(open: OpenExport, file: string): Promise<SourcePage | Skip | null> {
    try {
      const text = this.#ahead.get(file) ?? (await this.#text(open.tree, file));
      this.#ahead.delete(file);
      const read = readFile(text, file, open.layout.form, open.space.name);
      if (read.kind === "index") return null;
      if (read.kind === "foreign")
        return { file, weight: "note", reason: "not a page that Confluence wrote: no page title and body found" };
      const page = await this.#withClearDates(open, read.page);
      if (page.title === null) {
        return {
          file,
          weight: "fault",
          reason: "a page without a title: expected a heading or <title> with the page's name; export the page again",
        };
      }
      const envelope = this.#envelope(open, file, page, page.title);
      return { envelope, body: page.body, document: page.document, observedOn: page.generatedOn };
    } catch (error) {
      if (error instanceof InputError) return { file, weight: "fault", reason: messageOf(error) };
      // One page that no one foresaw must not cost all the others.
      return {
        file,
        weight: "fault",
        reason: `cannot be read (${messageOf(error)}): this is a bug in minutebook, please report it with the page`,
      };
    }
  }

  /** A date that could be several days is read as the other dates of the export are. */
  async #withClearDates(open: OpenExport, page: ExportedPage): Promise<ExportedPage> {
    if (page.metadata.unread === null || page.metadataLine === null) return page;
    this.#habits ??= dateHabits(open);
    const metadata = parseMetadataLine(page.metadataLine, await this.#habits);
    return { ...page, metadata, losses: lossesOfLine(page.metadataLine, metadata) };
  }

  async #text(tree: FileTree, file: string): Promise<string> {
    return this.#redact(exportedText(await tree.read(file), file), /\.md$/i.test(file) ? "markdown" : "html").text;
  }

  async #textAhead(tree: FileTree, file: string): Promise<string> {
    const text = this.#ahead.get(file) ?? (await this.#text(tree, file));
    this.#ahead.set(file, text);
    return text;
  }

  #envelope(open: OpenExport, file: string, page: ExportedPage, title: string): RawEnvelope {
    const { layout, index } = open;
    const titleId = `t-${slugOr(title, `${open.space.key}\n${file}`)}`;
    const pageId = page.pageId ?? (layout.doubleTitles.has(titleSlugOfFile(file)) ? withHash(titleId, file) : titleId);
    const { createdBy, createdOn, modifiedBy, modifiedOn } = page.metadata;
    const { baseUrl } = this.#settings;
    return {
      source: this.id,
      space: open.space.key,
      spaceName: open.space.name ?? page.spaceName,
      pageId,
      pageIdBasis: page.pageId === null ? "title" : null,
      // macOS decomposes letters in file names; links do not.
      file: (layout.folder === "" ? file : file.slice(layout.folder.length + 1)).normalize("NFC"),
      title,
      isHome: page.isHome || (index?.homeFile ? sameFile(index.homeFile, file) || index.homeTitle === title : false),
      parents: page.parents,
      createdBy,
      createdOn,
      modifiedBy,
      modifiedOn,
      modifiedAt: null,
      version: null,
      status: "current",
      labels: [],
      url: baseUrl === null || page.pageId === null ? null : `${baseUrl.replace(/\/+$/, "")}/pages/viewpage.action?pageId=${page.pageId}`,
      commentCount: page.commentCount,
      attachments: page.attachments,
      form: layout.form === "html" ? "export.html" : "export.md",
      losses: [...page.losses],
    };
  }

  async #findIndex(tree: FileTree, layout: Layout): Promise<SpaceIndex | null> {
    for (const file of layout.indexCandidates) {
      try {
        const read = readFile(await this.#textAhead(tree, file), file, layout.form, null);
        if (read.kind === "index") return read.index;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
    return null;
  }

  /** What the first pages call their space: exports without a list of pages say it nowhere else. */
  async #firstSpaceName(tree: FileTree, layout: Layout): Promise<string | null> {
    for (const file of layout.pages.slice(0, 5)) {
      try {
        const read = readFile(await this.#textAhead(tree, file), file, layout.form, null);
        if (read.kind === "page" && read.page.spaceName !== null) return read.page.spaceName;
      } catch {
        // Why it cannot be read is told when its turn comes.
      }
    }
    return null;
  }
}

const sampledPages = 40;

/** From pages all over the export. Nothing but the dates of their wrappers is kept, so these texts need no redaction. */
async function dateHabits({ tree, layout }: OpenExport): Promise<DateHabits> {
  const step = Math.max(1, Math.floor(layout.pages.length / sampledPages));
  const dates: string[] = [];
  for (const file of layout.pages.filter((_, index) => index % step === 0).slice(0, sampledPages)) {
    try {
      const read = readFile(exportedText(await tree.read(file), file), file, layout.form, null);
      const line = read.kind === "page" ? read.page.metadataLine : null;
      dates.push(line === null ? "" : (dateTextOf(line) ?? ""));
    } catch {
      // Why it cannot be read is told when its turn comes.
    }
  }
  return dateHabitsOf(dates);
}

function readFile(text: string, file: string, form: Layout["form"], spaceName: string | null): HtmlFile {
  return form === "html" ? readHtmlFile(text, file, spaceName) : readMarkdownFile(text, file, spaceName);
}

function sameFile(href: string, path: string): boolean {
  const name = path.split("/").at(-1) ?? path;
  if (href === name) return true;
  try {
    return decodeURIComponent(href) === name;
  } catch {
    return false;
  }
}

const mostFaults = 3;

/** What was wrong with the files that might have been pages. */
function inWords(faults: readonly string[]): string {
  if (faults.length === 0) return "";
  const more = faults.length > mostFaults ? `; and ${faults.length - mostFaults} more` : "";
  return ` Pages that could not be read: ${faults.slice(0, mostFaults).join("; ")}${more}.`;
}
