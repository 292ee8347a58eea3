import type { ChangeWords } from "./types/changes.ts";
import type { GroupWords } from "./types/groups.ts";
import type { MediaWords } from "./types/media.ts";
import type { PageWords } from "./types/pages.ts";
import type { PeopleWords } from "./types/people.ts";
import type { TimeWords } from "./types/time.ts";

/**
 * The wording of one language. Structure lives in the rules; a further language is one more file of this type.
 *
 * "Part" marks what is no pattern of its own: rules build it into theirs, so it holds neither anchors nor groups that capture. Patterns of which
 * rules read the groups stand in lists, since `combine` makes alternatives of all others.
 */
export interface Lexicon extends TimeWords, PageWords, PeopleWords, GroupWords, ChangeWords, MediaWords {
  readonly language: string;
}

/** What a further language adds: any part of a lexicon, joined with the others by `combine`. */
export type LexiconAddition = { readonly language: string } & Some<Omit<Lexicon, "language">>;

type Some<T> = { readonly [K in keyof T]?: T[K] extends RegExp | readonly unknown[] ? T[K] : Some<T[K]> };
