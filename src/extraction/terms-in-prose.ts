import type { Block } from "../pages/document.ts";
import type { Role } from "../records/index.ts";
import { datesIn } from "./dates.ts";
import type { TermFacts } from "./facts.ts";
import { groupKindOf } from "./group-names.ts";
import { cleanName, type PersonName } from "./people.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

// Names and groups in running text: capital words. All patterns are bounded.
const name = String.raw`\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{0,20}){1,3}`;
const group = String.raw`(?:\p{Lu}[\p{L}\d/&-]{0,20}[ ,]{1,2}(?:and |& |of )?){0,6}(?:[Ss]ub-?[Gg]roup|[Rr]oundtable|SIG|Special Interest Group|[Ww]ork(?:ing)? [Gg]roup|WG|Team|Committee|Chapter|Task Force|[A-Z][A-Z-]{2,12})`;
const role = String.raw`(?:[Aa]ssistant |[Dd]eputy )?(?:[Vv]ice|[Cc]o)?-?\s?[Cc]hair(?:man|woman|person)?|(?:[Cc]o-)?[Ll]ead`;
const names = `${name}(?:(?:, and |, | and | & )${name}){0,6}`;

interface ProseRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => { person: string; role: string; group: string | null };
}

const rules: readonly ProseRule[] = [
  {
    // "Ann Lee, Chair of the Gauge Subgroup", "Ann Lee, CEO of Acme, Inc., and Chair of the …"
    name: "person, role of group",
    pattern: new RegExp(
      String.raw`(${name}),(?: [^,.;]{2,60},?(?: Inc\.,?| Ltd\.,?)? and)? (?:the )?(${role}) (?:of|for) (?:the |our )?(${group})`,
      "gu",
    ),
    read: (m) => ({ person: m[1] ?? "", role: m[2] ?? "", group: m[3] ?? "" }),
  },
  {
    // "Ann Lee is also the Vice-Chair of the Gauge Subgroup"
    name: "person is role of group",
    pattern: new RegExp(
      `(${name}) (?:is|serves as|also serves as|has been) (?:(?:currently|also|now|the|an?|our|acting|current) ){0,4}(${role}) (?:of|for) (?:the |our )?(${group})`,
      "gu",
    ),
    read: (m) => ({ person: m[1] ?? "", role: m[2] ?? "", group: m[3] ?? "" }),
  },
  {
    // "Ann Lee, DUNE-SIG Vice-Chair, will be speaking"
    name: "person, group role",
    pattern: new RegExp(`(${name}), (${group}) (${role})(?=[,.;)]|$)`, "gu"),
    read: (m) => ({ person: m[1] ?? "", role: m[3] ?? "", group: m[2] ?? "" }),
  },
  {
    // "led by Ann Lee, the Sand Subgroup continues"; the group may also stand before, or in the heading.
    name: "led by",
    pattern: new RegExp(String.raw`\b(?:is |being |was |currently )?(?:led|chaired) by (${names})`, "gu"),
    read: (m) => ({ person: m[1] ?? "", role: /chaired/.test(m[0]) ? "chair" : "lead", group: null }),
  },
  {
    // "Ann Lee, the Gaming Subgroup Lead, entered", "Ann Lee as our Music Subgroup lead"
    name: "person, the group role",
    pattern: new RegExp(String.raw`(${name})(?:,| as) (?:the|our) (${group}) (${role})\b`, "gu"),
    read: (m) => ({ person: m[1] ?? "", role: m[3] ?? "", group: m[2] ?? "" }),
  },
];

const servingRule: ProseRule = {
  // "After two years of serving as the DUNE-SIG Chair, Ann Lee has called for an election"
  name: "serving as role, person",
  pattern: new RegExp(String.raw`\b(?:serving|served|serves) as (?:the )?(?:(${group}) )?(${role}), (?:our own )?(${name})`, "gu"),
  read: (m) => ({ person: m[3] ?? "", role: m[2] ?? "", group: m[1] ?? null }),
};

const groupPhrase = new RegExp(String.raw`\b(${group})(?![\p{L}])`, "gu");

/** Roles that sentences give to people. Plans, questions and past or wished-for roles are no terms. */
export function termsInProse(view: PageView): TermFacts[] {
  const found: TermFacts[] = [];
  for (const block of view.document.blocks) {
    if ((block.type !== "paragraph" && block.type !== "item") || !/\b(?:chair|lead|led)/i.test(block.text)) continue;
    for (const sentence of sentencesOf(block.text)) found.push(...inSentence(sentence, block, view));
  }
  return found;
}

function inSentence(sentence: Sentence, block: Block, view: PageView): TermFacts[] {
  if (!/chair|lead|\bled\b/i.test(sentence.text)) return [];
  if (/\?$|\bformer\b|\bpast\b|\bprevious\b|\bex-|\bwould\b|\bcandidate\b|\bnominee/i.test(sentence.text)) return [];
  const found: TermFacts[] = [];
  let around: string | null | undefined;
  for (const rule of [...rules, servingRule]) {
    for (const match of sentence.text.matchAll(rule.pattern)) {
      const read = rule.read(match as RegExpExecArray);
      const roleFound = roleOf(read.role);
      if (read.group === null && around === undefined) around = groupAround(sentence, block, view);
      const groupName = read.group ?? around ?? null;
      if (roleFound === null || groupName === null) continue;
      const witness = { quote: quoteOf(sentence.text, match.index), heading: headingOf(view.document, block), rule: rule.name };
      for (const part of read.person.split(/,? and |, | & /)) {
        const person = personOf(part, view);
        if (person) found.push({ group: groupName, person, role: roleFound, start: startOf(sentence.text, view), end: null, witness });
      }
    }
  }
  return found;
}

function personOf(text: string, view: PageView): PersonName | null {
  const clean = cleanName(text, view.words, 4);
  return clean === null || !clean.includes(" ") ? null : { name: clean, account: null };
}

function roleOf(text: string): Role | null {
  if (/assistant|deputy/i.test(text)) return "other";
  if (/vice/i.test(text)) return "vice-chair";
  if (/co-?\s?chair/i.test(text)) return "co-chair";
  if (/chair/i.test(text)) return "chair";
  return /lead/i.test(text) ? "lead" : null;
}

/** The group that a sentence without one is about: named in it, else the heading over it. */
function groupAround(sentence: Sentence, block: Block, view: PageView): string | null {
  for (const match of sentence.text.matchAll(groupPhrase)) {
    const text = match[1] ?? "";
    if (groupKindOf(text, view.words) !== null) return text;
  }
  const heading = headingOf(view.document, block);
  return heading !== null && groupKindOf(heading, view.words) !== null ? heading : null;
}

/** "Active since June, 2018 and led by …". */
function startOf(text: string, view: PageView): string | null {
  const since = /\bsince (?:inception in |early |late |its start in )?/i.exec(text);
  if (!since) return null;
  const behind = text.slice(since.index + since[0].length, since.index + since[0].length + 24).replace(",", "");
  return datesIn(behind, view.words)[0]?.edtf ?? null;
}
