import type { BodyForm } from "../../pages/raw.ts";
import type { KnownPage } from "../types.ts";

/** A person as a wiki names one: by account id (Cloud), user key or user name (Data Center), and by name where the answer holds it. */
export interface Account {
  readonly id: string;
  readonly name: string | null;
}

export interface WikiSpace {
  /** What the API asks for: a number on Cloud, the key elsewhere. */
  readonly id: string;
  readonly key: string;
  readonly name: string | null;
  readonly homePageId: string | null;
}

/** A page or blog post as a listing shows it: all that may change, the body apart. */
export interface ListedPage {
  readonly pageId: string;
  readonly type: "page" | "blogpost";
  readonly title: string;
  readonly status: "current" | "archived";
  /** Null where it is not told: then the page is read, and compared by its contents. */
  readonly version: number | null;
  readonly createdAt: string | null;
  readonly createdBy: Account | null;
  /** UTC instants, `2024-03-05T09:15:30.000Z`. */
  readonly modifiedAt: string | null;
  /** Where a wiki tells days alone: those of its own clock. */
  readonly createdOn?: string | null;
  readonly modifiedOn?: string | null;
  readonly modifiedBy: Account | null;
  /** The page or folder above, or null at the top. */
  readonly parentId: string | null;
  /** Null where this listing does not tell. */
  readonly labels: readonly string[] | null;
}

export interface FetchedPage extends ListedPage {
  readonly form: Extract<BodyForm, "storage.xml" | "view.html">;
  readonly body: string;
}

export interface ListedAttachment {
  /** Digits; Cloud writes `att` before them. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly bytes: number | null;
}

/** A comment as far as it tells whether the archive knows it. */
export interface CommentMark {
  readonly id: string;
  /** The comment that it answers. */
  readonly answers: string | null;
  /** Null where the wiki tells none. */
  readonly version: number | null;
  readonly resolved: boolean | null;
  /** Where it is told anyway. */
  readonly body?: string;
}

export interface ListedComment extends CommentMark {
  readonly place: "footer" | "inline";
  /** The words of the page that it is about. */
  readonly quote: string | null;
  readonly author: Account | null;
  /** A UTC instant; of its last change where a wiki tells no other. */
  readonly at: string | null;
  /** Where a wiki tells days alone. */
  readonly on?: string | null;
  readonly form: Extract<BodyForm, "storage.xml" | "view.html">;
  readonly body: string;
}

/** What hangs on a page and is listed apart from it. Null where it could not be told. */
export interface Extras {
  readonly labels: readonly string[] | null;
  readonly attachments: readonly ListedAttachment[] | null;
  readonly comments: number | null;
  /** Which comments they are, answers among them; absent or null where only their number is told. */
  readonly marks?: readonly CommentMark[] | null;
}

/** What became of a page that no listing names any more. `present`: it is there after all. */
export type Fate = "present" | "archived" | "trashed" | "deleted" | "moved" | "hidden" | "missing";

/** Something that was skipped in an answer, for the run report. */
export type Notice = (what: string, reason: string, weight?: "fault") => void;

/** Whether the archive has something that hangs on a page as it is told. */
export type IsKnownOf<T> = (pageId: string, item: T) => boolean;

/**
 * One wiki, whatever it speaks. All lists are walked to their end: a list that breaks off throws, so that what is not listed is not there.
 * Every method throws SourceError where the wiki gives no usable answer.
 */
export interface Wiki {
  readonly flavour: "cloud" | "server" | "pages";
  /** How many bodies come with one request of `bodies`. */
  readonly bodiesAtOnce: number;
  /** What addresses of pages begin with, `https://site.example.org/wiki`. */
  readonly siteUrl: string;
  space(key: string): Promise<WikiSpace>;
  /** Every page and post that is current or archived, each once, without bodies. `known` is what the archive has, by the wiki's page id. */
  listing(space: WikiSpace, known: ReadonlyMap<string, KnownPage>): AsyncIterable<ListedPage>;
  /**
   * The pages and posts modified at or after `since` (a UTC instant), and perhaps older ones; null where this wiki cannot tell. Where many in a row are
   * known in the state that is listed, those before them need not come.
   */
  changes(
    space: WikiSpace,
    since: string,
    isKnown: (page: ListedPage) => boolean,
  ): AsyncIterable<ListedPage> | Promise<AsyncIterable<ListedPage> | null>;
  /** All of `listing` with bodies, many to a request; null where each page must be asked for. */
  bodies(space: WikiSpace): AsyncIterable<FetchedPage> | null;
  /** One page with its body; null where it went since it was listed. */
  page(listed: ListedPage): Promise<FetchedPage | null>;
  /** Labels, attachments and counts of comments by page id, for the whole space; null where each page must be asked for. */
  extras(space: WikiSpace): Promise<ReadonlyMap<string, Extras> | null>;
  /** The pages whose attachments were added or replaced at or after `since`, with those attachments; null where this wiki cannot tell. */
  newAttachments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<ListedAttachment>,
  ): Promise<ReadonlyMap<string, readonly ListedAttachment[]> | null>;
  /** The comments that were written or changed at or after `since`, by the id of their page; null where this wiki cannot tell. */
  newComments(
    space: WikiSpace,
    since: string,
    isKnown: IsKnownOf<CommentMark>,
  ): Promise<ReadonlyMap<string, readonly CommentMark[]> | null>;
  extrasOf(listed: ListedPage): Promise<Extras>;
  /** All comments of a page. `marks` names them where that is known, so that nobody is asked for answers that are not there. */
  commentsOf(listed: ListedPage, marks: readonly CommentMark[] | null): Promise<readonly ListedComment[] | null>;
  /** What stands between pages of the tree without being one. Null where there is no such thing. */
  folder(id: string): Promise<{ readonly title: string; readonly parentId: string | null } | null>;
  fate(page: Pick<ListedPage, "pageId" | "type">, space: WikiSpace): Promise<Fate>;
  /** Whether `names` tells so many at once that all of them may be asked for again now and then. */
  readonly namesInBulk: boolean;
  /** Names of accounts; who is not in the answer is not known to the wiki. */
  names(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The numbers of the versions that the wiki still has, but for the newest one. */
  versions(listed: ListedPage): Promise<readonly number[]>;
  /** One of them; `gone` where the wiki has it no more, null where it is not given this time. */
  version(listed: ListedPage, number: number): Promise<FetchedPage | "gone" | null>;
  /** The bytes of a file. */
  file(pageId: string, attachment: ListedAttachment): Promise<Buffer>;
}
