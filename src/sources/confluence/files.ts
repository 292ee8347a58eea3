import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { InputError, MinutebookError, SourceError } from "../../errors.ts";
import { decodeText } from "../../files/index.ts";
import { sha256Of } from "../../records/canonical-json.ts";
import type { KeptFile, KnownPage, Redactor } from "../types.ts";
import type { ListedAttachment, Notice, Wiki } from "./types.ts";

const mebibyte = 1024 * 1024;

/** Which files are kept, and how large they may be unless it is configured: bytes of one, bytes of all in one run. */
const rules = {
  none: { isKept: (_: Pick<ListedAttachment, "name">) => false, most: 0, mostInRun: 0 },
  text: { isKept: isTextLike, most: 5 * mebibyte, mostInRun: 200 * mebibyte },
  all: { isKept: (_: Pick<ListedAttachment, "name">) => true, most: 25 * mebibyte, mostInRun: 500 * mebibyte },
} as const;

export interface KeptOfPage {
  /** Attachment id → hash. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly files: readonly KeptFile[];
}

/** Files of pages, by their hash. Text goes through redaction as pages do; what is not kept is recorded with its size alone. */
export class FileKeeper {
  readonly #wiki: Wiki;
  readonly #isKept: (file: Pick<ListedAttachment, "name">) => boolean;
  /** Bytes of one file. */
  readonly #most: number;
  readonly #redact: Redactor;
  readonly #note: Notice;
  #left: number;

  constructor(wiki: Wiki, config: Pick<ConfluenceSourceConfig, "attachments" | "attachmentLimits">, redact: Redactor, note: Notice) {
    const { isKept, most, mostInRun } = rules[config.attachments];
    const { fileMegabytes, runMegabytes } = config.attachmentLimits;
    this.#wiki = wiki;
    this.#isKept = isKept;
    this.#most = fileMegabytes === null ? most : Math.floor(fileMegabytes * mebibyte);
    this.#redact = redact;
    this.#note = note;
    this.#left = runMegabytes === null ? mostInRun : Math.floor(runMegabytes * mebibyte);
  }

  /** `before` has the hashes of files that did not change: their addresses hold the time of their last change. */
  async keep(pageId: string, attachments: readonly ListedAttachment[], before: KnownPage | undefined): Promise<KeptOfPage> {
    const hashes = new Map<string, string>();
    const files: KeptFile[] = [];
    const known = new Map(before?.envelope.attachments.map((file) => [`${file.url} ${file.bytes}`, file.sha256]));
    for (const file of attachments) {
      if (!this.#isKept(file)) continue;
      const hash = file.url === null ? undefined : known.get(`${this.#redact(file.url, "url").text} ${file.bytes}`);
      if (hash !== undefined) hashes.set(file.id, hash);
      else {
        const kept = await this.#fetch(pageId, file);
        if (kept === null) continue;
        hashes.set(file.id, kept.sha256);
        files.push(kept);
      }
    }
    return { hashes, files };
  }

  /** Whether files are wanted that the archive does not have: the configuration may have been another. */
  lacks({ envelope }: KnownPage): boolean {
    return envelope.attachments.some(
      (file) => file.sha256 === undefined && file.url !== undefined && this.#isKept(file) && (file.bytes ?? 0) <= this.#most,
    );
  }

  async #fetch(pageId: string, file: ListedAttachment): Promise<KeptFile | null> {
    const what = `${pageId}/${this.#redact(file.name, "plain").text}`;
    const size = file.bytes ?? 0;
    if (size > this.#most || size > this.#left) {
      this.#note(
        what,
        `${size} bytes are more than ${size > this.#most ? "one file" : "the files of one run"} may have: its size alone is recorded`,
      );
      return null;
    }
    // Reserved before the wait: others ask meanwhile.
    this.#left -= size;
    try {
      const given = await this.#wiki.file(pageId, file);
      if (given.length > this.#most) throw new InputError(`${given.length} bytes came where ${size} were told`);
      this.#left += size - given.length;
      const bytes = isPlainText(file) ? Buffer.from(this.#redact(decodeText(given, file.name).text, "plain").text) : given;
      return { sha256: sha256Of(bytes), bytes };
    } catch (error) {
      this.#left += size;
      const isOver = error instanceof SourceError && (error.fault === "spent" || error.status === 401);
      if (isOver || !(error instanceof MinutebookError)) throw error;
      const weight = error instanceof SourceError && error.fault === "broken" ? "fault" : undefined;
      this.#note(what, `the file is listed and not kept (${error.message}): its size alone is recorded`, weight);
      return null;
    }
  }
}

/** Transcripts, notes, tables, papers. */
function isTextLike(file: Pick<ListedAttachment, "name">): boolean {
  return isPlainText(file) || /\.pdf$/i.test(file.name);
}

function isPlainText({ name }: Pick<ListedAttachment, "name">): boolean {
  return /\.(?:vtt|srt|txt|csv|tsv|md)$/i.test(name);
}
