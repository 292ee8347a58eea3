import type { z } from "zod";
import { SourceError } from "../../../errors.ts";
import type { HttpClient } from "../../../http/client.ts";
import { atOnce } from "../../ahead.ts";
import { sortedNames } from "../fields.ts";
import { type ListRequest, walkList } from "../lists.ts";
import { attachmentIdOf, downloadUrl, type SearchPlace, searchExtras, searchNewAttachments, searchNewComments } from "../search.ts";
import type {
  Account,
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
import { commentsOfPage } from "./comments.ts";
import { namesOf } from "./names.ts";
import {
  attachmentAnswer,
  folderAnswer,
  labelAnswer,
  type PageAnswer,
  pageAnswer,
  spaceAnswer,
  threadAnswer,
  versionAnswer,
} from "./schema.ts";

export interface CloudPlace {
  readonly http: HttpClient;
  /** `https://site.atlassian.net/wiki`, or the gateway's `https://api.atlassian.com/ex/confluence/CLOUDID/wiki`. */
  readonly apiUrl: string;
  readonly siteUrl: string;
  readonly notice: Notice;
  /** Whether comments will be asked for themselves: then nobody counts them. */
  readonly readsComments?: boolean;
}

/** The most that lists give. */
const listSize = "250";
/** Fewer where bodies come along: an answer should stay within a megabyte or two. */
const bodiesAtOnce = 50;

const kinds = ["page", "blogpost"] as const;
type Kind = (typeof kinds)[number];

/** Confluence Cloud: REST v2 for content, v1 for search alone. */
export class CloudWiki implements Wiki {
  readonly flavour = "cloud";
  readonly bodiesAtOnce = bodiesAtOnce;
  readonly namesInBulk = true;
  readonly siteUrl: string;
  readonly #http: HttpClient;
  readonly #v2: string;
  readonly #notice: Notice;
  readonly #search: SearchPlace;
  readonly #readsComments: boolean;
  readonly #accounts = new Map<string, Account>();
  /** Id → kind of what stands above pages without being one, as far as it is no folder. */
  readonly #holders = new Map<string, string>();

  constructor(place: CloudPlace) {
    this.#http = place.http;
    this.siteUrl = place.siteUrl;
    this.#notice = place.notice;
    this.#readsComments = place.readsComments ?? false;
    this.#v2 = `${place.apiUrl}/api/v2`;
    this.#search = {
      http: place.http,
      api: `${place.apiUrl}/rest/api`,
      siteUrl: place.siteUrl,
      notice: place.notice,
      readsComments: this.#readsComments,
    };
  }

  async space(key: string): Promise<WikiSpace> {
    const spaces = this.#walk({ url: `${this.#v2}/spaces`, query: { keys: key, limit: "25" }, item: spaceAnswer, what: "spaces" });
    for await (const space of spaces)
      if (space.key.toLowerCase() === key.toLowerCase() || space.currentActiveAlias === key)
        return { id: space.id, key: space.key, name: space.name ?? null, homePageId: space.homepageId ?? null };
    throw new SourceError(
      "absent",
      `${this.siteUrl} has no space "${key}", or hides it from this account: expected the key as in its address, /spaces/KEY; check "space" and "auth" in the configuration`,
      {},
    );
  }

  /** Archived pages come along unless a status is asked for. */
  listing(space: WikiSpace): AsyncGenerator<ListedPage, void, undefined> {
    return atOnce(kinds.map((kind) => this.#listing(space, kind, "id")));
  }

  async *changes(space: WikiSpace, since: string, isKnown: (page: ListedPage) => boolean): AsyncGenerator<ListedPage, void, undefined> {
    const isOld = ({ version }: PageAnswer): boolean => version.createdAt !== null && version.createdAt < since;
    for (const kind of kinds)
      yield* untilKnown(this.#listing(space, kind, "-modified-date", isOld), { at: ({ modifiedAt }) => modifiedAt, isKnown });
  }

  async *bodies(space: WikiSpace): AsyncGenerator<FetchedPage, void, undefined> {
    for (const kind of kinds) {
      const query = { limit: String(bodiesAtOnce), sort: "id", "body-format": "storage" };
      for await (const answer of this.#list(space, kind, query)) {
        const body = answer.body?.storage?.value;
        if (body === undefined) continue;
        for (const listed of this.#listed(answer, kind)) yield { ...listed, form: "storage.xml", body };
      }
    }
  }

  async page(listed: ListedPage): Promise<FetchedPage | null> {
    const answer = await this.#content(listed.type, listed.pageId, { "body-format": "storage", "include-labels": "true" });
    const body = answer?.body?.storage?.value;
    if (!answer || body === undefined) return null;
    const [fresh] = this.#listed(answer, listed.type);
    return fresh ? { ...fresh, form: "storage.xml", body } : null;
  }

  async extras(space: WikiSpace): Promise<ReadonlyMap<string, Extras> | null> {
    return this.#orNull("labels, attachments and comments of the space", () => searchExtras(this.#search, space.key));
  }

  async newAttachments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<ListedAttachment>,
  ): Promise<ReadonlyMap<string, readonly ListedAttachment[]> | null> {
    return this.#orNull("new attachments", () => searchNewAttachments(this.#search, space.key, since, isKnown));
  }

  async extrasOf({ pageId, type, labels }: ListedPage): Promise<Extras> {
    const walk = <T>(list: string, item: z.ZodType<T>): Promise<T[]> =>
      Array.fromAsync(
        this.#walk({ url: `${this.#v2}/${type}s/${pageId}/${list}`, query: { limit: listSize }, item, what: `${list} of ${pageId}` }),
      );
    const [names, attachments, ...comments] = await Promise.all([
      labels === null ? walk("labels", labelAnswer) : labels.map((name) => ({ name })),
      walk("attachments", attachmentAnswer),
      ...(this.#readsComments ? [] : [walk("footer-comments", threadAnswer), walk("inline-comments", threadAnswer)]),
    ]);
    return {
      labels: names.map(({ name }) => name).sort(),
      attachments: sortedNames(
        attachments
          .filter(({ status }) => status === "current")
          .map((file) => ({
            id: attachmentIdOf(file.id),
            name: file.title,
            mediaType: file.mediaType ?? null,
            url: downloadUrl(file._links?.download ?? file.downloadLink, this.siteUrl),
            bytes: file.fileSize ?? null,
          })),
      ),
      comments: this.#readsComments ? null : comments.flat().length,
    };
  }

  async newComments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<CommentMark>,
  ): Promise<ReadonlyMap<string, readonly CommentMark[]> | null> {
    return this.#orNull("new comments", () => searchNewComments(this.#search, space.key, since, isKnown));
  }

  async commentsOf(listed: ListedPage, marks: readonly CommentMark[] | null): Promise<readonly ListedComment[] | null> {
    const account = (id: string | null | undefined): Account | null => this.#account(id);
    return commentsOfPage({ http: this.#http, v2: this.#v2, notice: this.#notice, account }, listed, marks);
  }

  /** Whiteboards, databases and smart links hold pages too. What stands above says of which kind it is. */
  async folder(id: string): Promise<{ title: string; parentId: string | null } | null> {
    const kind = this.#holders.get(id) ?? "folder";
    const { value } = (await this.#orAbsent(() => this.#http.getJson(`${this.#v2}/${kind}s/${id}`))) ?? { value: null };
    const answer = folderAnswer.safeParse(value);
    if (!answer.success) return null;
    this.#noteHolder(answer.data);
    return { title: answer.data.title, parentId: answer.data.parentId ?? null };
  }

  async fate({ pageId, type }: { pageId: string; type: Kind }, space: WikiSpace): Promise<Fate> {
    for (const query of [{}, { status: "trashed" }, { status: "deleted" }]) {
      const answer = await this.#orAbsent(() => this.#content(type, pageId, query), [400]);
      if (!answer) continue;
      if (answer.status === "trashed" || answer.status === "deleted") return answer.status;
      if (answer.spaceId && answer.spaceId !== space.id) return "moved";
      return answer.status === "archived" ? "archived" : "present";
    }
    return "hidden";
  }

  /** Readers without an account may read pages and not people: then nobody has a name, and the report says so. */
  async names(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return (await this.#orNull("names of people", () => namesOf(this.#http, this.#v2, accounts))) ?? new Map();
  }

  async versions(listed: ListedPage): Promise<readonly number[]> {
    const url = `${this.#v2}/${listed.type}s/${listed.pageId}/versions`;
    const walk = this.#walk({ url, query: { limit: "50" }, item: versionAnswer, what: `versions of ${listed.pageId}` });
    const numbers = (await Array.fromAsync(walk)).map(({ number }) => number);
    return numbers.filter((number) => number < (listed.version ?? 1)).sort((a, b) => b - a);
  }

  async version(listed: ListedPage, number: number): Promise<FetchedPage | null> {
    const answer = await this.#content(listed.type, listed.pageId, { version: String(number), "body-format": "storage" });
    const body = answer?.body?.storage?.value;
    if (!answer || body === undefined) return null;
    const [page] = this.#listed({ ...answer, status: "current" }, listed.type);
    return page ? { ...page, version: number, form: "storage.xml", body } : null;
  }

  /** The download links of Cloud are good with a session or all their parameters; v1's own path is good with a token. */
  async file(pageId: string, { id }: ListedAttachment): Promise<Buffer> {
    return this.#http.getBytes(`${this.#search.api}/content/${pageId}/child/attachment/att${id}/download`);
  }

  async *#listing(space: WikiSpace, kind: Kind, sort: string, isLast?: (item: PageAnswer) => boolean): AsyncGenerator<ListedPage, void> {
    for await (const answer of this.#list(space, kind, { limit: listSize, sort }, isLast)) yield* this.#listed(answer, kind);
  }

  #walk<T>(request: ListRequest<T>, isLast?: (item: T) => boolean): AsyncGenerator<T, void, undefined> {
    return walkList(this.#http, request, this.#notice, isLast);
  }

  #list(space: WikiSpace, kind: Kind, query: Record<string, string>, isLast?: (item: PageAnswer) => boolean): AsyncGenerator<PageAnswer> {
    return this.#walk({ url: `${this.#v2}/spaces/${space.id}/${kind}s`, query, item: pageAnswer, what: `${kind}s` }, isLast);
  }

  /** Null where it is not there or not to be seen. */
  async #content(kind: Kind, id: string, query: Record<string, string>): Promise<PageAnswer | null> {
    const asked = new URLSearchParams(query).toString();
    const url = `${this.#v2}/${kind}s/${id}${asked === "" ? "" : `?${asked}`}`;
    const given = await this.#orAbsent(() => this.#http.getJson(url));
    if (given === null) return null;
    const answer = pageAnswer.safeParse(given.value);
    if (answer.success) return answer.data;
    throw new SourceError("broken", `${this.#v2}/${kind}s/${id} gave no page: expected its id, title and version`, { file: id });
  }

  /** Few people write many pages: each is held once. */
  #account(id: string | null | undefined): Account | null {
    if (!id) return null;
    const account = this.#accounts.get(id) ?? { id, name: null };
    this.#accounts.set(id, account);
    return account;
  }

  #noteHolder({ parentId, parentType }: Pick<PageAnswer, "parentId" | "parentType">): void {
    if (parentId && parentType && /^(?:whiteboard|database|embed)$/.test(parentType)) this.#holders.set(parentId, parentType);
  }

  #listed(answer: PageAnswer, type: Kind): ListedPage[] {
    const { status } = answer;
    this.#noteHolder(answer);
    if (status !== "current" && status !== "archived") return [];
    return [
      {
        pageId: answer.id,
        type,
        title: answer.title,
        status,
        version: answer.version.number,
        createdAt: answer.createdAt,
        createdBy: this.#account(answer.authorId),
        modifiedAt: answer.version.createdAt,
        modifiedBy: this.#account(answer.version.authorId),
        parentId: answer.parentId ?? null,
        labels: answer.labels ?? null,
      },
    ];
  }

  async #orAbsent<T>(ask: () => Promise<T>, alsoAbsent: readonly number[] = []): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof SourceError && [403, 404, 410, ...alsoAbsent].includes(error.status ?? 0)) return null;
      throw error;
    }
  }

  /** What is refused to us for good, and is not worth a run. */
  async #orNull<T>(what: string, ask: () => Promise<T>): Promise<T | null> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof SourceError) || error.status === null || error.status >= 500 || error.status === 429) throw error;
      this.#notice(what, `not told: ${error.message}`);
      return null;
    }
  }
}
