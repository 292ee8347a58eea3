import { z } from "zod";
import type { HttpClient } from "../../http/client.ts";
import { threadsIn } from "./comments.ts";
import { contentId, instant, labels, sortedNames } from "./fields.ts";
import { walkList } from "./lists.ts";
import type { CommentMark, Extras, IsKnownOf, ListedAttachment, Notice } from "./types.ts";
import { untilKnown } from "./until-known.ts";

// CQL search, which Cloud and Data Center share. Its index lags behind the wiki by seconds to minutes: good for what hangs on pages, which each
// full listing reads anew, never for what pages there are.

const found = z.object({
  id: contentId,
  type: z.string(),
  title: z.string().default(""),
  container: z.object({ id: contentId.optional() }).nullish(),
  /** Of comments: those that this one answers. Pages have theirs too. */
  ancestors: z.array(z.object({ id: contentId.optional() })).nullish(),
  version: z.object({ number: z.number().int().optional(), when: instant }).nullish(),
  metadata: z.object({ labels: labels.optional(), mediaType: z.string().optional() }).nullish(),
  extensions: z
    .object({
      mediaType: z.string().optional(),
      fileSize: z.number().int().optional(),
      resolution: z.object({ status: z.string().optional() }).nullish(),
    })
    .nullish(),
  _links: z.object({ download: z.string().optional() }).nullish(),
});
type Found = z.infer<typeof found>;

const pageSize = "200";

export interface SearchPlace {
  readonly http: HttpClient;
  /** `https://site/wiki/rest/api`. */
  readonly api: string;
  readonly siteUrl: string;
  readonly notice: Notice;
  /** Then the search tells which comments are settled too. */
  readonly readsComments?: boolean;
}

function search(place: SearchPlace, cql: string): AsyncGenerator<Found, void, undefined> {
  const settled = place.readsComments ? ",extensions.resolution" : "";
  const query = { cql, limit: pageSize, expand: `container,ancestors,metadata.labels,extensions,version${settled}` };
  return walkList(place.http, { url: `${place.api}/content/search`, query, item: found, what: "search results" }, place.notice);
}

/** Labels, attachments and comments of all pages that the index knows, by page id. */
export async function searchExtras(place: SearchPlace, spaceKey: string): Promise<Map<string, Extras>> {
  const pages = new Map<string, readonly string[] | null>();
  const attachments = new Map<string, ListedAttachment[]>();
  const comments = new Map<string, CommentMark[]>();
  for await (const item of search(place, `space = ${quoted(spaceKey)} and type in (page, blogpost, attachment, comment)`)) {
    const on = item.container?.id;
    if (item.type === "page" || item.type === "blogpost") pages.set(item.id, item.metadata?.labels ?? null);
    else if (item.type === "attachment" && on !== undefined) push(attachments, on, attachmentOf(item, place.siteUrl));
    else if (item.type === "comment" && on !== undefined) push(comments, on, markOf(item));
  }
  return new Map(
    [...pages].map(([id, found]) => {
      const marks = comments.get(id) ?? [];
      return [
        id,
        {
          labels: found,
          attachments: sortedNames(attachments.get(id) ?? []),
          comments: threadsIn(marks),
          ...(place.readsComments ? { marks } : {}),
        },
      ];
    }),
  );
}

/** Attachments that were added or replaced since an instant, by page id. */
export function searchNewAttachments(
  place: SearchPlace,
  spaceKey: string,
  since: string,
  isKnown: IsKnownOf<ListedAttachment>,
): Promise<Map<string, ListedAttachment[]>> {
  return searchNew(place, { spaceKey, type: "attachment", since }, (item) => attachmentOf(item, place.siteUrl), isKnown);
}

/** Comments that were written or changed since an instant, by the id of their page. */
export function searchNewComments(
  place: SearchPlace,
  spaceKey: string,
  since: string,
  isKnown: IsKnownOf<CommentMark>,
): Promise<Map<string, CommentMark[]>> {
  return searchNew(place, { spaceKey, type: "comment", since }, markOf, isKnown);
}

/** What hangs on pages and is new since an instant. CQL reads times in the account's time zone: a day is added. */
async function searchNew<T>(
  place: SearchPlace,
  { spaceKey, type, since }: { readonly spaceKey: string; readonly type: "attachment" | "comment"; readonly since: string },
  read: (item: Found) => T,
  isKnown: IsKnownOf<T>,
): Promise<Map<string, T[]>> {
  const cql = `space = ${quoted(spaceKey)} and type = ${type} and lastmodified >= ${quoted(dayBefore(since))} order by lastmodified desc`;
  const isOld = (item: Found): boolean => item.container?.id !== undefined && isKnown(item.container.id, read(item));
  const found = new Map<string, T[]>();
  for await (const item of untilKnown(search(place, cql), { at: ({ version }) => version?.when ?? null, isKnown: isOld }))
    if (item.type === type && item.container?.id !== undefined) push(found, item.container.id, read(item));
  return found;
}

function markOf({ id, ancestors, version, extensions }: Found): CommentMark {
  const status = extensions?.resolution?.status;
  return {
    id,
    answers: ancestors?.at(-1)?.id ?? null,
    version: version?.number ?? null,
    resolved: status === undefined ? null : status === "resolved",
  };
}

/** The form that CQL reads on every server, to the minute. */
export function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - 24 * 3600_000).toISOString().slice(0, 16).replace("T", " ");
}

export function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}

function attachmentOf(item: Found, siteUrl: string): ListedAttachment {
  return {
    id: attachmentIdOf(item.id),
    name: item.title,
    mediaType: item.extensions?.mediaType ?? item.metadata?.mediaType ?? null,
    url: downloadUrl(item._links?.download, siteUrl),
    bytes: item.extensions?.fileSize ?? null,
  };
}

export function attachmentIdOf(id: string): string {
  return id.replace(/^att/, "");
}

/** Download links are relative to the wiki, also where they begin with a slash, or absolute. */
export function downloadUrl(link: string | undefined, siteUrl: string): string | null {
  if (link === undefined) return null;
  if (/^https?:/i.test(link)) return link;
  const path = new URL(siteUrl).pathname.replace(/\/+$/, "");
  return path !== "" && link.startsWith(`${path}/`) ? `${new URL(siteUrl).origin}${link}` : `${siteUrl}/${link.replace(/^\/+/, "")}`;
}

function push<T>(into: Map<string, T[]>, key: string, item: T): void {
  const list = into.get(key);
  if (list) list.push(item);
  else into.set(key, [item]);
}
