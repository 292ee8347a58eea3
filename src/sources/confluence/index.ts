import { setImmediate as turn } from "node:timers/promises";
import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { InputError, messageOf, SourceError } from "../../errors.ts";
import { documentFromBody, storageContextOf } from "../../pages/from-body.ts";
import { ahead, chunked, inOrder } from "../ahead.ts";
import type { KeptFile, KnownPage, Listing, Skip, Source, SourceContext, SourceItem, SourcePage, Spent } from "../types.ts";
import { accountsOf } from "./comments.ts";
import { type Connection, Connector, type Patience } from "./connect.ts";
import type { Surroundings } from "./envelope.ts";
import { nothingTold } from "./extras.ts";
import { pageHistory } from "./history.ts";
import { accountsIn } from "./names.ts";
import { type Prepared, prepare } from "./prepare.ts";
import { type SyncState, usableState } from "./state.ts";
import type { FetchedPage, ListedComment, ListedPage } from "./types.ts";

/** A space of a living wiki: only what changed since the archive was written is asked for. */
export function confluence(config: ConfluenceSourceConfig, context: SourceContext, patience: Patience = {}): Source {
  return new Confluence(config, context, patience);
}

/** From this share of a space on, all bodies are asked for, many to a request. */
const bulkShare = 0.5;
const pagesAtOnce = 32;
/** Of a page with its body and what is derived of it, as measured on the sample: 13.5 kB. */
const bytesPerPage = 15_000;
/** A page that is not given is a page's matter, several in a row are the wiki's. */
const mostFailuresInRow = 3;

interface WholePage {
  readonly page: FetchedPage;
  /** The archive's state. */
  readonly before: KnownPage | undefined;
  readonly told: Surroundings;
  readonly files: readonly KeptFile[];
}

