import type { LexiconAddition } from "./types.ts";

/** Spanish, as far as links to courses speak it on English pages. */
export const spanish: LexiconAddition = { language: "es", courses: { says: /curso/ } };
