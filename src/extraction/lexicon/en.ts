import { changes } from "./en/changes.ts";
import { groups } from "./en/groups.ts";
import { media } from "./en/media.ts";
import { pages } from "./en/pages.ts";
import { people } from "./en/people.ts";
import { time } from "./en/time.ts";
import type { Lexicon } from "./types.ts";

export const english: Lexicon = { language: "en", ...time, ...pages, ...people, ...groups, ...changes, ...media };
