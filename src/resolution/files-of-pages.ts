import type { RecordingFacts } from "../extraction/index.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import type { PageIndex } from "./page-index.ts";
import type { PageEntry } from "./types.ts";

/** Finds the files that pages name by the title of the page that has them, as the storage format does. */
export class FilesOfPages {
  readonly #pages: PageIndex;
  readonly #envelopes: ReadonlyMap<string, RawEnvelope>;

  constructor(entries: readonly PageEntry[], pages: PageIndex) {
    this.#pages = pages;
    this.#envelopes = new Map(entries.map(({ id, envelope }) => [id, envelope]));
  }

  /** A recording with the key that its own page gives the file; as it was where that page or its file is not known. */
  named(facts: RecordingFacts, space: string): RecordingFacts {
    const name = facts.platform === "confluence" ? /\?preview=([^/&#]+)$/.exec(facts.url)?.[1] : undefined;
    if (name === undefined) return facts;
    const id = this.#pages.resolve(facts.url, space);
    const file = this.#envelopes
      .get(id ?? "")
      ?.attachments.find((attachment) => encodeURIComponent(attachment.name.toWellFormed()) === name);
    return file?.href ? { ...facts, key: file.href, url: file.url ?? file.href } : facts;
  }
}
