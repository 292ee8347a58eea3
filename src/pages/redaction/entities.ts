import type { ProjectionBuilder } from "./projection.ts";

/** Only what can stand inside a label, a number, an address or a code; the full table of 2,231 names is the HTML parser's business. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00A0",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  commat: "@",
  num: "#",
  plus: "+",
  ast: "*",
  excl: "!",
  dollar: "$",
  percnt: "%",
  period: ".",
  comma: ",",
  colon: ":",
  semi: ";",
  equals: "=",
  quest: "?",
  lpar: "(",
  rpar: ")",
  sol: "/",
  lowbar: "_",
  hyphen: "-",
  dash: "-",
  ndash: "–",
  mdash: "—",
  shy: "\u00AD",
  zwnj: "\u200C",
  zwj: "\u200D",
  lrm: "\u200E",
  rlm: "\u200F",
};

const entityAt = /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/y;
const letterNames = /^[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|stroke)$|^(?:szlig|aelig|oelig|eth|thorn)$/i;

/** Invisible, or white space of another kind than a blank: one character becomes one character, so the way back stays literal. */
const toNormalise = /[\r\n\t\f\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Adds text in which entities may stand. In HTML a line break is a blank, elsewhere it is one. */
export function addEntityText(builder: ProjectionBuilder, source: string, from: number, to: number, breaksAreBlanks: boolean): void {
  // Cut first: a search in the whole source would look at the rest of the page for every few words.
  const text = source.slice(from, to);
  let at = 0;
  while (at < text.length) {
    const ampersand = text.indexOf("&", at);
    const stop = ampersand < 0 ? text.length : ampersand;
    if (stop > at) builder.literal(from + at, from + stop, normaliseText(text.slice(at, stop), breaksAreBlanks));
    if (ampersand < 0) return;
    entityAt.lastIndex = stop;
    const match = entityAt.exec(text);
    at = match === null ? stop + 1 : entityAt.lastIndex;
    if (match === null) builder.literal(from + stop, from + at, "&");
    else builder.atom(from + stop, from + at, normaliseText(decodeEntity(match), breaksAreBlanks));
  }
}

export function normaliseText(text: string, breaksAreBlanks: boolean): string {
  if (!toNormalise.test(text)) return text;
  const visible = text.replace(invisible, "\uFDD1").replace(/[\t\f\r]/g, " ");
  return breaksAreBlanks ? visible.replaceAll("\n", " ") : visible;
}

function decodeEntity(match: RegExpExecArray): string {
  const [, decimal, hexadecimal, name = ""] = match;
  if (decimal !== undefined) return fromCode(Number.parseInt(decimal, 10));
  if (hexadecimal !== undefined) return fromCode(Number.parseInt(hexadecimal, 16));
  // Any letter stands for an accented one: it belongs to the word around it. Any other sign separates.
  return named[name] ?? named[name.toLowerCase()] ?? (letterNames.test(name) ? "é" : "·");
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
}
