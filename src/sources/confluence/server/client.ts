import { SourceError } from "../../../errors.ts";
import type { HttpClient } from "../../../http/client.ts";
import { atOnce } from "../../ahead.ts";
import { sortedNames } from "../fields.ts";
import { type ListRequest, walkList } from "../lists.ts";
import {
  attachmentIdOf,
  dayBefore,
  downloadUrl,
  quoted,
  type SearchPlace,
  searchExtras,
  searchNewAttachments,
  searchNewComments,
} from "../search.ts";
import type {
  CommentMark,
  Extras,
  Fate,
  FetchedPage,
  IsKnownOf,
  ListedAttachment,
  ListedComment,
  ListedPage,
  Notice,
  Wiki,
  WikiSpace,
} from "../types.ts";
import { untilKnown } from "../until-known.ts";
import { commentOf, commentParts } from "./comments.ts";
import {
  attachmentAnswer,
  type ContentAnswer,
  commentAnswer,
  contentAnswer,
  fateAnswer,
  spaceAnswer,
  threadAnswer,
  userAnswer,
} from "./schema.ts";

export interface ServerPlace {
  readonly http: HttpClient;
  /** With the context path, `https://wiki.example.org/confluence`. */
  readonly siteUrl: string;
  readonly notice: Notice;
  /** Whether comments will be asked for themselves: then nobody counts them. */
  readonly readsComments?: boolean;
}

const metadata = "version,history,ancestors,metadata.labels,space";
/** What servers give at most: more is capped without a word. Source: Atlassian's knowledge base, "always limits results to 50". */
const listSize = "200";
const bodiesAtOnce = 50;

const kinds = ["page", "blogpost"] as const;

/** Confluence Data Center and Server: REST v1. */
export class ServerWiki implements Wiki {
  readonly flavour = "server";
  readonly bodiesAtOnce = bodiesAtOnce;
  readonly namesInBulk = false;
  readonly siteUrl: string;
  readonly #http: HttpClient;
  readonly #api: string;
  readonly #notice: Notice;
  readonly #search: SearchPlace;
  readonly #readsComments: boolean;

  constructor(place: ServerPlace) {
    this.#http = place.http;
    this.siteUrl = place.siteUrl;
    this.#notice = place.notice;
    this.#readsComments = place.readsComments ?? false;
    this.#api = `${place.siteUrl}/rest/api`;
    this.#search = { http: place.http, api: this.#api, siteUrl: place.siteUrl, notice: place.notice, readsComments: this.#readsComments };
  }

