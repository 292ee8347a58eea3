import { english } from "./en.ts";
import type { Lexicon } from "./types.ts";

export type { Lexicon } from "./types.ts";

export const defaultLexicon: Lexicon = english;