class Confluence implements Source {
  readonly id: string;
  readonly type = "confluence";
  readonly #config: ConfluenceSourceConfig;
  readonly #context: SourceContext;
  readonly #patience: Patience;
  readonly #notes: Skip[] = [];
  #state: SyncState | null = null;
  /** Whether every page came that was asked for. */
  #isWhole = true;
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
    const before = usableState(await this.#context.stateOf(this.id), this.#config);
    const prepared = await this.#prepare(before);
    this.#prepared = prepared;
    this.#isWhole = prepared.isWhole;
    this.#state = prepared.isComplete ? this.#stateOf(prepared.connection, prepared.count, before) : before;
    const { plan, gone, isComplete, connection } = prepared;
    const count = plan.fetch.length + plan.touch.length + gone.length;
    const requests = this.#isBulk(prepared)
      ? Math.ceil(prepared.count / connection.wiki.bodiesAtOnce)
      : plan.fetch.length * (isComplete ? 1 : 4);
    const { limits, pageLimits } = this.#config;
    const perSecond = (connection.wiki.flavour === "pages" ? pageLimits : limits).requestsPerSecond;
    const tally: Record<string, number> = {};
    for (const { fate } of gone) tally[fate] = (tally[fate] ?? 0) + 1;
    return {
      space: connection.space,
      count,
      asOf: this.#context.asOf,
      url: this.#config.baseUrl,
      plan: {
        listing: isComplete ? "complete" : "changes",
        listed: prepared.count,
        fetch: plan.fetch.length,
        touch: plan.touch.length,
        gone: tally,
        requests,
        estimate: { seconds: requests / perSecond, bytes: plan.fetch.length * bytesPerPage },
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
    for (const { known, listed } of plan.touch) {
      const told = extras.known(listed.pageId);
      const { hashes, files } = await prepared.files.keep(listed.pageId, told?.attachments ?? [], known);
      const comments = prepared.comments.isOther(listed.pageId) ? await this.#comments(prepared, listed, known) : null;
      await prepared.names.learn(accountsOf(comments ?? []));
      yield { id: known.id, envelope: envelopes.ofTouched(known, listed, { extras: told, hashes, comments }), files };
    }
    for (const { known, fate } of gone) yield { id: known.id, envelope: { ...known.envelope, status: fate } };
    if (this.#context.history !== undefined)
      yield* pageHistory({ config: this.#config, context: this.#context, note: this.#note }, prepared);
    yield* this.#notes.splice(0);
  }

  state(): unknown {
    return this.#isWhole ? this.#state : null;
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

  readonly #note = (what: string, reason: string, weight: "fault" | "note" = "note"): void => {
    this.#notes.push({ file: `${this.id}: ${what}`, weight, reason });
  };

  readonly #clean = (text: string): string => this.#context.redact(text, "plain").text;

  /** As an earlier run found the wiki; where that leads nowhere any more, found anew. */
  async #prepare(before: SyncState | null): Promise<Prepared> {
    const { mostRequests, signal } = this.#context;
    const connector = new Connector(this.#config, this.#note, { mostRequests, ...(signal ? { signal } : {}), ...this.#patience });
    const work = { config: this.#config, context: this.#context, note: this.#note };
    if (before !== null) {
      try {
        this.#connection = connector.again(before);
        return await prepare({ ...work, before, connection: this.#connection });
      } catch (error) {
        if (!(error instanceof SourceError) || error.status === null) throw error;
        this.#connection?.http.close();
      }
    }
    this.#connection = await connector.find();
    return prepare({ ...work, before: null, connection: this.#connection });
  }

  #isBulk({ plan, count, isComplete }: Prepared): boolean {
    return isComplete && plan.fetch.length > pagesAtOnce && plan.fetch.length >= count * bulkShare;
  }

  /**
   * Names and files are asked for while the pages before are read. Pages that lie ready follow each other without the event loop turning once:
   * without a turn for each, no request starts until the last of them is read (a tenth of the time of a first sync).
   */
  async *#fetchedPages(prepared: Prepared): AsyncGenerator<SourcePage | Skip, void, undefined> {
    for await (const chunk of ahead(this.#completed(prepared), 2))
      for (const whole of chunk) {
        yield this.#read(prepared, whole);
        await turn();
      }
  }

  async *#completed(prepared: Prepared): AsyncGenerator<readonly WholePage[], void, undefined> {
    const { plan, connection, names } = prepared;
    await names.learn(plan.fetch.flatMap((page) => [page.createdBy, page.modifiedBy]));
    const fetched = this.#isBulk(prepared) ? this.#inBulk(prepared) : this.#oneByOne(connection, plan.fetch.splice(0));
    for await (const chunk of ahead(chunked(fetched, pagesAtOnce), 2)) {
      await names.learn(
        chunk.flatMap((page) => [page.createdBy, page.modifiedBy, ...accountsIn(page.body).map((id) => ({ id, name: null }))]),
      );
      const ask = async (page: FetchedPage): Promise<WholePage> => {
        const { value, failure } = await this.#attempt(() => prepared.extras.of(page));
        if (failure !== null) this.#setAside(page, failure);
        const extras = value ?? nothingTold;
        const before = prepared.continued.get(page.pageId) ?? prepared.known.get(page.pageId);
        const { hashes, files } = await prepared.files.keep(page.pageId, extras.attachments ?? [], before);
        const comments = await this.#comments(prepared, page, before, extras);
        return { page, before, files, told: { extras, hashes, comments } };
      };
      const whole = await Array.fromAsync(inOrder(chunk, this.#config.limits.concurrency, ask));
      await names.learn(whole.flatMap(({ told }) => accountsOf(told.comments ?? [])));
      yield whole;
    }
  }

  async #comments(
    { comments, extras }: Prepared,
    page: ListedPage,
    before: KnownPage | undefined,
    told = extras.known(page.pageId),
  ): Promise<readonly ListedComment[] | null> {
    const { value, failure } = await this.#attempt(() => comments.of(page, told, before));
    if (failure !== null) this.#setAside(page, failure);
    return value;
  }

  async *#inBulk({ connection, plan }: Prepared): AsyncGenerator<FetchedPage, void, undefined> {
    const wanted = new Map(plan.fetch.splice(0).map((page) => [page.pageId, page]));
    const bodies = connection.wiki.bodies(connection.space);
    try {
      for await (const page of bodies ? ahead(bodies, 2 * pagesAtOnce) : []) if (wanted.delete(page.pageId)) yield page;
    } catch (error) {
      // One body may spoil a list of many; asked for alone, the others come.
      if (!(error instanceof SourceError) || error.fault !== "broken") throw error;
      this.#note("bodies", `the list with bodies broke off (${error.message}): the pages that are left are asked for one by one`);
    }
    yield* this.#oneByOne(connection, [...wanted.values()]);
  }

  async *#oneByOne({ wiki }: Connection, pages: readonly ListedPage[]): AsyncGenerator<FetchedPage, void, undefined> {
    const ask = async (page: ListedPage) => ({ page, ...(await this.#attempt(() => wiki.page(page))) });
    let failedInRow = 0;
    for await (const { page, value: fetched, failure } of inOrder(pages, 2 * this.#config.limits.concurrency, ask)) {
      failedInRow = failure === null ? 0 : failedInRow + 1;
      if (failure !== null && failedInRow > mostFailuresInRow) throw failure;
      if (failure !== null) this.#setAside(page, failure);
      else if (fetched) yield fetched;
      else {
        this.#isWhole = false;
        this.#note(page.pageId, `"${this.#clean(page.title)}" went while the space was read: the next run will see what became of it`);
      }
    }
  }

  /** What fails for one page may do for the next: some pages of some wikis never come. What is refused or spent is over for all. */
  async #attempt<T>(ask: () => Promise<T>): Promise<{ readonly value: T | null; readonly failure: SourceError | null }> {
    try {
      return { value: await ask(), failure: null };
    } catch (error) {
      if (error instanceof SourceError && error.fault === "broken") return { value: null, failure: error };
      throw error;
    }
  }

  /** The next run lists everything: it cannot tell from the newest page that this one is missing. */
  #setAside(page: ListedPage, failure: SourceError): void {
    this.#isWhole = false;
    this.#note(page.pageId, `"${this.#clean(page.title)}" is not given (${failure.message}); the next run asks for it again`, "fault");
  }

  #read(prepared: Prepared, { page, before, told, files }: WholePage): SourcePage | Skip {
    try {
      const body = this.#context.redact(prepared.names.withMaskedAccounts(page.body), "html").text;
      const envelope = prepared.envelopes.ofFetched(page, before, told);
      const document = documentFromBody(body, page.form, storageContextOf(envelope));
      return { ...(before ? { id: before.id } : {}), envelope, body, document, observedOn: null, files };
    } catch (error) {
      if (error instanceof SourceError) throw error;
      this.#isWhole = false;
      const bug = error instanceof InputError ? "" : ": this is a bug in minutebook, please report it with the page";
      return {
        file: `${this.id}: ${page.pageId}`,
        weight: "fault",
        reason: `"${this.#clean(page.title)}" cannot be read (${messageOf(error)})${bug}`,
      };
    }
  }

  #stateOf({ wiki, space, apiUrl }: Connection, listed: number, before: SyncState | null): SyncState {
    return {
      schemaVersion: 1,
      flavour: wiki.flavour,
      siteUrl: this.#config.baseUrl,
      asked: this.#config.space,
      apiUrl,
      space,
      fullListingOn: later(before?.fullListingOn ?? null, this.#context.asOf),
      listed,
    };
  }
}

/** A run that looks back must not make the next one list everything again. */
function later(one: string | null, other: string): string {
  return one !== null && one > other ? one : other;
}
