import type { Block, Document, RichText, Span, Table } from "./document.ts";

/**
 * Markdown (GFM) for people. Every character of a page that Markdown or HTML could take for markup is escaped, and links keep
 * only schemes that do nothing but lead somewhere, so that nothing of a wiki page can run on a site that shows it.
 */
export function toMarkdown(document: Pick<Document, "blocks">, blocks: readonly Block[] = document.blocks): string {
  const parts: string[] = [];
  let previous: Block | null = null;
  for (const block of blocks) {
    const text = blockMarkdown(block);
    if (text === "") continue;
    const tight = previous?.type === "item" && block.type === "item" && previous.quote === block.quote;
    parts.push(previous === null ? "" : tight ? "\n" : "\n\n", framed(text, block));
    previous = block;
  }
  return parts.join("");
}

/** A URL that may stand in an archive and on a page, or null: no `javascript:`, `data:` and the like. */
export function safeUrl(url: string): string | null {
  // Browsers ignore control characters and blanks in front of and within a scheme.
  const bare = Array.from(url)
    .filter((letter) => letter > " ")
    .join("");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined || safeSchemes.has(scheme)) return url.trim();
  return null;
}

const safeSchemes = new Set(["http", "https", "mailto", "ftp", "ftps", "irc", "ircs", "xmpp", "matrix", "git", "ssh", "tel", "sip"]);

function framed(text: string, block: Block): string {
  if (block.quote === 0) return text;
  const mark = "> ".repeat(block.quote);
  return text
    .split("\n")
    .map((line) => (mark + line).trimEnd())
    .join("\n");
}

function blockMarkdown(block: Block): string {
  const pad = "  ".repeat(block.type === "item" ? Math.max(0, block.indent - 1) : block.indent);
  switch (block.type) {
    case "heading":
      return `${"#".repeat(block.level)} ${inlineMarkdown(block, " ")}`;
    case "rule":
      return "---";
    case "code":
      return indented(fenced(block.text, block.language ?? ""), pad);
    case "table":
      return indented(tableMarkdown(block), pad);
    case "item": {
      const mark = block.number === null ? "- " : `${block.number}. `;
      const task = block.done === null ? "" : block.done ? "[x] " : "[ ] ";
      const text = inlineMarkdown(block, "  \n").replace(/\n/g, `\n${pad}  `);
      return `${pad}${mark}${task}${text}`;
    }
    default:
      return indented(inlineMarkdown(block, "  \n"), pad);
  }
}

function indented(text: string, pad: string): string {
  return pad === "" || text === ""
    ? text
    : text
        .split("\n")
        .map((line) => (line === "" ? line : pad + line))
        .join("\n");
}

function fenced(text: string, language: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w#+-]/g, "")}\n${text}\n${fence}`;
}

function tableMarkdown(table: Table): string {
  const cell = (index: number): string => {
    const content = table.cells[index];
    return content ? inlineMarkdown(content, "<br>") : "";
  };
  const lines = table.grid.map((row, r) => row.map((index, c) => (isCover(table, r, c) ? "" : cell(index))));
  const width = table.grid[0]?.length ?? 0;
  if (width === 0) return "";
  const head = table.headerRows > 0 ? (lines.shift() ?? []) : Array.from({ length: width }, () => "");
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row(head), row(Array.from({ length: width }, () => "---")), ...lines.map(row)].join("\n");
}

/** Whether a merged cell was already printed above or to the left. */
function isCover(table: Table, row: number, column: number): boolean {
  const index = table.grid[row]?.[column] ?? -1;
  if (index < 0) return true;
  return table.grid[row]?.[column - 1] === index || table.grid[row - 1]?.[column] === index;
}

/** The text with its spans as Markdown; `lineBreak` is what stands for a line break. */
export function inlineMarkdown(rich: RichText, lineBreak: string): string {
  const { text } = rich;
  const spans = rich.spans.filter((span) => marksOf(span) !== null);
  if (spans.length === 0) return lineStart(escaped(text, lineBreak));
  let out = "";
  let at = 0;
  const open: Span[] = [];
  const closeUntil = (position: number): void => {
    for (let span = open.at(-1); span && span.end <= position; span = open.at(-1)) {
      out += escaped(text.slice(at, span.end), lineBreak) + (marksOf(span)?.[1] ?? "");
      at = Math.max(at, span.end);
      open.pop();
    }
  };
  for (const span of spans) {
    closeUntil(span.start);
    const outer = open.at(-1);
    // A span that crosses the border of another one cannot be written in Markdown: the outer one wins.
    if (outer && span.end > outer.end) continue;
    if (outer?.kind === "code" || (outer?.kind === "link" && span.kind === "link") || outer?.kind === span.kind) continue;
    out += escaped(text.slice(at, span.start), lineBreak);
    at = Math.max(at, span.start);
    if (span.kind === "code") {
      out += codeSpan(text.slice(span.start, span.end));
      at = span.end;
      continue;
    }
    out += marksOf(span)?.[0] ?? "";
    if (span.kind !== "image") open.push(span);
  }
  closeUntil(text.length);
  return lineStart(out + escaped(text.slice(at), lineBreak));
}

function marksOf(span: Span): readonly [string, string] | null {
  switch (span.kind) {
    case "strong":
      return ["**", "**"];
    case "emphasis":
      return ["*", "*"];
    case "strike":
      return ["~~", "~~"];
    case "code":
      return ["", ""];
    case "link": {
      const url = span.href === undefined ? null : safeUrl(span.href);
      return url === null ? null : ["[", `](${target(url)})`];
    }
    case "mention":
      return span.href === undefined || safeUrl(span.href) === null || span.href.startsWith("null/")
        ? null
        : ["[", `](${target(span.href)})`];
    case "image": {
      const url = span.href === undefined ? null : safeUrl(span.href);
      return url === null ? null : [`![${escaped(span.value ?? "", " ")}](${target(url)})`, ""];
    }
    default:
      return null;
  }
}

/** A link target in angle-free form: characters that would end it are percent-encoded. */
function target(url: string): string {
  return url.replace(/[\s()<>\\"`|]/g, (letter) => encodeURIComponent(letter).replace(/[()]/g, (p) => (p === "(" ? "%28" : "%29")));
}

function codeSpan(text: string): string {
  const folded = text.replace(/\n/g, " ");
  const longest = (folded.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  const pad = folded.startsWith("`") || folded.endsWith("`") ? " " : "";
  return `${fence}${pad}${folded.replaceAll("|", "\\|")}${pad}${fence}`;
}

const special = /[\\`*_[\]<>|~&]/g;

function escaped(text: string, lineBreak: string): string {
  const plain = text.replace(special, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : `\\${letter}`));
  return plain.includes("\n") ? plain.replace(/\n/g, lineBreak) : plain;
}

/** Escapes what would start a list, a heading, a rule or a fence at the beginning of a line. */
function lineStart(text: string): string {
  return text.replace(/^(\s{0,3})([#+=-]|\d{1,9}[.)])(?=\s|$|[=-])/gm, (_, blanks: string, mark: string) =>
    /^\d/.test(mark) ? `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${blanks}\\${mark}`,
  );
}
