import type { CommentText } from "../pages/comments.ts";
import type { PageLink } from "../pages/page-links.ts";
import type { RawPerson } from "../pages/raw.ts";
import { safeUrl } from "../pages/safe-url.ts";
import type { PageRecord, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { PageIndex } from "./page-index.ts";
import type { People } from "./people.ts";
import { evidenceOf, type PageOutline } from "./types.ts";

interface Draft {
  readonly markdown: string;
  readonly links: readonly PageLink[];
  readonly losses: readonly (readonly [string, number])[];
  readonly comments: readonly CommentText[];
}

/** The record of a page: what its source says, with links and people resolved. `before` gives what no source can tell again. */
export function pageRecordOf(
  page: PageOutline,
  draft: Draft,
  resolved: { pages: PageIndex; people: People; homes: ReadonlySet<string> },
  before: PageRecord | null,
  asOf: string,
): PageRecord {
  const { envelope } = page;
  const { pages, people } = resolved;
  const ref = (person: RawPerson | null): PersonRef | null =>
    person === null ? null : people.ref({ name: person.name, account: person.accountId }, envelope.space);
  const pageOfLink = ({ href, text }: PageLink): string | null =>
    pages.resolve(href, envelope.space, text) ?? pages.ofFile(href, envelope.space);
  const losses = [...draft.losses.map(([what, count]) => ({ what, count })), ...envelope.losses.map((what) => ({ what, count: 1 }))];
  return {
    kind: "page",
    id: page.id,
    title: envelope.title,
    space: envelope.space,
    pageId: envelope.pageId,
    pageIdBasis: envelope.pageIdBasis,
    // A page that no form of its own gave away, though all of a space say that it is where a group is at home.
    pageKind: page.kind === "other" && resolved.homes.has(page.id) ? "home" : page.kind,
    status: statusOf(envelope.status, before, asOf),
    version: envelope.version,
    ancestors: envelope.parents.map((parent) => ({ id: pages.above(parent, envelope.space), title: parent.title })),
    createdBy: ref(envelope.createdBy),
    createdOn: envelope.createdOn,
    modifiedBy: ref(envelope.modifiedBy),
    modifiedOn: envelope.modifiedOn,
    modifiedAt: envelope.modifiedAt,
    labels: envelope.labels,
    url: envelope.url,
    commentCount: envelope.commentCount,
    comments: draft.comments.map(({ author, ...comment }) => ({ ...comment, author: ref(author) })),
    attachments: envelope.attachments.map((attachment) => ({
      name: attachment.name,
      mediaType: attachment.mediaType,
      url: safeUrl(attachment.url ?? attachment.href ?? "") || null,
      bytes: attachment.bytes,
      sha256: attachment.sha256 ?? null,
    })),
    markdown: draft.markdown,
    links: draft.links.map((link) => ({ text: link.text, url: link.href, page: pageOfLink(link) })),
    losses: losses.sort((a, b) => byCodeUnits(a.what, b.what)),
    formerIds: before?.formerIds ?? [],
    evidence: [evidenceOf(page, null)],
  };
}

/** Since when is known where it was seen to change, to the day of the run that saw it. */
function statusOf(value: PageRecord["status"]["value"], before: PageRecord | null, asOf: string): PageRecord["status"] {
  if (before === null) return { value, since: null };
  return before.status.value === value ? before.status : { value, since: asOf };
}
