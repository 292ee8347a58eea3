import type { Block } from "../pages/document.ts";
import { datesIn } from "./dates.ts";
import type { TermFacts } from "./facts.ts";
import { groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { cleanName, type PersonName } from "./people.ts";
import { roleIn } from "./roles.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** What every name holds: without two words with capitals no rule finds anybody. */
const mayHoldName = /\p{Lu}[\p{L}.'’-]{1,20} \p{Lu}/u;

// Names and groups in running text: capital words. All patterns are bounded.
const name = String.raw`\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}`;

/** Where a person works, in brackets. */
const affiliation = String.raw`(?: \([^()]{2,40}\))?`;

const patterns = perLexicon((words) => {
  const and = words.people.and.source;
  const kind = `${words.groups.kindInName.source}|[A-Z][A-Z-]{2,12}`;
  const leading = String.raw`(?:${words.groups.leadingInName.source}) \p{Lu}[\p{L}\d/&-]{0,20}(?: (?:(?:${words.groups.withinName.source}|&) )?\p{Lu}[\p{L}\d/&-]{0,20}){0,4}`;
  const ending = String.raw`(?:\p{Lu}[\p{L}\d/&-]{0,20}[ ,]{1,2}(?:(?:${words.groups.withinName.source}|&) )?){0,6}(?:${kind})`;
  const group = `(?:${leading}|${ending})`;
  const forms: Readonly<Record<string, string>> = {
    person: `(?<people>${name})`,
    people: `(?<people>${name}${affiliation}(?:(?:, (?:${and}) |, | (?:${and}) | & )${name}${affiliation}){0,6})`,
    role: `(?<role>${words.leaders.role.source})`,
    group: `(?<group>${group})`,
  };
  const patternOf = (says: string): RegExp =>
    new RegExp(
      says.replace(/\{(\w{4,6})\}/g, (_, form: string) => forms[form] ?? ""),
      "gu",
    );
  return {
    rules: words.leaders.sentences.map((sentence) => ({ ...sentence, pattern: patternOf(sentence.says) })),
    groupPhrase: new RegExp(String.raw`\b(${group})(?![\p{L}])`, "gu"),
    divider: new RegExp(`,? (?:${and}) |, | & `),
  };
});

/** Roles that sentences give to people. Plans, questions and past or wished-for roles are no terms. */
export function termsInProse(view: PageView): TermFacts[] {
  const found: TermFacts[] = [];
  for (const block of view.document.blocks) {
    if ((block.type !== "paragraph" && block.type !== "item") || !view.words.leaders.hint.test(block.text)) continue;
    for (const sentence of sentencesOf(block.text)) found.push(...inSentence(sentence, block, view));
  }
  return found;
}

function inSentence(sentence: Sentence, block: Block, view: PageView): TermFacts[] {
  const { hintInSentence, notNow, past } = view.words.leaders;
  if (!hintInSentence.test(sentence.text) || sentence.text.endsWith("?") || !mayHoldName.test(sentence.text)) return [];
  const found: TermFacts[] = [];
  const { rules, divider } = patterns(view.words);
  // Looked for once, and only where a role was found.
  let firstPast: number | undefined;
  let groups: NamedGroup[] | undefined;
  let start: string | null | undefined;
  for (const rule of rules) {
    for (const match of sentence.text.matchAll(rule.pattern)) {
      const { people = "", role = "", group } = match.groups ?? {};
      if (firstPast === undefined && notNow.test(sentence.text)) return [];
      firstPast ??= past.exec(sentence.text)?.index ?? sentence.text.length;
      // "A former lead of …" behind the role is another one.
      if (match.index + match[0].length > firstPast) continue;
      const roleFound = rule.role ?? roleIn(role, view);
      if (group === undefined) groups ??= groupsIn(sentence.text, view);
      const groupName = withoutArticle(group ?? groupAround(groups ?? [], match.index) ?? groupOver(block, view), view);
      if (roleFound === null || groupName === null) continue;
      if (start === undefined) start = startOf(sentence.text, view);
      const witness = { quote: quoteOf(sentence.text, match.index), heading: headingOf(view.document, block), rule: rule.name };
      for (const part of people.replace(/ \([^()]{2,40}\)/g, "").split(divider)) {
        const person = personOf(part, view);
        if (person) found.push({ group: groupName, person, role: roleFound, start, end: null, witness });
      }
    }
  }
  return found;
}

/** "The Security SIG" at the start of a sentence. */
function withoutArticle(group: string | null, view: PageView): string | null {
  const bare = group?.replace(view.words.groups.beforeName, "") ?? null;
  return bare !== null && groupKindOf(bare, view.words) !== null ? bare : group;
}

function personOf(text: string, view: PageView): PersonName | null {
  const clean = cleanName(text, view.words, 4);
  return clean === null || !clean.includes(" ") ? null : { name: clean, account: null };
}

interface NamedGroup {
  readonly name: string;
  readonly index: number;
}

function groupsIn(text: string, view: PageView): NamedGroup[] {
  return [...text.matchAll(patterns(view.words).groupPhrase)].flatMap((match) => {
    const name = withoutArticle(match[1] ?? "", view) ?? "";
    return groupKindOf(name, view.words) === null ? [] : [{ name, index: match.index }];
  });
}

/** The group that a role at `at` is about where it stands without one: the last that the sentence names before it, else the first behind. */
function groupAround(groups: readonly NamedGroup[], at: number): string | null {
  let [low, high] = [0, groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.index ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (groups[low - 1] ?? groups[low])?.name ?? null;
}

/** The group of the heading over a block, else the one that the page's title names. */
function groupOver(block: Block, view: PageView): string | null {
  const heading = headingOf(view.document, block);
  return [heading, view.page.title].find((name) => name !== null && groupKindOf(name, view.words) !== null) ?? null;
}

/** "Active since June, 2018 and led by …". */
function startOf(text: string, view: PageView): string | null {
  const since = view.words.leaders.since.exec(text);
  if (!since) return startBefore(text, view);
  const behind = text.slice(since.index + since[0].length, since.index + since[0].length + 24).replace(",", "");
  return datesIn(behind, view.words)[0]?.edtf ?? /^(?:19|20)\d{2}(?!\d)/.exec(behind)?.[0] ?? null;
}

/** "After two years of serving as chair": the year in which they began, counted back from that of the page. */
function startBefore(text: string, view: PageView): string | null {
  const { leaders, numbers } = view.words;
  const word = leaders.forYears?.exec(text)?.[1]?.toLowerCase();
  const years = word === undefined ? Number.NaN : (numbers[word] ?? Number(word));
  // A page is edited years later too.
  const written = (datesIn(view.page.title, view.words)[0]?.edtf ?? view.page.createdOn)?.slice(0, 4);
  return written === undefined || !(years >= 1 && years <= 30) ? null : String(Number(written) - years);
}
