import type { Block, RichText } from "../pages/document.ts";
import { linesOf, slice } from "../pages/document.ts";
import { type Lexicon, perLexicon } from "./lexicon/index.ts";
import { namesInLine, type PersonName, unique } from "./people.ts";
import { peopleInTable } from "./people-tables.ts";

const joinedHeader = perLexicon(
  ({ columns: { people } }) => new RegExp(String.raw`^(?:${people.joinedName.source})(?:(?:${people.joinedOther.source})\s*){1,5}`),
);

/** The people that a list, paragraph or table of people names. Quotes point at the block. */
export function namesInBlocks(blocks: readonly Block[], words: Lexicon, day: string | null = null): PersonName[] {
  const found: PersonName[] = [];
  const tables = new Map(blocks.flatMap((block) => (block.type === "table" ? [[block, peopleInTable(block, words, day)] as const] : [])));
  // Where one table marks who came, another one below the same label is about something else.
  const wantsMarks = [...tables.values()].some((table) => table.isMarked);
  for (const block of blocks) {
    if (block.type === "item") {
      // A second line within an item says who the person is; more lines are a list of their own.
      const lines = linesOf(block);
      const isOwnList = lines.length !== 2 || lines.every((line) => line.spans.some((span) => span.kind === "mention"));
      for (const line of isOwnList ? lines : lines.slice(0, 1)) found.push(...namesInLine(line, "item", words));
    } else if (block.type === "paragraph") {
      const rows = rowsRunTogether(block, words);
      for (const row of rows) found.push(...namesInLine(row, "item", words).slice(0, 1));
      if (rows.length > 0) continue;
      for (const line of linesOf(block)) found.push(...namesInLine(line, line.text.includes(",") ? "line" : "item", words));
    } else if (block.type === "table") {
      const table = tables.get(block);
      if (table && (table.isMarked || !wantsMarks)) found.push(...table.names);
    }
  }
  return unique(found);
}

/**
 * The rows of a table whose cells were run together below "NameOrganizationEmail": an address ends a row, and a joint of a small letter with a
 * capital ends the name. Empty where there is no such header.
 */
function rowsRunTogether(block: RichText, words: Lexicon): RichText[] {
  const header = headerRunTogether(block, words);
  if (header === null) return [];
  const rows: RichText[] = [];
  let start = header.length;
  for (const end of block.text.matchAll(/\[redacted: email\]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[a-z]{2,10}){1,3}|$/g)) {
    const row = slice(block, start, end.index);
    const mention = row.spans.find((span) => span.kind === "mention");
    const joint =
      /^\s*\p{Lu}[\p{L}.'’-]*?(?: (?:\p{Lu}|van |von |den |der |de )[\p{L}.'’-]*?){0,3}?\p{Ll}(?<!\b(?:Mc|Mac|De|Di|La|Le|O['’]))(?=\p{Lu}\p{L})/u.exec(
        row.text,
      )?.[0].length;
    if (row.text.trim() !== "") rows.push(slice(row, 0, mention ? mention.end : (joint ?? row.text.length)));
    start = end.index + end[0].length;
  }
  return rows;
}

/** "NameOrganizationEmail" at the start of a paragraph, or null. */
export function headerRunTogether(block: RichText, words: Lexicon): string | null {
  const header = joinedHeader(words).exec(block.text)?.[0];
  return header !== undefined && words.columns.people.joinedAddress.test(header) ? header : null;
}
