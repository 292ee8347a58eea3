import type { Content } from "./state/types.ts";
import { newestOf, type Wiki } from "./state/wiki.ts";
import { wallClock } from "./times.ts";

type Test = (content: Content) => boolean;

export interface CqlQuery {
  readonly matches: Test;
  readonly order: { readonly field: "lastmodified" | "created" | "title"; readonly isDescending: boolean } | null;
}

export class CqlError extends Error {}

interface Clause {
  readonly field: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/**
 * The part of CQL that a reader of spaces needs: clauses joined by AND, and one order. Times are read on the clock of the wiki, to the minute.
 * @throws CqlError for anything else
 */
export function parseCql(cql: string, wiki: Wiki, offsetMinutes: number): CqlQuery {
  const { masked, quoted } = withoutQuoted(cql.trim());
  const [, where = "", order] = /^(.*?)(?:\s+order\s*by\s+(.+))?$/is.exec(masked) ?? [];
  const tests = where.split(/\s+and\s+/i).map((text) => testOf(clauseOf(text.trim(), quoted), wiki, offsetMinutes));
  return { matches: (content) => tests.every((test) => test(content)), order: order === undefined ? null : orderOf(order) };
}

/** What is quoted may hold any word; numbers in quotes stand for it until the rest is read. */
function withoutQuoted(cql: string): { masked: string; quoted: string[] } {
  const quoted: string[] = [];
  const masked = cql.replace(
    /"([^"]*)"|'([^']*)'/g,
    (_, double?: string, single?: string) => `"${quoted.push(double ?? single ?? "") - 1}"`,
  );
  return { masked, quoted };
}

/** Instants of one wiki sort as text. */
export function sortedBy(contents: readonly Content[], order: CqlQuery["order"]): Content[] {
  const { field, isDescending } = order ?? { field: "title", isDescending: false };
  const key = (content: Content): string =>
    `${field === "lastmodified" ? newestOf(content).createdAt : field === "created" ? content.createdAt : content.title} ${content.id.padStart(20, "0")}`;
  const sign = isDescending ? -1 : 1;
  return contents
    .map((content) => ({ content, key: key(content) }))
    .sort((a, b) => (a.key < b.key ? -sign : sign))
    .map(({ content }) => content);
}

function clauseOf(text: string, quoted: readonly string[]): Clause {
  const match = /^([a-z.]+)\s*(=|!=|>=|<=|>|<|~|\bnot\s+in\b|\bin\b)\s*(.+)$/is.exec(text);
  if (!match) throw new CqlError(`Could not parse cql : ${text}`);
  const [, field = "", operator = "", rest = ""] = match;
  const isList = /in$/i.test(operator);
  const list = isList ? /^\(([^)]*)\)$/.exec(rest.trim())?.[1] : rest;
  if (list === undefined) throw new CqlError(`Could not parse cql : ${text}`);
  const values = (isList ? list.split(",") : [list]).map((value) => writtenValue(value.trim(), quoted));
  return { field: field.toLowerCase(), operator: operator.toLowerCase().replace(/\s+/g, " "), values };
}

/** One word, or what stood in quotes: functions, brackets and OR are not read, and not passed over either. */
function writtenValue(text: string, quoted: readonly string[]): string {
  const place = /^"(\d+)"$/.exec(text)?.[1];
  if (place !== undefined) return quoted[Number(place)] ?? "";
  if (!/^[^\s()"]+$/.test(text)) throw new CqlError(`Could not parse cql : ${text}`);
  return text;
}

function testOf(clause: Clause, wiki: Wiki, offsetMinutes: number): Test {
  switch (clause.field) {
    case "space":
    case "space.key":
      return among(clause, ({ spaceKey }) => [spaceKey]);
    case "type":
      return among(clause, ({ type }) => [type]);
    case "id":
    case "content":
      return among(clause, ({ id }) => [id]);
    case "title":
      if (clause.operator === "~") return ({ title }) => title.toLowerCase().includes((clause.values[0] ?? "").toLowerCase());
      return among(clause, ({ title }) => [title]);
    case "label":
      return among(clause, ({ labels }) => labels);
    case "parent":
      return among(clause, ({ parentId }) => (parentId === null ? [] : [parentId]));
    case "ancestor":
      return among(clause, (content) => wiki.ancestorsOf(content).map(({ id }) => id));
    case "lastmodified":
      return compared(clause, (content) => wallClock(newestOf(content).createdAt, offsetMinutes));
    case "created":
      return compared(clause, (content) => wallClock(content.createdAt, offsetMinutes));
    default:
      throw new CqlError(`The field '${clause.field}' is not supported`);
  }
}

function among({ operator, values, field }: Clause, valuesOf: (content: Content) => readonly string[]): Test {
  const has: Test = (content) => valuesOf(content).some((value) => values.includes(value));
  if (operator === "=" || operator === "in") return has;
  if (operator === "!=" || operator === "not in") return (content) => !has(content);
  throw new CqlError(`The operator ${operator} is not supported for ${field}`);
}

function compared({ operator, values, field }: Clause, minuteOf: (content: Content) => string): Test {
  const value = values[0] ?? "";
  const match = /^(\d{4})[/-](\d{2})[/-](\d{2})(?: (\d{2}:\d{2}))?$/.exec(value);
  if (!match) throw new CqlError(`Could not parse the date '${value}'`);
  const minute = `${match[1]}-${match[2]}-${match[3]} ${match[4] ?? "00:00"}`;
  switch (operator) {
    case ">=":
      return (content) => minuteOf(content) >= minute;
    case ">":
      return (content) => minuteOf(content) > minute;
    case "<=":
      return (content) => minuteOf(content) <= minute;
    case "<":
      return (content) => minuteOf(content) < minute;
    case "=":
      return (content) => minuteOf(content) === minute;
    default:
      throw new CqlError(`The operator ${operator} is not supported for ${field}`);
  }
}

function orderOf(text: string): CqlQuery["order"] {
  const match = /^(lastmodified|created|title)(?:\s+(asc|desc))?$/i.exec(text.trim());
  if (!match) throw new CqlError(`Could not order by ${text}`);
  return {
    field: (match[1] ?? "title").toLowerCase() as "lastmodified" | "created" | "title",
    isDescending: match[2]?.toLowerCase() === "desc",
  };
}
