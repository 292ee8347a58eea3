import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from "yaml";
import { z } from "zod";
import type { ConfigProblem } from "../errors.ts";
import { nearest } from "./near.ts";
import { writtenConfig } from "./schema.ts";
import { shownKey, shownValue } from "./shown.ts";

interface Found {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Everything that is wrong with what a configuration says, with its line. */
export function problemsOf(document: Document, lines: LineCounter, file: string): ConfigProblem[] {
  const value = plainValue(document);
  if (value instanceof Error) return [{ file, line: 1, path: "(file)", message: yamlFault(value) }];
  const issues = writtenConfig.safeParse(value, { reportInput: true }).error?.issues ?? [];
  const mistyped = issues.filter(({ code }) => code === "invalid_union");
  // A type that is none would hide what else is wrong with its source.
  const meantValue = mistyped.length === 0 ? value : withMeantTypes(value, mistyped);
  const others = mistyped.length === 0 ? issues : (writtenConfig.safeParse(meantValue, { reportInput: true }).error?.issues ?? []);
  const found = [
    ...mistyped.flatMap((issue) => describe(issue, value)),
    ...others.filter(({ code }) => code !== "invalid_union").flatMap((issue) => describe(issue, meantValue)),
    ...doubles(meantValue),
    ...strayVariables(value, []),
  ];
  return found.map(({ path, message }) => ({ file, line: lineOf(document, lines, path), path: shownPath(path), message }));
}

/** An alias of YAML that leads nowhere is found here at the earliest. */
export function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What follows the colon is the text of the file: of `token: *abc` the secret. */
export function yamlFault({ message }: Error): string {
  return `expected YAML, found a fault in it: ${(message.split("\n")[0] ?? "").replace(/: .*$/, "")}`;
}

function describe(issue: z.core.$ZodIssue, root: unknown): Found[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, path, root) }));
  const input = inputOf(issue);
  const came = issue.code === "custom" ? "" : `, found ${shownValue(input, path)}`;
  const near = typeof input === "string" ? meant(input, choicesOf(issue).map(String)) : "";
  return [{ path, message: `${expectedOf(issue)}${came}${near}` }];
}

/** Where sources of several types may stand, what is wrong is the type, and the input all of the source. */
function inputOf(issue: z.core.$ZodIssue): unknown {
  return issue.code === "invalid_union" ? typeOf(issue.input) : issue.input;
}

/** The values of an enum, or the types that a list of several may hold. */
function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] {
  if (issue.code === "invalid_value") return issue.values;
  return issue.code === "invalid_union" && "options" in issue ? (issue.options ?? []) : [];
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? "" : `; did you mean "${near}"?`;
}

