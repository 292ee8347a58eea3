import { InputError } from "../errors.ts";
import { documentFromBody, storageContextOf } from "./from-body.ts";
import type { RawComment, RawEnvelope } from "./raw.ts";
import { toMarkdown } from "./to-markdown.ts";

/** A comment for people to read. */
export interface CommentText extends Pick<RawComment, "id" | "answers" | "place" | "quote" | "resolved" | "author" | "on"> {
  readonly markdown: string;
}

/** The comments of a page in the order in which they were written. They state nothing: no rule reads them. */
export function commentTexts(envelope: RawEnvelope): CommentText[] {
  return (envelope.comments ?? []).map((comment) => {
    const { id, answers, place, quote, resolved, author, on } = comment;
    return { id, answers, place, quote, resolved, author, on, markdown: markdownOf(comment, envelope) };
  });
}

/** One that is nested too deep to be read stays in the raw store alone: it must not cost its page. */
function markdownOf({ body, form, mentions }: RawComment, envelope: RawEnvelope): string {
  const { mentions: _, ...page } = envelope;
  try {
    return toMarkdown(documentFromBody(body, form, storageContextOf(mentions ? { ...page, mentions } : page)));
  } catch (error) {
    if (error instanceof InputError) return "";
    throw error;
  }
}
