import type { PersonName } from "./people.ts";
import { cleanName, looksLikeCompany, nameKey, unique } from "./people.ts";
import type { PageView } from "./view.ts";

const capitalRun = /\p{Lu}[\p{L}.'’-]{0,24}(?:(?: (?:de|van|von|der|den|bin|al|la|da|dos))? \p{Lu}[\p{L}.'’-]{0,24}){0,4}/gu;

/** The people that a running text names, in order: full names, and first names that one full name on the page explains. */
export function namesInProse(text: string, view: PageView): PersonName[] {
  const found: PersonName[] = [];
  for (const match of text.matchAll(capitalRun)) {
    for (const run of split(match[0], view)) {
      const name = personOf(run, view);
      if (name !== null) found.push({ name, account: null });
    }
  }
  return unique(found);
}

/** The parts of a run of capital words between those that cannot be in a name. */
function split(run: string, view: PageView): string[] {
  const { notInProse, notInProseEnd } = view.words.people;
  const parts: string[][] = [[]];
  for (const word of run.replace(/['’]s\b/g, "").split(" ")) {
    if (notInProse.test(word) || /^[A-Z]{2,}[A-Z-]*$/.test(word) || notInProseEnd.test(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.map((part) => part.join(" ")).filter((part) => part !== "");
}

function personOf(run: string, view: PageView): string | null {
  const clean = cleanName(run.replace(/[.,]+$/, ""), view.words, 5);
  if (clean === null || looksLikeCompany(clean, view.words)) return null;
  if (clean.includes(" ")) return clean;
  return fullNameFor(clean, view);
}

/** The one full name on the page that begins with this first name; on a page "Ann" means the Ann that it has introduced. */
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
      for (const run of split(match[0], view)) {
        const first = run.split(" ", 1)[0] ?? run;
        if (first.length === run.length) continue;
        const clean = cleanName(run, view.words, 5);
        if (!clean?.includes(" ") || looksLikeCompany(clean, view.words)) continue;
        const found = names.get(first) ?? new Map<string, string>();
        names.set(first, found.set(nameKey(clean), clean));
      }
    }
  }
  return names;
}