  async space(key: string): Promise<WikiSpace> {
    try {
      const { value } = await this.#http.getJson(`${this.#api}/space/${encodeURIComponent(key)}?expand=homepage`);
      const { data } = spaceAnswer.safeParse(value);
      if (data) return { id: data.key, key: data.key, name: data.name ?? null, homePageId: data.homepage?.id ?? null };
    } catch (error) {
      // The interface is there and the space is not, or neither is.
      const isAbsent = error instanceof SourceError && error.status === 404;
      if (!isAbsent || (await this.#orNull(() => this.#http.getJson(`${this.#api}/space?limit=1`))) === null) throw error;
    }
    throw new SourceError(
      "absent",
      `${this.siteUrl} has no space "${key}", or hides it from this account: expected the key as in its address, /display/KEY; check "space" and "auth" in the configuration`,
      {},
    );
  }

  listing(space: WikiSpace): AsyncGenerator<ListedPage, void, undefined> {
    return atOnce(kinds.map((type) => this.#listing(space, type)));
  }

  changes(space: WikiSpace, since: string, isKnown: (page: ListedPage) => boolean): AsyncGenerator<ListedPage, void, undefined> {
    return untilKnown(this.#recent(space, since), { at: ({ modifiedAt }) => modifiedAt, isKnown });
  }

  async *#recent(space: WikiSpace, since: string): AsyncGenerator<ListedPage, void, undefined> {
    const cql = `space = ${quoted(space.key)} and type in (page, blogpost) and lastmodified >= ${quoted(dayBefore(since))} order by lastmodified desc`;
    const query = { cql, limit: listSize, expand: metadata };
    for await (const answer of this.#walk({ url: `${this.#api}/content/search`, query, item: contentAnswer, what: "changed pages" }))
      yield* this.#listed(answer);
  }

  async *bodies(space: WikiSpace): AsyncGenerator<FetchedPage, void, undefined> {
    for (const type of kinds)
      for await (const answer of this.#content(space, type, String(bodiesAtOnce), `${metadata},body.storage`)) yield* this.#fetched(answer);
  }

  async page({ pageId }: ListedPage): Promise<FetchedPage | null> {
    const given = await this.#orNull(() => this.#http.getJson(`${this.#api}/content/${pageId}?expand=${metadata},body.storage`));
    if (given === null) return null;
    const answer = contentAnswer.safeParse(given.value);
    if (!answer.success)
      throw new SourceError("broken", `${this.#api}/content/${pageId} gave no page: expected its id, title and version`, { file: pageId });
    return this.#fetched(answer.data)[0] ?? null;
  }

  async extras(space: WikiSpace): Promise<ReadonlyMap<string, Extras> | null> {
    return this.#orNull(() => searchExtras(this.#search, space.key));
  }

  async newAttachments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<ListedAttachment>,
  ): Promise<ReadonlyMap<string, readonly ListedAttachment[]> | null> {
    return this.#orNull(() => searchNewAttachments(this.#search, space.key, since, isKnown));
  }

  async extrasOf({ pageId, labels }: ListedPage): Promise<Extras> {
    const of = (list: string): string => `${this.#api}/content/${pageId}/child/${list}`;
    const files = this.#walk({
      url: of("attachment"),
      query: { limit: listSize, expand: "version" },
      item: attachmentAnswer,
      what: `attachments of ${pageId}`,
    });
    const comments = this.#walk({
      url: of("comment"),
      query: { limit: listSize },
      item: threadAnswer,
      what: `comments of ${pageId}`,
    });
    const [attachments, counted] = await Promise.all([Array.fromAsync(files), this.#readsComments ? null : Array.fromAsync(comments)]);
    return {
      labels,
      attachments: sortedNames(
        attachments.map((file) => ({
          id: attachmentIdOf(file.id),
          name: file.title,
          mediaType: file.extensions?.mediaType ?? file.metadata?.mediaType ?? null,
          url: downloadUrl(file._links?.download, this.siteUrl),
          bytes: file.extensions?.fileSize ?? null,
        })),
      ),
      comments: counted?.length ?? null,
    };
  }

  async newComments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<CommentMark>,
  ): Promise<ReadonlyMap<string, readonly CommentMark[]> | null> {
    return this.#orNull(() => searchNewComments(this.#search, space.key, since, isKnown));
  }

  /** Answers come along at any depth. */
  async commentsOf({ pageId }: ListedPage): Promise<readonly ListedComment[]> {
    const comments = await Array.fromAsync(
      this.#walk({
        url: `${this.#api}/content/${pageId}/child/comment`,
        query: { depth: "all", limit: String(bodiesAtOnce), start: "0", expand: commentParts },
        item: commentAnswer,
        what: `comments of ${pageId}`,
      }),
    );
    return comments.flatMap((comment) => commentOf(comment) ?? []);
  }

  /** Pages stand below pages alone. */
  async folder(): Promise<null> {
    return null;
  }

  async fate({ pageId }: { pageId: string }, space: WikiSpace): Promise<Fate> {
    for (const status of ["any", "trashed"]) {
      const given = await this.#orNull(() => this.#http.getJson(`${this.#api}/content/${pageId}?status=${status}&expand=space`));
      const answer = fateAnswer.safeParse(given?.value);
      if (!answer.success) continue;
      if (answer.data.status === "trashed" || answer.data.status === "deleted") return answer.data.status;
      if (answer.data.space && answer.data.space.key !== space.key) return "moved";
      return answer.data.status === "archived" ? "archived" : "present";
    }
    return "hidden";
  }

