import type { PersonName } from "./people.ts";
import { cleanName, looksLikeCompany, nameKey, unique } from "./people.ts";
import type { PageView } from "./view.ts";

const capitalRun = /\p{Lu}[\p{L}.'’-]{0,24}(?:(?: (?:de|van|von|der|den|bin|al|la|da|dos))? \p{Lu}[\p{L}.'’-]{0,24}){0,4}/gu;

/** Words that begin a sentence or name a thing, and so are no part of a person's name. */
const notInName =
  /^(?:The|In|On|At|An|Our|We|I|It|New|Welcome|Announce|Announcing|Congratulations|Thank|Thanks|Please|Meeting|Meetings|Group|SIG|WG|Team|Chair|Co-Chairs?|Chairs|Vice-Chair|Chairman|Chairperson|Lead|Leads|Leader|Subgroup|Special|Interest|Working|Committee|Community|Foundation|Spring|Summer|Autumn|Fall|Winter|Q[1-4]|H[12]|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|This|That|Then|Also|As|After|Before|During|Since|With|For|From|To|By|And|Of|All|Both|No|Yes|He|She|They|His|Her|Their|Project|Program|Report|Board|Assistant|Acting|Interim|Former|Introductions?|Update|Updates|Note|Notes)$/u;

/** The people that a running text names, in order: full names, and first names that one full name on the page explains. */
export function namesInProse(text: string, view: PageView): PersonName[] {
  const found: PersonName[] = [];
  for (const match of text.matchAll(capitalRun)) {
    for (const run of split(match[0])) {
      const name = personOf(run, view);
      if (name !== null) found.push({ name, account: null });
    }
  }
  return unique(found);
}

/** The parts of a run of capital words between those that cannot be in a name. */
function split(run: string): string[] {
  const parts: string[][] = [[]];
  for (const word of run.replace(/['’]s\b/g, "").split(" ")) {
    if (notInName.test(word) || /^[A-Z]{2,}[A-Z-]*$/.test(word) || /SIG|WG\b/.test(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(" ")).filter((part) => part !== "");
}

function personOf(run: string, view: PageView): string | null {
  const clean = cleanName(run.replace(/[.,]+$/, ""), view.words, 5);
  if (clean === null || looksLikeCompany(clean)) return null;
  if (clean.includes(" ")) return clean;
  return fullNameFor(clean, view);
}

/** The one full name on the page that begins with this first name; on a page "Brett" means the Brett that it has introduced. */
function fullNameFor(first: string, view: PageView): string | null {
  const names = fullNames.get(view) ?? fullNamesOf(view);
  fullNames.set(view, names);
  const found = names.get(first);
  return found?.size === 1 ? ([...found.values()][0] ?? null) : null;
}

/** First name → the full names of a page that begin with it; made once per page, when the first sentence asks. */
const fullNames = new WeakMap<PageView, ReadonlyMap<string, ReadonlyMap<string, string>>>();

function fullNamesOf(view: PageView): Map<string, Map<string, string>> {
  const names = new Map<string, Map<string, string>>();
  for (const block of view.document.blocks) {
    if (block.type === "table" || block.type === "code") continue;
    for (const match of block.text.matchAll(capitalRun)) {
      for (const run of split(match[0])) {
        const first = run.split(" ", 1)[0] ?? run;
        if (first.length === run.length) continue;
        const clean = cleanName(run, view.words, 5);
        if (!clean?.includes(" ") || looksLikeCompany(clean)) continue;
        const found = names.get(first) ?? new Map<string, string>();
        names.set(first, found.set(nameKey(clean), clean));
      }
    }
  }
  return names;
}
