import type { RecordingFacts } from "../extraction/index.ts";
import { parseFileLink } from "../pages/links.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import type { PageIndex } from "./page-index.ts";
import type { PageEntry } from "./types.ts";

/** Finds the files that pages name by the title of the page that has them, as the storage format does, or by a download link. */
export class FilesOfPages {
  readonly #pages: PageIndex;
  readonly #envelopes: ReadonlyMap<string, RawEnvelope>;

  constructor(entries: readonly PageEntry[], pages: PageIndex) {
    this.#pages = pages;
    this.#envelopes = new Map(entries.map(({ id, envelope }) => [id, envelope]));
  }

  /** A recording with the key that its own page gives the file; as it was where that page or its file is not known. */
  named(facts: RecordingFacts, space: string): RecordingFacts {
    const names = facts.platform === "confluence" ? namesIn(facts.url) : [];
    if (names.length === 0) return facts;
    const id = this.#pages.resolve(facts.url, space) ?? this.#pages.ofFile(facts.url, space);
    const file = this.#envelopes.get(id ?? "")?.attachments.find(({ name }) => names.includes(name.toWellFormed()));
    return file?.href ? { ...facts, key: file.href, url: file.url ?? file.href } : facts;
  }
}

/** What the file that an address names may be called: older wikis write a blank as a plus. */
function namesIn(url: string): string[] {
  const preview = new URLSearchParams(url.split("#")[0]?.split("?")[1] ?? "").get("preview");
  const name = preview === null ? (parseFileLink(url)?.name ?? "") : (preview.split("/").at(-1) ?? "");
  return name === "" ? [] : [name, name.replaceAll("+", " ")];
}