  /** One user a request: there is no list for readers. An id may be a key or, in old pages, a user name. */
  async names(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(
      accounts.map(async (account) => {
        for (const by of ["key", "username"]) {
          const given = await this.#orNull(() => this.#http.getJson(`${this.#api}/user?${by}=${encodeURIComponent(account)}`));
          const user = userAnswer.safeParse(given?.value);
          if (user.success && user.data.displayName) return [[account, user.data.displayName] as const];
        }
        return [];
      }),
    );
    return new Map(found.flat());
  }

  /** Without asking: the paths of lists of versions differ by release, and what is missing is told one by one. */
  async versions(listed: ListedPage): Promise<readonly number[]> {
    const older = (listed.version ?? 1) - 1;
    return Array.from({ length: older }, (_, index) => older - index);
  }

  async version(listed: ListedPage, number: number): Promise<FetchedPage | "gone" | null> {
    const query = `status=historical&version=${number}&expand=${metadata},body.storage`;
    const ask = this.#http.getJson(`${this.#api}/content/${listed.pageId}?${query}`);
    // Versions are counted, not listed: a number that is not there was purged.
    const isGone = await ask.then(
      () => false,
      (error: unknown) => error instanceof SourceError && (error.status === 404 || error.status === 410),
    );
    if (isGone) return "gone";
    const given = await this.#orNull(() => ask);
    const answer = contentAnswer.safeParse(given?.value);
    if (!answer.success) return null;
    const [page] = this.#fetched({ ...answer.data, status: "current" });
    return page ? { ...page, version: number } : null;
  }

  async file(_: string, { url, name }: ListedAttachment): Promise<Buffer> {
    if (url === null) throw new SourceError("absent", `${this.siteUrl} gives no address for the file ${name}`, {});
    return this.#http.getBytes(url);
  }

  async *#listing(space: WikiSpace, type: string): AsyncGenerator<ListedPage, void, undefined> {
    for await (const answer of this.#content(space, type, listSize, metadata)) yield* this.#listed(answer);
  }

  #walk<T>(request: ListRequest<T>): AsyncGenerator<T, void, undefined> {
    return walkList(this.#http, request, this.#notice);
  }

  #content(space: WikiSpace, type: string, limit: string, expand: string): AsyncGenerator<ContentAnswer> {
    const query = { spaceKey: space.key, type, status: "current", limit, start: "0", expand };
    return this.#walk({ url: `${this.#api}/content`, query, item: contentAnswer, what: `${type}s` });
  }

  #fetched(answer: ContentAnswer): FetchedPage[] {
    const body = answer.body?.storage?.value;
    return body === undefined ? [] : this.#listed(answer).map((listed) => ({ ...listed, form: "storage.xml" as const, body }));
  }

  #listed(answer: ContentAnswer): ListedPage[] {
    const { status, type, version, history } = answer;
    if ((status !== "current" && status !== "archived") || (type !== "page" && type !== "blogpost")) return [];
    return [
      {
        pageId: answer.id,
        type,
        title: answer.title,
        status,
        version: version.number,
        createdAt: history?.createdDate ?? null,
        createdBy: history?.createdBy ?? null,
        modifiedAt: version.when,
        modifiedBy: version.by,
        parentId: answer.ancestors?.at(-1)?.id ?? null,
        labels: answer.metadata?.labels ?? null,
      },
    ];
  }

  /** What a server does not tell, or not to us, is null; what it cannot tell now is an error. */
  async #orNull<T>(ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SourceError && [400, 403, 404, 410].includes(error.status ?? 0)) return null;
      throw error;
    }
  }
}