function unknownKey(key: string, path: readonly PropertyKey[], root: unknown): string {
  const known = keysAt(path, root);
  return `unknown key${meant(key, known) || `; expected one of ${known.join(", ")}`}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
};

function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kinds[issue.expected] ?? issue.expected}`;
    case "too_small":
      if (issue.origin === "string") return "expected a text that is not empty";
      return issue.origin === "array"
        ? "expected one entry or more"
        : `expected ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `expected at most ${issue.maximum}`;
    case "invalid_value":
    case "invalid_union":
      return `expected one of ${choicesOf(issue)
        .map((value) => JSON.stringify(value))
        .join(", ")}`;
    default:
      return issue.message;
  }
}

/** The keys that may stand where `path` leads; of a source those of its type. */
function keysAt(path: readonly PropertyKey[], root: unknown): string[] {
  let schema: unknown = writtenConfig;
  let value = root;
  for (const step of path) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    const outer = unwrapped(schema);
    const inner: unknown =
      outer instanceof z.ZodArray ? outer.element : outer instanceof z.ZodObject ? outer.shape[String(step)] : undefined;
    schema = inner instanceof z.ZodDiscriminatedUnion ? optionFor(inner, value) : inner;
  }
  const last = unwrapped(schema);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional ? schema.unwrap() : schema;
}

function optionFor(union: z.ZodDiscriminatedUnion, value: unknown): unknown {
  return union.options.find((option) => option instanceof z.ZodObject && option.shape.type?.safeParse(typeOf(value)).success);
}

function typeOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "type" in value ? value.type : undefined;
}

/** A configuration in which sources of no known type have the nearest one, as far as it can be told. */
function withMeantTypes(root: unknown, mistyped: readonly z.core.$ZodIssue[]): unknown {
  const { sources, ...rest } = root as { readonly sources: readonly unknown[] };
  const places = new Set(mistyped.map(({ path }) => path[1]));
  return { ...rest, sources: sources.map((source, index) => (places.has(index) ? withMeantType(source) : source)) };
}

function withMeantType(source: unknown): unknown {
  if (typeof source !== "object" || source === null || Array.isArray(source)) return source;
  const type = typeOf(source);
  const keys = keysOfTypes();
  const near = typeof type === "string" ? nearest(type, [...keys.keys()]) : null;
  const meantType = near ?? typeOfKeys(Object.keys(source), keys);
  return meantType === null ? source : { ...source, type: meantType };
}

/** The one type that knows more of the keys than each other one. */
function typeOfKeys(written: readonly string[], keys: ReadonlyMap<string, readonly string[]>): string | null {
  const ranked = [...keys]
    .map(([type, known]) => ({ type, count: written.filter((key) => known.includes(key)).length }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = ranked;
  return first !== undefined && first.count > (second?.count ?? 0) ? first.type : null;
}

/** Type of a source → the keys that it has. */
function keysOfTypes(): Map<string, readonly string[]> {
  return new Map(writtenConfig.shape.sources.element.options.map(({ shape }) => [shape.type.value, Object.keys(shape)] as const));
}

/** What two sources of one archive must not have in common. */
function doubles(root: unknown): Found[] {
  const listed = (root as { sources?: unknown } | null)?.sources;
  const sources = (Array.isArray(listed) ? listed : []) as (Readonly<Record<string, unknown>> | null)[];
  const found: Found[] = [];
  const ids = new Set<unknown>();
  const spaces = new Set<string>();
  for (const [index, source] of sources.entries()) {
    const { id, type, space } = source ?? {};
    if (typeof id === "string" && ids.has(id))
      found.push({ path: ["sources", index, "id"], message: `two sources have the id "${id}": give each its own` });
    ids.add(id);
    if (type !== "confluence" || typeof space !== "string") continue;
    // Keys of spaces are the same in any case: their pages would be one folder.
    const key = space.toLowerCase();
    if (spaces.has(key))
      found.push({
        path: ["sources", index, "space"],
        message: `two sources of the type "confluence" read the space "${key}": an archive names pages by space and number; give the second wiki an archive of its own`,
      });
    spaces.add(key);
  }
  return found;
}

const fromEnvironment = new Set(["token", "email", "apiKey", "clientId", "clientSecret", "refreshToken"]);

/** Elsewhere than in secrets `${NAME}` would be taken as it stands. */
function strayVariables(value: unknown, path: readonly PropertyKey[]): Found[] {
  if (typeof value === "string") {
    if (!/\$\{\w+\}/.test(value) || fromEnvironment.has(String(path.at(-1)))) return [];
    return [{ path, message: "only secrets are taken from the environment: expected the value itself" }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strayVariables(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

function shownPath(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === "number" ? String(step) : shownKey(step))).join(".") || "(file)";
}

/** The line of the key, or of what is nearest to it and there. */
export function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    const holder: unknown = isAlias(node) ? node.resolve(document) : node;
    let next: unknown;
    let place: unknown;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
      [place, next] = [pair?.key, pair?.value];
    } else if (isSeq(holder)) place = next = holder.items[Number(step)];
    const start = (place as Node | undefined)?.range?.[0];
    if (start === undefined) break;
    offset = start;
    node = next;
  }
  return Math.max(1, lines.linePos(offset).line);
}
