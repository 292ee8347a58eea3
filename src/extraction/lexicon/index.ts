import { combine } from "./combine.ts";
import { german } from "./de.ts";
import { english } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { japanese } from "./ja.ts";
import type { Lexicon } from "./types.ts";
import { chinese } from "./zh.ts";

export { firstMatch, perLexicon } from "./patterns.ts";
export type { Lexicon } from "./types.ts";

/** All languages together: pages of one wiki mix them. */
export const defaultLexicon: Lexicon = combine(english, chinese, japanese, german, french, spanish);
