import { Marked } from "marked";
import type { Document } from "./document.ts";
import { documentFromHtml } from "./from-html.ts";
import { parseHtml } from "./parse-html.ts";

const marked = new Marked({ gfm: true, async: false });

/**
 * The document of converted Markdown. Conversions of exports run the cells of a table together, so the model says that it
 * cannot know cell borders, unless the text has pipe tables.
 */
export function documentFromMarkdown(markdown: string): Document {
  const html = marked.parse(markdown) as string;
  return documentFromHtml(parseHtml(html).children, { flattensTables: !/<table/.test(html) });
}
