import type { RedactionKind, RedactionPolicy, TextForm } from "./index.ts";
import { headerWords, mayHoldLabel } from "./labels.ts";

/** A secret that only the header of its column tells: "Recording | Passcode". */
export interface SecretInColumn {
  readonly from: number;
  readonly to: number;
  readonly kind: RedactionKind;
}

interface CellRange {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

const tableSign: Readonly<Record<TextForm, RegExp>> = { html: /<t[dh]\b/i, markdown: /\|[ \t:]*-/, plain: /(?!)/, url: /(?!)/ };
const quickLook = /\bpin\b|access code|phone|mobile|\btel|telef|dial|call-?in|toll|电话|電話|전화|телефон|rufnummer|einwahl/i;
const passcodeHeader = new RegExp(
  `^(?:(?:zoom|meeting|recording|access|host|webinar|video|event) ){0,2}(?:${headerWords}|access codes?)$`,
  "i",
);
const pinHeader = /^(?:(?:host|meeting|access|dial-?in) )?pins?$/i;
const phoneHeader =
  /^(?:(?:tele|cell ?|mobile |office |work )?phone|mobile|cell|tel|telefon[eo]?|telefoon|téléphone|teléfono|rufnummer|einwahl(?:nummer)?|(?:dial|call)[ -]?in|toll[ -]?free|电话(?:号码)?|電話(?:番号)?|전화(?:번호)?|телефон)(?: ?(?:numbers?|no|nr|#))?\.?$/i;

const secretWord = /^(?=.{4,64}$)(?=.*[\d#!$%&*?@^~+=])(?!https?:|www\.|\[redacted)[^\s|]+$/i;
const digitsOnly = /^\d{4,12}#?$/;
const phoneNumber = /^\+?[\d\s()./-]{7,24}(?:\s?(?:x|ext\.?)\s?\d{1,6})?$/i;

/** Secrets in the cells of tables, by the header of their column. Which column a cell is in, `rowspan` aside, its place in the row says. */
export function findSecretsInColumns(source: string, form: TextForm, policy: RedactionPolicy): SecretInColumn[] {
  if (!tableSign[form].test(source) || (!quickLook.test(source) && !mayHoldLabel(source))) return [];
  const tables = form === "html" ? htmlTables(source) : form === "markdown" ? pipeTables(source) : [];
  return tables.flatMap(([header, ...rows]) => {
    const kinds = (header ?? []).flatMap((cell) => new Array<Find | null>(cell.columns).fill(kindOf(source, cell, policy)));
    if (kinds.every((kind) => kind === null)) return [];
    return rows.flatMap((row) => {
      let column = 0;
      return row.flatMap((cell) => {
        const find = kinds[column] ?? null;
        column += cell.columns;
        return find === null ? [] : find(source, cell);
      });
    });
  });
}

type Find = (source: string, cell: CellRange) => SecretInColumn[];

function kindOf(source: string, cell: CellRange, policy: RedactionPolicy): Find | null {
  const header = source
    .slice(cell.from, Math.min(cell.to, cell.from + 400))
    .replace(/<[^<>]{0,300}>|[*_`]/g, " ")
    .replace(/&nbsp;|\s+/g, " ")
    .replace(/&[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|slash);/g, "é")
    .trim();
  if (policy.passcodes === "redact" && passcodeHeader.test(header)) return runs("passcode", secretWord);
  if (policy.passcodes === "redact" && pinHeader.test(header)) return runs("passcode", digitsOnly);
  if (policy.phones === "redact" && phoneHeader.test(header)) {
    return (text, range) =>
      runs("phone", phoneNumber)(text, range).filter(({ from, to }) => (text.slice(from, to).match(/\d/g) ?? []).length >= 7);
  }
  return null;
}

/** The texts between the tags of a cell that are nothing but a secret. */
function runs(kind: RedactionKind, secret: RegExp): Find {
  return (source, { from, to }) =>
    [...source.slice(from, to).matchAll(/<[^<>]*>|[^<>]+/g)].flatMap((match) => {
      const text = match[0].trim();
      if (text.startsWith("<") || !secret.test(text)) return [];
      const start = from + match.index + match[0].indexOf(text);
      return [{ from: start, to: start + text.length, kind }];
    });
}

/** The rows of each table; a table within a cell is a table of its own. */
function htmlTables(source: string): CellRange[][][] {
  const done: CellRange[][][] = [];
  const open: { rows: CellRange[][]; cell: { from: number; columns: number } | null }[] = [];
  for (const tag of source.matchAll(/<(\/?)(table|tr|t[hd])\b([^<>]{0,2000})>/gi)) {
    const name = (tag[2] ?? "").toLowerCase();
    const isEnd = tag[1] === "/";
    if (name === "table" && !isEnd) open.push({ rows: [], cell: null });
    const table = open.at(-1);
    if (!table) continue;
    if (table.cell) {
      table.rows.at(-1)?.push({ from: table.cell.from, to: tag.index, columns: table.cell.columns });
      table.cell = null;
    }
    if (name === "table" && isEnd) done.push(...(open.pop() ? [table.rows] : []));
    else if (name === "tr" && !isEnd) table.rows.push([]);
    else if (name !== "table" && name !== "tr" && !isEnd) {
      const columns = Number(/\bcolspan\s?=\s?["']?(\d{1,2})/i.exec(tag[3] ?? "")?.[1] ?? 1);
      table.cell = { from: tag.index + tag[0].length, columns };
    }
  }
  return [...done, ...open.map((table) => table.rows)];
}

/** Tables of GitHub Flavored Markdown, outside of fenced code. */
function pipeTables(source: string): CellRange[][][] {
  const tables: CellRange[][][] = [];
  let table: CellRange[][] | null = null;
  let before: CellRange[] = [];
  let fenced = false;
  let at = 0;
  for (const line of source.split("\n")) {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    const isRow = !fenced && line.includes("|");
    if (isRow && /^[\s|:-]+$/.test(line) && line.includes("-") && table === null) {
      table = [before];
      tables.push(table);
    } else if (isRow) table?.push(cellsOf(line, at));
    else table = null;
    before = isRow ? cellsOf(line, at) : [];
    at += line.length + 1;
  }
  return tables;
}

function cellsOf(line: string, at: number): CellRange[] {
  const cells: CellRange[] = [];
  let from = /^\s*\|/.exec(line)?.[0].length ?? 0;
  for (const bar of line.matchAll(/(?<!\\)\||$/g)) {
    if (bar.index < from) continue;
    cells.push({ from: at + from, to: at + bar.index, columns: 1 });
    from = bar.index + 1;
  }
  return cells;
}
