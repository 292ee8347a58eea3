import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { InputError, messageOf, SourceError } from "../../errors.ts";
import { documentFromBody, storageContextOf } from "../../pages/from-body.ts";
import { ahead, chunked, inOrder } from "../ahead.ts";
import {
  type KnownPage,
  type Listing,
  type Skip,
  type Source,
  type SourceContext,
  type SourceItem,
  type SourcePage,
  type Spent,
  wikiIdOf,
} from "../types.ts";
import { holdRemovals, isMigration } from "./absence.ts";
import { type Connection, Connector, type Patience } from "./connect.ts";
import { Envelopes } from "./envelope.ts";
import { PageExtras } from "./extras.ts";
import { matchMigrated } from "./migration.ts";
import { accountsIn, NameBook } from "./names.ts";
import { asListed, isThere, planSync, type SyncPlan } from "./plan.ts";
import { isListingDue, parseState, type SyncState } from "./state.ts";
import { PageTree } from "./tree.ts";
import type { Extras, Fate, FetchedPage, ListedPage } from "./types.ts";

/** A space of a living wiki: only what changed since the archive was written is asked for. */
export function confluence(config: ConfluenceSourceConfig, context: SourceContext, patience: Patience = {}): Source {
  return new Confluence(config, context, patience);
}

/** What is listed again of what is known, so that clocks and indexes that lag cost no page. */
const overlapMs = 24 * 3600_000;
/** From this share of a space on, all bodies are asked for, many to a request. */
const bulkShare = 0.5;
const pagesAtOnce = 32;

interface Gone {
  readonly known: KnownPage;
  readonly fate: Exclude<Fate, "present">;
}

/** Everything that is known before the first body is asked for. */
interface Prepared {
  readonly connection: Connection;
  readonly known: ReadonlyMap<string, KnownPage>;
  readonly listed: ReadonlyMap<string, ListedPage>;
  readonly isComplete: boolean;
  readonly extras: PageExtras;
  readonly names: NameBook;
  readonly envelopes: Envelopes;
  readonly plan: SyncPlan;
  /** New page id → record that it continues. */
  readonly continued: ReadonlyMap<string, KnownPage>;
  readonly gone: readonly Gone[];
}

class Confluence implements Source {
  readonly id: string;
  readonly type = "confluence";
  readonly #config: ConfluenceSourceConfig;
  readonly #context: SourceContext;
  readonly #patience: Patience;
  readonly #notes: Skip[] = [];
  #state: SyncState | null = null;
  #prepared: Prepared | null = null;
  #spent: Spent = { requests: 0, retries: 0, bytes: 0 };
  #connection: Connection | null = null;

  constructor(config: ConfluenceSourceConfig, context: SourceContext, patience: Patience) {
    this.#patience = patience;
    this.id = config.id;
    this.#config = config;
    this.#context = context;
  }

  async open(): Promise<Listing> {
    const before = this.#usable(parseState(await this.#context.stateOf(this.id)));
    const connector = new Connector(this.#config, this.#note, this.#patience);
    this.#connection = before === null ? await connector.find() : connector.again(before);
    const prepared = await this.#prepare(this.#connection, before);
    this.#prepared = prepared;
    const { plan, gone, listed, isComplete, connection } = prepared;
    const count = plan.fetch.length + plan.touch.length + gone.length;
    const tally: Record<string, number> = {};
    for (const { fate } of gone) tally[fate] = (tally[fate] ?? 0) + 1;
    return {
      space: connection.space,
      count,
      asOf: this.#context.asOf,
      url: this.#config.baseUrl,
      plan: {
        listing: isComplete ? "complete" : "changes",
        listed: listed.size,
        fetch: plan.fetch.length,
        touch: plan.touch.length,
        gone: tally,
        requests: this.#isBulk(prepared) ? Math.ceil(listed.size / 100) : plan.fetch.length * (isComplete ? 1 : 4),
      },
    };
  }

  async *pages(): AsyncIterable<SourceItem> {
    const prepared = this.#prepared;
    if (prepared === null) return;
    yield* this.#notes.splice(0);
    for await (const page of this.#fetchedPages(prepared)) {
      yield page;
      yield* this.#notes.splice(0);
    }
    const { plan, gone, envelopes, extras } = prepared;
    for (const { known, listed } of plan.touch)
      yield { id: known.id, envelope: envelopes.ofTouched(known, listed, extras.known(listed.pageId)) };
    for (const { known, fate } of gone) yield { id: known.id, envelope: { ...known.envelope, status: fate } };
    yield* this.#notes.splice(0);
  }

  state(): unknown {
    return this.#state;
  }

  spent(): Spent {
    return this.#connection === null ? this.#spent : { ...this.#connection.http.counts };
  }

  async close(): Promise<void> {
    this.#spent = this.spent();
    this.#connection?.http.close();
    this.#connection = null;
    this.#prepared = null;
  }

  readonly #note = (what: string, reason: string): void => {
    this.#notes.push({ file: `${this.id}: ${what}`, weight: "note", reason });
  };

