import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import { accountOf } from "../../../pages/accounts.ts";
import { sourceOf } from "../../../pages/parse-html.ts";
import { parseExportDay } from "../../confluence-export/dates.ts";
import type { Account, ListedComment } from "../types.ts";
import { firstBelow, hasClass, isLink, textOf } from "./html.ts";

/** The threads below a page as its readers see them, answers within. Comments on words of the page come with a script, and are not there. */
export function extractComments($: CheerioAPI, html: string): ListedComment[] {
  return $("#comments-section .comment-thread")
    .toArray()
    .flatMap((thread) => commentIn(thread, html) ?? []);
}

function commentIn(thread: Element, html: string): ListedComment | null {
  const id = threadId(thread);
  // Answers stand beside it in the thread.
  const own = firstBelow(thread, (element) => hasClass(element, "comment"));
  const content = firstBelow(own, (element) => hasClass(element, "comment-content"));
  if (id === null || content === undefined) return null;
  const author = firstBelow(own, (element) => hasClass(element, "author") && isHeading(element));
  const date = firstBelow(own, (element) => hasClass(element, "comment-date"));
  return {
    id,
    answers: outerThread(thread),
    place: "footer",
    version: null,
    resolved: null,
    quote: null,
    author: author === undefined ? null : accountIn(author),
    at: null,
    on: date === undefined ? null : parseExportDay(textOf(date)),
    form: "view.html",
    body: sourceOf(html, content.children).text,
  };
}

function threadId({ attribs }: Element): string | null {
  return /^comment-thread-(\d{1,20})$/.exec(attribs.id ?? "")?.[1] ?? null;
}

function outerThread(thread: Element): string | null {
  for (let node = thread.parent; node?.type === "tag"; node = node.parent) if (hasClass(node, "comment-thread")) return threadId(node);
  return null;
}

/** The picture beside a comment has the same class. */
function isHeading({ name }: Element): boolean {
  return /^h\d$/.test(name);
}

function accountIn(heading: Element): Account | null {
  const link = firstBelow(heading, isLink);
  const id = link === undefined ? null : accountOf(link.attribs.href ?? "", link.attribs);
  return id === null ? null : { id, name: textOf(link) || null };
}
