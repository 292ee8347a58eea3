import { withoutAccountState } from "../pages/accounts.ts";
import type { Block, RichText, Span } from "../pages/document.ts";
import { linesOf } from "../pages/document.ts";
import { withoutTail } from "../pages/trim.ts";
import { defaultLexicon, firstMatch, type Lexicon, perLexicon } from "./lexicon/index.ts";

/** A person as a page shows it. */
export interface PersonName {
  readonly name: string;
  /** Account id, key or user name where the page links to one. */
  readonly account: string | null;
}

/** `item`: one person on the line, perhaps with an affiliation. `line`: several, divided by commas. */
export type NameMode = "item" | "line";

const patterns = perLexicon(({ people: { and, endOfName, sentRegrets } }) => ({
  // What divides people: between linked ones, in a list of names, and in a line of any kind.
  besideMention: new RegExp(String.raw`[,;\n]|\s(?:${and.source}|&)\s`),
  inList: new RegExp(String.raw`[,;]|\s(?:${and.source}|&)\s`),
  inLine: new RegExp(String.raw`[,;，；、|\n•]|\s(?:${and.source}|&)\s|\s\/\s`),
  /** Where a name ends and what is told about the person begins. */
  endOfName: new RegExp(String.raw`\s[-–—|/]\s?|[-–—|]\s|[:;,<>=]|\s{2,}|\s(?:${endOfName.source})\s`, "i"),
  /** "Ann Lee (regrets)" in a list. */
  sentRegrets: new RegExp(String.raw`(?:^|[,;\n])[^,;\n()]{2,60}\((?:[^()\n]{0,40} )?(?:${sentRegrets.source})\b[^()\n]{0,20}\)`, "gi"),
}));

const redacted = /\[redacted: \w+\]/g;

/** How an account shows one name twice: "Ann Lee (李安)". */
const inTwoScripts = /^\s*\p{Lu}[\p{L} .'’-]{2,40}\s?\(\p{Script=Han}{2,4}\)\s*$/u;

/** The people that a line names. Where accounts are linked they are the people; what stands around them is role and affiliation. */
export function namesInLine(line: RichText, mode: NameMode, words: Lexicon): PersonName[] {
  const mentions = line.spans.filter((span) => span.kind === "mention" && span.end > span.start);
  if (mentions.length === 0) return plainNames(line.text, mode, words);
  const found: PersonName[] = [];
  let at = 0;
  for (const mention of mentions) {
    found.push(...besideMention(line.text.slice(at, mention.start), mode, words));
    const shown = line.text.slice(mention.start, mention.end);
    // "Franz, Marquart (Dept)" is how a directory prints an account; the comma is part of the name.
    const directory = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’-]+(?: \p{Lu}\.?)?)(?:\s*\([^()]{0,200}\))?$/u.exec(shown.trim());
    const name =
      directory && !words.people.title.test(directory[2] ?? "")
        ? `${directory[1]}, ${directory[2]}`
        : inTwoScripts.test(shown)
          ? shown.trim()
          : cleanName(shown, words, 8);
    if (name !== null) found.push({ name, account: mention.value ?? null });
    at = mention.end;
  }
  found.push(...besideMention(line.text.slice(at), mode, words), ...namesBetween(line, mentions, words));
  return unique(found);
}

/** "[Ann Lee] Bo Chen [Cy Dee] Di Fox": a run of people, some linked, with nothing between them. Where anything else stands there, none of it is a name. */
function namesBetween(line: RichText, mentions: readonly Span[], words: Lexicon): PersonName[] {
  if (mentions.length < 3) return [];
  const pieces = mentions
    .map((mention, index) => line.text.slice(mention.end, mentions[index + 1]?.start ?? line.text.length).trim())
    .filter((piece) => piece !== "");
  const isName = (piece: string): boolean =>
    /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,2}$/u.test(piece) && !looksLikeCompany(piece, words);
  // Where something stands behind each of them, it is where they work.
  return pieces.length < mentions.length && pieces.every(isName) ? pieces.flatMap((piece) => plainNames(piece, "item", words)) : [];
}

/** Between linked people only a name that is marked by `@`, or one between commas, is a person; the rest says who they are. */
function besideMention(text: string, mode: NameMode, words: Lexicon): PersonName[] {
  const parts = text.split(patterns(words).besideMention);
  return parts.flatMap((part) => {
    const trimmed = part.trim();
    if (trimmed.startsWith("@")) return plainNames(trimmed, "item", words);
    // On a line of its own the one person is the linked one; what a comma adds is where they work.
    const isApart =
      mode === "line" &&
      parts.length > 1 &&
      /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(trimmed) &&
      !looksLikeCompany(trimmed, words);
    return isApart ? plainNames(trimmed, "item", words) : [];
  });
}

function plainNames(text: string, mode: NameMode, words: Lexicon): PersonName[] {
  const clean = withoutAbsent(
    text
      .replace(redacted, " ")
      .replace(/<[^<>]{0,100}>/g, " ")
      .replace(/\s+/g, (blank) => (blank.includes("\n") ? "\n" : " ")),
    words,
  );
  const isList = mode === "line" || isListOfNames(clean, words) || /[、，]/.test(clean);
  const parts = isList ? withoutBracketCommas(clean).split(patterns(words).inLine) : [clean];
  return unique(
    parts.flatMap((part) => {
      // "@Ann Lee @Bo Chen": every mark begins a person.
      const marked = part.split(/(?:^|\s)@(?=[\p{L}])/u).filter((piece) => piece.trim() !== "");
      return marked
        .flatMap((piece) => splitRunTogether(piece))
        .flatMap((piece) => {
          const name = cleanName(piece, words, mode === "item" ? 6 : 5);
          return name === null ? [] : [{ name, account: null }];
        });
    }),
  );
}

