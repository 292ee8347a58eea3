import { SourceError } from "../../errors.ts";
import type { RawComment } from "../../pages/raw.ts";
import { type KnownPage, type Redactor, wikiIdOf } from "../types.ts";
import type { PageExtras } from "./extras.ts";
import { accountsIn } from "./names.ts";
import { compareIds } from "./plan.ts";
import type { Account, CommentMark, Extras, ListedComment, ListedPage, Wiki, WikiSpace } from "./types.ts";

/** Those that begin a thread: what both interfaces count. */
export function threadsIn(comments: readonly Pick<CommentMark, "answers">[]): number {
  return comments.filter(({ answers }) => answers === null).length;
}

/** Who wrote comments, and whom they mention. */
export function accountsOf(comments: readonly ListedComment[]): (Account | null)[] {
  return comments.flatMap(({ author, body }) => [author, ...accountsIn(body).map((id) => ({ id, name: null }))]);
}

/**
 * Which pages have other comments than the archive knows, and those comments. A comment changes no version of its page: the search that tells how
 * many there are also tells which, and in which state.
 */
export class PageComments {
  readonly #wiki: Wiki;
  readonly #isRead: boolean;
  readonly #redact: Redactor;
  readonly #marks = new Map<string, readonly CommentMark[]>();
  readonly #other = new Set<string>();

  /** `isRead` is what the configuration says. */
  constructor(wiki: Wiki, isRead: boolean, redact: Redactor) {
    this.#wiki = wiki;
    this.#isRead = isRead;
    this.#redact = redact;
  }

  /** For a complete listing, of what its search told. */
  learnSpace(known: Iterable<KnownPage>, extras: PageExtras): void {
    if (!this.#isRead) return;
    for (const page of known) {
      const marks = extras.known(wikiIdOf(page))?.marks ?? null;
      if (marks === null) continue;
      this.#marks.set(wikiIdOf(page), marks);
      const had = page.envelope.comments ?? [];
      if (marks.length !== had.length || this.#hasOther(marks, had)) this.#other.add(wikiIdOf(page));
    }
  }

  /** The known pages that got comments since an instant, or whose comments changed. */
  async learnNew(space: WikiSpace, since: string, known: Iterable<KnownPage>): Promise<readonly KnownPage[]> {
    if (!this.#isRead) return [];
    const had = new Map([...known].map((page) => [wikiIdOf(page), page]));
    const isKnown = (pageId: string, mark: CommentMark): boolean => {
      const page = had.get(pageId);
      return page !== undefined && !this.#hasOther([mark], page.envelope.comments ?? []);
    };
    const found = await this.#wiki.newComments(space, since, isKnown);
    if (found === null) return [];
    const other = [...had.values()].filter((page) => this.#hasOther(found.get(wikiIdOf(page)) ?? [], page.envelope.comments ?? []));
    for (const page of other) this.#other.add(wikiIdOf(page));
    return other;
  }

  isOther(pageId: string): boolean {
    return this.#other.has(pageId);
  }

  /** Null where they are as the archive has them, are not to be read, or are not told. */
  async of(page: ListedPage, extras: Extras | null, before: KnownPage | undefined): Promise<readonly ListedComment[] | null> {
    if (!this.#isRead) return null;
    const marks = extras?.marks ?? this.#marks.get(page.pageId) ?? null;
    if (marks?.length === 0 && extras?.comments === 0) return [];
    if (before !== undefined && marks !== null && !this.isOther(page.pageId)) return null;
    try {
      const comments = await this.#wiki.commentsOf(page, marks);
      return comments && [...comments].sort((a, b) => compareIds(a.id, b.id));
    } catch (error) {
      // A page may go meanwhile, and what is said of it may be for members alone.
      if (error instanceof SourceError && [403, 404, 410].includes(error.status ?? 0)) return null;
      throw error;
    }
  }

  #hasOther(marks: readonly CommentMark[], had: readonly RawComment[]): boolean {
    const known = new Map(had.map((comment) => [comment.id, comment]));
    return marks.some((mark) => {
      const comment = known.get(mark.id);
      return (
        comment === undefined ||
        comment.version !== mark.version ||
        (mark.resolved !== null && mark.resolved !== comment.resolved) ||
        (mark.body !== undefined && this.#redact(mark.body, "html").text !== comment.body)
      );
    });
  }
}
