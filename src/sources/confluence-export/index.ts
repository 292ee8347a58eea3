import { InputError, InternalError, messageOf } from "../../errors.ts";
import { type FileTree, openFileTree } from "../../files/index.ts";
import type { Listing, Redactor, Skip, Source, SourcePage } from "../types.ts";
import { isSkip } from "../types.ts";
import type { DateHabits } from "./dates.ts";
import { envelopeOf } from "./envelope.ts";
import { type ExportedSpace, findSpaces } from "./find-spaces.ts";
import { habitsOfSpace } from "./habits.ts";
import type { ExportedPage, HtmlFile } from "./html-page.ts";
import type { PageFolder } from "./layout.ts";
import { lossesOfLine, parseMetadataLine } from "./metadata-line.ts";
import { looksExported, readFile } from "./read-file.ts";
import { duplicate, groupedById, sortedByAge, withOwnId } from "./same-ids.ts";
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

/** An export gives whole pages. */
export interface ExportSource extends Source {
  pages(): AsyncIterable<SourcePage | Skip>;
}

/** A static export of one space or several, as a folder or zip, in HTML or converted to Markdown. */
export function confluenceExport(settings: ExportSettings, redact: Redactor): ExportSource {
  return new ConfluenceExport(settings, redact);
}

interface OpenExport {
  readonly tree: FileTree;
  readonly spaces: readonly ExportedSpace[];
}

class ConfluenceExport implements ExportSource {
  readonly id: string;
  readonly type = "confluence-export";
  readonly #settings: ExportSettings;
  readonly #redact: Redactor;
  #open: OpenExport | null = null;
  #skips: Skip[] = [];
  /** Texts that were read before their turn, so that nothing is read and redacted twice. */
  readonly #ahead = new Map<string, string>();
  readonly #habits = new Map<ExportedSpace, Promise<DateHabits>>();

  constructor(settings: ExportSettings, redact: Redactor) {
    this.id = settings.id;
    this.#settings = settings;
    this.#redact = redact;
  }

  async open(): Promise<Listing> {
    const { path, space: given, baseUrl } = this.#settings;
    const tree = await openFileTree(path, { maxFileBytes: this.#settings.maxPageBytes ?? defaultMaxPageBytes });
    try {
      const { entries, refused } = await tree.list();
      const files = entries.map((entry) => entry.path);
      const { spaces, skips } = await findSpaces(files, { path, given }, (file, form) => this.#peek(tree, file, form));
      this.#skips = [...refused.map((file) => ({ file: file.path, weight: "fault" as const, reason: file.reason })), ...skips];
      this.#open = { tree, spaces };
      return listingOf(spaces, baseUrl);
    } catch (error) {
      await tree.close();
      throw error;
    }
  }

  async *pages(): AsyncIterable<SourcePage | Skip> {
    const open = this.#open;
    if (open === null) return;
    yield* this.#skips;
    let pagesRead = 0;
    const faults: string[] = [];
    for (const space of open.spaces) {
      for await (const item of this.#pagesOf(open.tree, space)) {
        if (!isSkip(item)) pagesRead += 1;
        else if (item.weight === "fault") faults.push(`${item.file}: ${item.reason}`);
        yield item;
      }
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

  /** The pages of one space, each id once. */
  async *#pagesOf(tree: FileTree, space: ExportedSpace): AsyncIterable<SourcePage | Skip> {
    const seen = new Map<string, string>();
    for await (const item of this.#files(tree, space)) {
      if (isSkip(item)) {
        yield item;
        continue;
      }
      const page = seen.has(item.envelope.pageId) && item.envelope.pageIdBasis === "title" ? withOwnId(item) : item;
      const { pageId, file } = page.envelope;
      const first = seen.get(pageId);
      if (first === undefined) seen.set(pageId, file ?? "");
      yield first === undefined ? page : duplicate(page.envelope, first);
    }
  }

  /** Files in order, read a few ahead; files that carry the same page id come together, the newest first. */
  async *#files(tree: FileTree, space: ExportedSpace): AsyncIterable<SourcePage | Skip> {
    const queue: Promise<SourcePage | Skip | null>[] = [];
    const groups = groupedById(space.layout.pages);
    let next = 0;
    while (next < groups.length || queue.length > 0) {
      while (queue.length < readAhead && next < groups.length) {
        const group = groups[next] ?? [];
        next += 1;
        if (group.length === 1) queue.push(this.#page(tree, space, group[0] ?? ""));
        else queue.push(...sortedByAge(group.map((file) => this.#page(tree, space, file))));
      }
      const item = await queue.shift();
      if (item) yield item;
    }
  }

  /** Null for the list of pages. */
  async #page(tree: FileTree, space: ExportedSpace, file: string): Promise<SourcePage | Skip | null> {
    try {
      const text = this.#ahead.get(file) ?? (await this.#text(tree, file));
      this.#ahead.delete(file);
      const read = readFile(text, file, space.layout.form, space.space.name);
      if (read.kind === "index") return null;
      if (read.kind === "foreign")
        return { file, weight: "note", reason: "not a page that Confluence wrote: no page title and body found" };
      const page = await this.#withClearDates(tree, space, read.page);
      if (page.title === null) {
        return {
          file,
          weight: "fault",
          reason: "a page without a title: expected a heading or <title> with the page's name; export the page again",
        };
      }
      const envelope = envelopeOf({ source: this.id, baseUrl: this.#settings.baseUrl }, space, file, page, page.title);
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

  /** A date that could be several days is read as the other dates of the space are. */
  async #withClearDates(tree: FileTree, space: ExportedSpace, page: ExportedPage): Promise<ExportedPage> {
    if (page.metadata.unread === null || page.metadataLine === null) return page;
    const known = this.#habits.get(space) ?? habitsOfSpace(tree, space.layout);
    this.#habits.set(space, known);
    const metadata = parseMetadataLine(page.metadataLine, await known);
    return { ...page, metadata, losses: lossesOfLine(page.metadataLine, metadata) };
  }

  async #text(tree: FileTree, file: string): Promise<string> {
    return this.#redacted(exportedText(await tree.read(file), file), file);
  }

  #redacted(text: string, file: string): string {
    return this.#redact(text, /\.md$/i.test(file) ? "markdown" : "html").text;
  }

  async #peek(tree: FileTree, file: string, form: PageFolder["form"]): Promise<HtmlFile | null> {
    try {
      const known = this.#ahead.get(file);
      const bare = known ?? exportedText(await tree.read(file), file);
      if (known === undefined && !looksExported(bare)) return null;
      const text = known ?? this.#redacted(bare, file);
      this.#ahead.set(file, text);
      return readFile(text, file, form, null);
    } catch {
      // Why it cannot be read is told when its turn comes.
      return null;
    }
  }
}

function listingOf(spaces: readonly ExportedSpace[], url: string | null): Listing {
  const [first, ...others] = spaces.map(({ space }) => space);
  if (!first) throw new InternalError("an export was opened without a space");
  const days = spaces.flatMap(({ index }) => index?.generatedOn ?? []).sort();
  const count = spaces.reduce((sum, { layout }) => sum + layout.pages.length, 0);
  return { space: first, ...(others.length > 0 ? { others } : {}), count, asOf: days.at(-1) ?? null, url };
}

const mostFaults = 3;

/** What was wrong with the files that might have been pages. */
function inWords(faults: readonly string[]): string {
  if (faults.length === 0) return "";
  const more = faults.length > mostFaults ? `; and ${faults.length - mostFaults} more` : "";
  return ` Pages that could not be read: ${faults.slice(0, mostFaults).join("; ")}${more}.`;
}