/** "Ann Lee (Acme, chair), Bo Chen": what a comma within brackets divides is no list of people. */
function withoutBracketCommas(text: string): string {
  return text.replace(/\([^()\n]{1,80}\)/g, (bracket) => bracket.replace(/[,;，；、]/g, " "));
}

/** "Ann Lee (regrets), Bo Chen": who sent regrets is not there. */
function withoutAbsent(text: string, words: Lexicon): string {
  return text.replace(patterns(words).sentRegrets, (absent) => (/^[,;\n]/.test(absent) ? absent.charAt(0) : ""));
}

/** "Ann Lee, Bo Chen, Cy Dee": at least three parts that are all full names. A name with a company has two. */
function isListOfNames(text: string, words: Lexicon): boolean {
  const parts = partsOfList(text, words)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 3) return false;
  const full = parts.filter(
    (part) =>
      /^@?\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,3}(?:\s*\(.{1,40}\))?$/u.test(part) &&
      !looksLikeCompany(part, words) &&
      !words.people.notFirst.test(part),
  );
  // In a long list some have only a first name.
  return full.length === parts.length || (parts.length >= 5 && full.length >= parts.length * 0.7 && parts.every(isCapitalWords));
}

/** The parts of a list in one line. */
export function partsOfList(text: string, words: Lexicon): string[] {
  return text.split(patterns(words).inList);
}

function isCapitalWords(text: string): boolean {
  return text.split(" ").every((word) => /^\p{Lu}/u.test(word));
}

export function looksLikeCompany(text: string, words: Lexicon): boolean {
  return words.people.company.test(text) || words.people.legalForm.test(text);
}

/** Conversions run names together: "Ann LeeBo Chen". A small letter before a capital divides, unless it is part of a name as in McCoy. */
function splitRunTogether(text: string): string[] {
  const cut = /^(.{3,40}?\p{L}\p{Ll}+)(\p{Lu}\p{Ll}+ \p{Lu}.{1,40})$/u.exec(text.trim());
  const left = cut?.[1] ?? "";
  if (!cut || !left.includes(" ") || /[,;:(|]/.test(left) || /(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O['’]|Fitz)$/.test(left)) return [text];
  return [left, cut[2] ?? ""];
}

/** A name without marks, roles and affiliations, or null where the text names nobody. */
export function cleanName(raw: string, words: Lexicon, maxWords: number): string | null {
  let text = raw
    .replace(redacted, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
  if (/^(?:https?:|www\.)|\.(?:txt|pdf|vtt|mp4|docx?|pptx?|png|jpe?g)$|\?$/i.test(text)) return null;
  const { namelessAccounts, titlesBehind, notNames, notFirst } = words.people;
  const placeholder = firstMatch(namelessAccounts, text)?.[1];
  if (placeholder !== undefined) return placeholder;
  text = withoutAccountState(text)
    .replace(/^[\s@*•·+>–—-]+(?=\S)/, "")
    .replace(/^\(?\d{1,3}[.)]\s+/, "");
  // A nickname within the name stays: "Amalia (Amy) Marcella".
  text = text.replace(/\s*[([{](?!\p{L}{2,12}\) \p{Lu}).*$/u, "");
  const suffix = titlesBehind.exec(text)?.[0] ?? "";
  const cut = text.slice(0, text.length - suffix.length).search(patterns(words).endOfName);
  if (cut === 0) return null;
  if (cut > 0) text = text.slice(0, cut);
  const plain = text.replace(/["“”*`]/g, "").replaceAll("_", " ");
  const bare = withoutTail(plain, /[\s.,;:!?–—-]/);
  // "Ann L." keeps its dot.
  text = (plain.slice(bare.length) === "." && /\b\p{Lu}$/u.test(bare) ? `${bare}.` : bare).trim();
  if (text.length < 2 || text.length > 50 || !/\p{L}/u.test(text)) return null;
  if (text.split(" ").length > maxWords || notNames.test(text)) return null;
  if (/^\+?\d[\d\s()-]*$|https?:|www\.|@|[#$%^={}\\]|\d{4}|^(?:\.{2,}|…)/.test(text)) return null;
  if (notFirst.test(text)) return null;
  // "A Anna Lee" is a name with an initial, "a developer" is not.
  if (/^[Aa] \p{Ll}/u.test(text)) return null;
  return text;
}

/** Each person once. Two accounts are two people even if they share a name; a bare name beside an account of that name is that account. */
export function unique(names: readonly PersonName[]): PersonName[] {
  const accounts = new Set(names.flatMap((person) => (person.account === null ? [] : [nameKey(person.name)])));
  const seen = new Set<string>();
  return names.filter((person) => {
    const name = nameKey(person.name);
    if (person.account === null && accounts.has(name)) return false;
    const key = person.account === null ? `name ${name}` : `account ${person.account}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What two spellings of one name share: letters and digits only, without marks and case. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(defaultLexicon.people.salutation, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The lines that a label holds: inline ones first. */
export function linesUnder(inline: readonly RichText[], blocks: readonly Block[]): RichText[] {
  return [...inline, ...blocks.flatMap((block) => (block.type === "table" || block.type === "code" ? [] : linesOf(block)))].filter(
    (line) => line.text !== "",
  );
}
