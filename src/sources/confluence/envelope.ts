import type { RawComment, RawEnvelope } from "../../pages/raw.ts";
import type { KnownPage, Redactor } from "../types.ts";
import { threadsIn } from "./comments.ts";
import type { NameBook } from "./names.ts";
import type { PageTree } from "./tree.ts";
import type { Extras, FetchedPage, ListedAttachment, ListedComment, ListedPage, WikiSpace } from "./types.ts";

/** Attachment id → hash of the bytes that are kept. */
type Hashes = ReadonlyMap<string, string>;

/** What was told of a page beside the page itself. */
export interface Surroundings {
  /** Null where nothing was told this time. */
  readonly extras: Extras | null;
  readonly hashes: Hashes;
  /** Null where they stay as they are. */
  readonly comments: readonly ListedComment[] | null;
}

/** The form that every Confluence understands, and an export's page gets too. */
export function addressOf(siteUrl: string, pageId: string): string {
  return `${siteUrl}/pages/viewpage.action?pageId=${pageId}`;
}

/** Makes envelopes of what a wiki told, with everything redacted. */
export class Envelopes {
  readonly #source: string;
  readonly #siteUrl: string;
  readonly #space: WikiSpace;
  readonly #names: NameBook;
  readonly #tree: PageTree;
  readonly #redact: Redactor;

  constructor(given: { source: string; siteUrl: string; space: WikiSpace; names: NameBook; tree: PageTree; redact: Redactor }) {
    this.#source = given.source;
    this.#siteUrl = given.siteUrl;
    this.#space = given.space;
    this.#names = given.names;
    this.#tree = given.tree;
    this.#redact = given.redact;
  }

  /** `before` is the archive's state of the page, of which some things are told by nobody else. */
  ofFetched(page: FetchedPage, before: KnownPage | undefined, told: Surroundings): RawEnvelope {
    const { extras, hashes } = told;
    return {
      source: this.#source,
      space: this.#space.key,
      spaceName: this.#space.name,
      ...this.#identity(page, before),
      file: before?.envelope.file ?? null,
      title: this.#tree.titleOf(page),
      ...(page.type === "blogpost" ? { contentType: page.type } : {}),
      isHome: page.pageId === this.#space.homePageId,
      parents: this.#tree.parentsOf(page.pageId),
      createdBy: this.#names.person(page.createdBy),
      createdOn: createdDayOf(page) ?? before?.envelope.createdOn ?? null,
      modifiedBy: this.#names.person(page.modifiedBy),
      modifiedOn: page.modifiedOn ?? dayOf(page.modifiedAt),
      modifiedAt: page.modifiedAt,
      version: page.version,
      status: page.status,
      labels: this.#labels(page, extras, before),
      ...this.#names.mentionsIn(page.body),
      url: addressOf(this.#siteUrl, page.pageId),
      ...this.#comments(told, before),
      attachments:
        extras?.attachments?.map((file) => this.#attachment(before?.envelope.pageId ?? page.pageId, file, hashes)) ??
        before?.envelope.attachments ??
        [],
      form: page.form,
      losses: extras?.attachments == null ? ["attachments (not listed)"] : [],
    };
  }

  /** The surroundings of a page whose body stayed. */
  ofTouched(before: KnownPage, listed: ListedPage, told: Surroundings): RawEnvelope {
    const envelope = this.#names.withPresentNames(before.envelope, listed);
    const { extras, hashes } = told;
    return {
      ...envelope,
      ...(envelope.space === this.#space.key ? {} : { source: this.#source, space: this.#space.key, spaceName: this.#space.name }),
      title: this.#tree.titleOf(listed),
      url: addressOf(this.#siteUrl, listed.pageId),
      isHome: listed.pageId === this.#space.homePageId,
      parents: this.#tree.parentsOf(listed.pageId),
      status: listed.status,
      labels: listed.labels === null && extras?.labels == null ? envelope.labels : this.#labels(listed, extras, undefined),
      ...this.#comments(told, before),
      attachments: extras?.attachments?.map((file) => this.#attachment(envelope.pageId, file, hashes)) ?? envelope.attachments,
    };
  }

  #attachment(pageId: string, { id, name, mediaType, url, bytes }: ListedAttachment, hashes: Hashes): RawEnvelope["attachments"][number] {
    const sha256 = hashes.get(id);
    const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
    return {
      name: this.#redact(name, "plain").text,
      mediaType,
      href: `attachments/${pageId}/${id}${ending}`,
      ...(url === null ? {} : { url: this.#redact(url, "url").text }),
      ...(sha256 === undefined ? {} : { sha256 }),
      bytes,
    };
  }

  #comments({ extras, comments }: Surroundings, before: KnownPage | undefined): Pick<RawEnvelope, "commentCount" | "comments"> {
    const had = before && this.#names.withPresentNames(before.envelope, null).comments;
    const commentCount = comments === null ? (extras?.comments ?? before?.envelope.commentCount ?? null) : threadsIn(comments);
    const now = comments === null ? had : comments.map((comment) => this.#comment(comment));
    return { commentCount, ...(now === undefined || (now.length === 0 && had === undefined) ? {} : { comments: now }) };
  }

  #comment({ id, answers, place, quote, resolved, author, at, on, version, form, body }: ListedComment): RawComment {
    const { mentions } = this.#names.mentionsIn(body);
    return {
      id,
      answers,
      place,
      quote: quote === null ? null : this.#redact(quote, "plain").text,
      resolved,
      author: this.#names.person(author),
      on: on ?? dayOf(at),
      at,
      version,
      ...(mentions ? { mentions } : {}),
      form,
      body: this.#redact(this.#names.withMaskedAccounts(body), "html").text,
    };
  }

  /** A page that was known under another id keeps that one. */
  #identity({ pageId }: FetchedPage, before: KnownPage | undefined): Pick<RawEnvelope, "pageId" | "pageIdBasis" | "currentId"> {
    if (before === undefined || before.envelope.pageId === pageId) return { pageId, pageIdBasis: null };
    return { pageId: before.envelope.pageId, pageIdBasis: before.envelope.pageIdBasis, currentId: pageId };
  }

  #labels(page: ListedPage, extras: Extras | null, before: KnownPage | undefined): string[] {
    const labels = page.labels ?? extras?.labels ?? before?.envelope.labels ?? [];
    return labels.map((label) => this.#redact(label, "plain").text);
  }
}

/** Null where the wiki does not tell. */
export function createdDayOf(page: Pick<ListedPage, "createdAt" | "createdOn">): string | null {
  return page.createdOn ?? dayOf(page.createdAt);
}

/** The day in UTC: servers tell instants, and nobody's time zone is told with them. */
function dayOf(instant: string | null): string | null {
  return instant?.slice(0, 10) ?? null;
}
