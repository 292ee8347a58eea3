import { readAhead } from "../archive/in-flight.ts";
import { MinutebookError } from "../errors.ts";
import { type KnownPage, wikiIdOf } from "../sources/types.ts";
import type { Run } from "./run.ts";

const envelopesAhead = 16;

interface Place {
  /** Where the page is by now: its id keeps the space in which it was first seen. */
  readonly space: string;
  readonly wikiId: string;
}

/** What the archive held of pages when the run began. */
export class KnownPages {
  readonly #run: Run;
  #places: Promise<ReadonlyMap<string, Place>> | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Those that another source told of in this run have gone there. */
  async ofSpace(space: string): Promise<KnownPage[]> {
    const places = await this.#placesBeside(space);
    const ids = [...this.#run.known.keys()].filter((id) => (places.get(id)?.space ?? folderOf(id)) === space && !this.#run.live.has(id));
    return (await this.#read(ids)).filter(({ envelope }) => envelope.space === space);
  }

  /** The pages of other spaces that their wikis call so. */
  async elsewhere(space: string, wikiIds: ReadonlySet<string>): Promise<KnownPage[]> {
    const places = await this.#placesBeside(space);
    return this.#read([...places].flatMap(([id, place]) => (place.space !== space && wikiIds.has(place.wikiId) ? [id] : [])));
  }

  /** Empty, and at no cost, where all pages were first seen in this space. */
  async #placesBeside(space: string): Promise<ReadonlyMap<string, Place>> {
    const ids = [...this.#run.known.keys()];
    if (ids.every((id) => folderOf(id) === space)) return new Map();
    this.#places ??= this.#readPlaces(ids);
    return this.#places;
  }

  async #readPlaces(ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
    const places = new Map<string, Place>();
    for await (const { id, page } of readAhead(ids, envelopesAhead, async (id) => ({ id, page: await this.#placed(id) })))
      if (page !== null) places.set(id, { space: page.envelope.space, wikiId: wikiIdOf(page) });
    return places;
  }

  /** An envelope that is damaged is the matter of the source that reads its space. */
  async #placed(id: string): Promise<KnownPage | null> {
    try {
      const envelope = await this.#run.reader.rawEnvelope(folderOf(id), pageIdOf(id));
      return envelope && { id, envelope };
    } catch (error) {
      if (error instanceof MinutebookError) return null;
      throw error;
    }
  }

  async #read(ids: readonly string[]): Promise<KnownPage[]> {
    const { reader } = this.#run;
    const pages: KnownPage[] = [];
    for await (const { id, envelope, hasBody } of readAhead(ids, envelopesAhead, async (id) => {
      const envelope = await reader.rawEnvelope(folderOf(id), pageIdOf(id));
      return { id, envelope, hasBody: envelope !== null && (await reader.hasRawBody(folderOf(id), pageIdOf(id), envelope.form)) };
    }))
      if (envelope !== null) pages.push({ id, envelope, ...(hasBody ? {} : { lacksBody: true }) });
    return pages;
  }
}

function folderOf(id: string): string {
  return id.split("/")[1] ?? "";
}

function pageIdOf(id: string): string {
  return id.split("/")[2] ?? "";
}