  /** A state of another space or place is of no use. */
  #usable(state: SyncState | null): SyncState | null {
    return state !== null && state.siteUrl === this.#config.baseUrl && state.space.key.toLowerCase() === this.#config.space.toLowerCase()
      ? state
      : null;
  }

  readonly #clean = (text: string): string => this.#context.redact(text, "plain").text;

  async #prepare(connection: Connection, before: SyncState | null): Promise<Prepared> {
    const { wiki, space } = connection;
    const pages = await this.#context.knownPages(space.key);
    const known = new Map(pages.map((page) => [wikiIdOf(page), page]));
    const names = new NameBook(wiki, this.#clean);
    names.addKnown(pages);
    const tree = new PageTree(this.#clean);
    tree.addKnown(pages);
    const { listed, isComplete } = await this.#list(connection, before, pages);
    tree.addListed(listed.values());
    await this.#learnFolders(connection, tree);
    const extras = new PageExtras(wiki, this.#config.limits.concurrency);
    if (isComplete) await extras.learnSpace(space, listed);
    else await this.#learnNewFiles(connection, pages, listed, extras);
    const plan = planSync({ known, listed, isComplete, tree, extras: (id) => extras.known(id) });
    for (const page of plan.older)
      this.#note(
        page.pageId,
        `the wiki shows version ${page.version}, older than the archive's: the archive's stays; was a backup restored?`,
      );
    const { continued, gone } = await this.#settleAbsent(connection, plan, known, names, tree);
    if (isComplete) this.#state = this.#stateOf(connection, listed.size);
    else this.#state = before;
    const envelopes = new Envelopes({
      source: this.id,
      siteUrl: wiki.siteUrl,
      space,
      names,
      tree,
      redact: this.#context.redact,
    });
    return { connection, known, listed, isComplete, extras, names, envelopes, plan, continued, gone };
  }

  /** All that there is, where that is due; else what changed since the newest state that is known. */
  async #list(
    { wiki, space }: Connection,
    before: SyncState | null,
    pages: readonly KnownPage[],
  ): Promise<{ listed: Map<string, ListedPage>; isComplete: boolean }> {
    const since = newestInstant(pages, this.id);
    const { asOf, full } = this.#context;
    const isDue = full || since === null || isListingDue(before, asOf, this.#config.fullListingDays);
    const changes = isDue || since === null ? null : wiki.changes(space, new Date(Date.parse(since) - overlapMs).toISOString());
    const listed = new Map<string, ListedPage>();
    for await (const page of changes ?? wiki.listing(space)) listed.set(page.pageId, page);
    return { listed, isComplete: changes === null };
  }

  /** Attachments that came since the last run, on pages that did not change themselves. */
  async #learnNewFiles(
    { wiki, space }: Connection,
    pages: readonly KnownPage[],
    listed: Map<string, ListedPage>,
    extras: PageExtras,
  ): Promise<void> {
    const since = newestInstant(pages, this.id);
    const found = since === null ? null : await wiki.newAttachments(space, new Date(Date.parse(since) - overlapMs).toISOString());
    const touched = pages.filter((page) => {
      const { attachments, version } = page.envelope;
      const files = found?.get(wikiIdOf(page));
      const shown = listed.get(wikiIdOf(page));
      // A page that changed itself is asked for everything anyway.
      if (files === undefined || (shown !== undefined && shown.version !== version)) return false;
      const has = new Set(attachments.map(({ name, bytes }) => `${name}\n${bytes}`));
      return !files.every((file) => has.has(`${this.#clean(file.name)}\n${file.bytes}`));
    });
    const shown = touched.map((page) => listed.get(wikiIdOf(page)) ?? asListed(page));
    for (const page of shown) listed.set(page.pageId, page);
    await extras.learnPages(shown);
  }

  async #learnFolders({ wiki }: Connection, tree: PageTree): Promise<void> {
    const asked = new Set<string>();
    for (let unknown = tree.unknownParents(); unknown.length > 0; unknown = tree.unknownParents().filter((id) => !asked.has(id))) {
      for (const id of unknown) {
        asked.add(id);
        const folder = await wiki.folder(id);
        if (folder) tree.add(id, folder.title, folder.parentId);
      }
    }
  }

  /** Pages that are no longer listed: under another id after a migration, or gone, as the wiki itself says of each. */
  async #settleAbsent(
    { wiki, space }: Connection,
    plan: SyncPlan,
    known: ReadonlyMap<string, KnownPage>,
    names: NameBook,
    tree: PageTree,
  ): Promise<{ continued: Map<string, KnownPage>; gone: Gone[] }> {
    const { absent } = plan;
    if (absent.length === 0) return { continued: new Map(), gone: [] };
    const fresh = plan.fetch.filter((page) => !known.has(page.pageId));
    await names.learn(fresh.map((page) => page.createdBy));
    const matches = matchMigrated(absent, fresh, (page) => ({
      title: tree.titleOf(page),
      creator: names.person(page.createdBy)?.name ?? null,
      createdOn: page.createdAt?.slice(0, 10) ?? null,
    }));
    const continued = new Map(matches.map((match) => [match.listed.pageId, match.known]));
    const matched = new Set(matches.map((match) => match.known));
    const rest = absent.filter((page) => !matched.has(page));
    if (isMigration(absent, matches)) {
      for (const { envelope } of rest)
        this.#note(envelope.pageId, `"${envelope.title}" was not found under a new id: its record stays as it was`);
      return { continued, gone: [] };
    }
    holdRemovals(
      this.id,
      rest,
      [...known.values()].filter(({ envelope }) => isThere(envelope.status)).length - rest.length,
      this.#context.acceptRemovals,
    );
    const gone: Gone[] = [];
    const fateOf = async (page: KnownPage) => {
      const { pageId, pageIdBasis, contentType } = page.envelope;
      return {
        page,
        fate: pageIdBasis === "title" ? ("missing" as const) : await wiki.fate({ pageId, type: contentType ?? "page" }, space),
      };
    };
    for await (const { page, fate } of inOrder(rest, this.#config.limits.concurrency, fateOf)) {
      if (fate !== "present") gone.push({ known: page, fate });
      else this.#note(page.envelope.pageId, `"${page.envelope.title}" is not listed and yet there: its record stays as it was`);
    }
    return { continued, gone };
  }

  #isBulk({ plan, listed, isComplete }: Prepared): boolean {
    return isComplete && plan.fetch.length > pagesAtOnce && plan.fetch.length >= listed.size * bulkShare;
  }

  async *#fetchedPages(prepared: Prepared): AsyncGenerator<SourcePage | Skip, void, undefined> {
    const { plan, connection, names } = prepared;
    const fetched = this.#isBulk(prepared) ? this.#inBulk(prepared) : this.#oneByOne(connection, plan.fetch);
    for await (const chunk of ahead(chunked(fetched, pagesAtOnce), 2)) {
      await names.learn(
        chunk.flatMap((page) => [page.createdBy, page.modifiedBy, ...accountsIn(page.body).map((id) => ({ id, name: null }))]),
      );
      const { concurrency } = this.#config.limits;
      for await (const [page, extras] of inOrder(chunk, concurrency, async (page) => [page, await prepared.extras.of(page)] as const))
        yield this.#read(prepared, page, extras);
    }
  }

  async *#inBulk({ connection, plan }: Prepared): AsyncGenerator<FetchedPage, void, undefined> {
    const wanted = new Map(plan.fetch.map((page) => [page.pageId, page]));
    const bodies = connection.wiki.bodies(connection.space);
    for await (const page of bodies ? ahead(bodies, 2 * pagesAtOnce) : []) if (wanted.delete(page.pageId)) yield page;
    yield* this.#oneByOne(connection, [...wanted.values()]);
  }

  async *#oneByOne({ wiki }: Connection, pages: readonly ListedPage[]): AsyncGenerator<FetchedPage, void, undefined> {
    const ask = async (page: ListedPage) => ({ page, fetched: await wiki.page(page) });
    for await (const { page, fetched } of inOrder(pages, 2 * this.#config.limits.concurrency, ask)) {
      if (fetched) yield fetched;
      else this.#note(page.pageId, `"${this.#clean(page.title)}" went while the space was read: the next run will see what became of it`);
    }
  }

  #read(prepared: Prepared, page: FetchedPage, extras: Extras): SourcePage | Skip {
    const before = prepared.continued.get(page.pageId) ?? prepared.known.get(page.pageId);
    try {
      const body = this.#context.redact(page.body, "html").text;
      const envelope = prepared.envelopes.ofFetched(page, extras, before);
      const document = documentFromBody(body, page.form, storageContextOf(envelope));
      return { ...(before ? { id: before.id } : {}), envelope, body, document, observedOn: null };
    } catch (error) {
      if (error instanceof SourceError) throw error;
      const bug = error instanceof InputError ? "" : ": this is a bug in minutebook, please report it with the page";
      return {
        file: `${this.id}: ${page.pageId}`,
        weight: "fault",
        reason: `"${this.#clean(page.title)}" cannot be read (${messageOf(error)})${bug}`,
      };
    }
  }

  #stateOf({ wiki, space, apiUrl }: Connection, listed: number): SyncState {
    return {
      schemaVersion: 1,
      flavour: wiki.flavour,
      siteUrl: this.#config.baseUrl,
      apiUrl,
      space,
      fullListingOn: this.#context.asOf,
      listed,
    };
  }
}

/** Of what this source itself gave: another one's newest page says nothing of when this one was read. */
function newestInstant(pages: readonly KnownPage[], source: string): string | null {
  let newest: string | null = null;
  for (const { envelope } of pages)
    if (envelope.source === source && envelope.modifiedAt !== null && (newest === null || envelope.modifiedAt > newest))
      newest = envelope.modifiedAt;
  return newest;
}
