import type { HttpClient } from "../../../http/client.ts";
import { walkList } from "../lists.ts";
import type { Account, CommentMark, ListedComment, ListedPage, Notice } from "../types.ts";
import { type CommentAnswer, commentAnswer } from "./schema.ts";

interface CommentPlace {
  readonly http: HttpClient;
  /** `https://site/wiki/api/v2`. */
  readonly v2: string;
  readonly notice: Notice;
  readonly account: (id: string | null | undefined) => Account | null;
}

const listSize = "100";
const places = ["footer", "inline"] as const;
type Place = (typeof places)[number];

/**
 * All comments of a page: a list for each place, and a list of answers below each comment. Where `marks` tell who is answered, nobody else is asked
 * for answers.
 */
export async function commentsOfPage(
  place: CommentPlace,
  { type, pageId }: ListedPage,
  marks: readonly CommentMark[] | null,
): Promise<ListedComment[]> {
  const answered = marks && new Set(marks.flatMap(({ answers }) => answers ?? []));
  const found: ListedComment[] = [];
  for (const at of places) {
    let level: readonly ListedComment[] = await listed(place, `${type}s/${pageId}`, at, null);
    while (level.length > 0) {
      found.push(...level);
      const below: ListedComment[] = [];
      for (const { id } of level)
        if (answered === null || answered.has(id)) below.push(...(await listed(place, `${at}-comments/${id}`, at, id)));
      level = below;
    }
  }
  return found;
}

async function listed(place: CommentPlace, path: string, at: Place, answers: string | null): Promise<ListedComment[]> {
  const url = `${place.v2}/${path}/${answers === null ? `${at}-comments` : "children"}`;
  const query = { limit: listSize, "body-format": "storage" };
  const answersGiven = await Array.fromAsync(
    walkList(place.http, { url, query, item: commentAnswer, what: `comments of ${path}` }, place.notice),
  );
  return answersGiven.flatMap((comment) => commentOf(comment, at, answers, place));
}

function commentOf(
  { id, status, version, body, resolutionStatus, properties }: CommentAnswer,
  place: Place,
  answers: string | null,
  { account }: CommentPlace,
): ListedComment[] {
  if (status !== "current" || body?.storage === undefined) return [];
  return [
    {
      id,
      answers,
      place,
      version: version?.number ?? null,
      resolved: resolutionStatus == null || answers !== null ? null : resolutionStatus === "resolved",
      quote: properties?.inlineOriginalSelection || null,
      author: account(version?.authorId),
      at: version?.createdAt ?? null,
      form: "storage.xml",
      body: body.storage.value,
    },
  ];
}
