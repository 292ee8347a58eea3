import { Marked, type TokenizerObject } from "marked";
import { InputError } from "../errors.ts";
import type { Document } from "./document.ts";
import { documentFromHtml } from "./from-html.ts";
import { parseHtml } from "./parse-html.ts";

/**
 * The document of converted Markdown. Conversions of exports run the cells of a table together, so the model says that it
 * cannot know cell borders, unless the text has pipe tables.
 * @throws InputError for Markdown that is nested hundreds of levels deep
 */
export function documentFromMarkdown(markdown: string): Document {
  const html = htmlOf(markdown);
  return documentFromHtml(parseHtml(html).children, { flattensTables: !/<table/.test(html) });
}

/** How many letters the search for the ends of emphasis may look at, over a page: it looks at all that follows, for each star. */
const emphasisBudget = 200_000_000;

/** What this page needs otherwise than marked does it. */
function pageTokenizer(): TokenizerObject {
  let budget = emphasisBudget;
  return {
    // Converters of exports fence their code. What they indent is the white space that stood around tables and layout cells:
    // in 4,900 pages of 18 spaces not one of the 23 indented blocks was code, and half were tables, with links.
    code: () => undefined,
    // `false` leaves it to marked.
    emStrong(source) {
      if (source.startsWith("*") || source.startsWith("_")) budget -= source.length;
      return budget < 0 ? undefined : false;
    },
    // Bare mail addresses stay text, as they are on the wiki: looking for their @ ahead of every letter costs minutes on a long word.
    url: (source) => (/^(?:https?:\/\/|ftp:\/\/|www\.)/i.test(source) ? false : undefined),
    inlineText(source) {
      const text = plainRun.exec(source)?.[0];
      return text === undefined ? false : { type: "text", raw: text, text: escapeHtml(text), escaped: true };
    },
  };
}

/** Up to the next letter at which something other than text could begin. */
const plainRun = /^(?:`+|~+|[^`~])[\s\S]*?(?=[\\<![`*~_]|https?:\/\/|ftp:\/\/|(?<![^\s*_~(])www\.| {2,}\n|$)/i;

/** Entities of the source stay what they are. */
function escapeHtml(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text
    .replace(/&(?!#\d{1,7};|#[Xx][\da-fA-F]{1,6};|\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}

const abyss = /^[ \t]*(?:>[ \t]*|[-*+][ \t]+|\d{1,9}[.)][ \t]+){150}/m;
/** No list is indented deeper, and each level of one costs another reading of its lines. */
const deepIndent = /^[ \t]{400,}/gm;

function htmlOf(markdown: string): string {
  if (abyss.test(markdown)) throw tooDeep();
  try {
    const marked = new Marked({ gfm: true, async: false, tokenizer: pageTokenizer() });
    return marked.parse(markdown.replace(deepIndent, " ".repeat(400))) as string;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(error);
    throw error;
  }
}

function tooDeep(cause?: unknown): InputError {
  return new InputError("the Markdown is nested hundreds of levels deep: expected a page converted from an export; convert it again", {
    cause,
  });
}
