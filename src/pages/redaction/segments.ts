import { addEntityText, normaliseText } from "./entities.ts";
import { addMarkdown } from "./markdown.ts";
import { addHtmlMarkup, type MarkupState } from "./markup.ts";
import { type Projection, ProjectionBuilder, type Segments, type SourceRange } from "./projection.ts";

export function splitHtml(source: string): Segments {
  const builder = new ProjectionBuilder();
  const state: MarkupState = { asides: [], unclosed: new Map() };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const stop = open < 0 ? source.length : open;
    addEntityText(builder, source, at, stop, true);
    if (open < 0) break;
    at = addHtmlMarkup(builder, source, open, state);
    if (at === open) {
      builder.literal(open, open + 1, "<");
      at = open + 1;
    }
  }
  return { prose: builder.finish(), asides: state.asides };
}

export function splitMarkdown(source: string): Segments {
  const builder = new ProjectionBuilder();
  const state: MarkupState = { asides: [], unclosed: new Map() };
  addMarkdown(builder, source, state);
  return { prose: builder.finish(), asides: state.asides };
}

export function splitPlain(source: string): Segments {
  const builder = new ProjectionBuilder();
  builder.literal(0, source.length, normaliseText(source, false));
  return { prose: builder.finish(), asides: [] };
}

/** The text of an aside: entities in both, escapes only where the source is Markdown. */
export function projectAside(source: string, aside: SourceRange, escapes: boolean): Projection {
  const builder = new ProjectionBuilder();
  const text = source.slice(aside.from, aside.to);
  let at = 0;
  while (escapes) {
    const backslash = text.indexOf("\\", at);
    if (backslash < 0 || backslash + 1 === text.length) break;
    addEntityText(builder, source, aside.from + at, aside.from + backslash, true);
    at = backslash + 2;
    builder.atom(aside.from + backslash, aside.from + at, text.charAt(backslash + 1));
  }
  addEntityText(builder, source, aside.from + at, aside.to, true);
  return builder.finish();
}
