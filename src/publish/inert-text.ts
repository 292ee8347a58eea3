// Words of wikis in Markdown that GitHub shows. Whoever edits a page decides what it says; here it must do nothing: no mark-up, no HTML, no mention that
// writes to somebody, no reference that leaves a trace at another issue.

/** Stands between what only together means something (`@` and a name); nobody sees it. */
const gap = "\u200b";

const longestText = 600;

/** Controls, and what turns the direction of the text around: all of it becomes one line that reads as it is written. */
const unseen = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** One line of plain text, cut where it is very long. */
export function onOneLine(text: string, longest = longestText): string {
  const line = text.toWellFormed().replace(unseen, " ").replace(/\s+/g, " ").trim();
  return line.length <= longest
    ? line
    : `${line
        .slice(0, longest - 1)
        .toWellFormed()
        .replace(/\ufffd$/, "")
        .trimEnd()}…`;
}

/**
 * The text as Markdown that shows it and does nothing else, on one line: it may stand in a paragraph, a list, a table cell or the words of a link.
 * Mentions and references are found in the text that is shown, so that no escape helps against them: what they are made of is set apart.
 * Source: GitHub Flavored Markdown, 6.9 (autolinks); docs.github.com, "Autolinked references and URLs".
 */
export function inert(text: string, longest = longestText): string {
  const apart = onOneLine(text, longest)
    .replace(/[@#]/g, (mark) => `${mark}${gap}`)
    .replace(/\bgh-(?=\d)/gi, (mark) => `${mark}${gap}`)
    .replace(/:(?=\/\/)/g, `:${gap}`)
    .replace(/\bwww(?=\.)/gi, (mark) => `${mark}${gap}`);
  const escaped = apart.replace(/[&<>"$\u200b]|[\\`*_[\]|~]/g, (mark) => entities[mark] ?? `\\${mark}`);
  // What only begins a line may begin a list item, and would make a list in it.
  return escaped.replace(/^([-+=]|\d{1,9}(?=[.)]))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** `$` begins mathematics before escapes are read. */
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  $: "&#36;",
  [gap]: "&#8203;",
};

/**
 * A link, where the address is one of the web; else the words alone. Addresses at GitHub are not linked: an issue that names another one is told there.
 */
export function inertLink(words: string, url: string | null): string {
  const shown = inert(words);
  if (url === null || !URL.canParse(url)) return shown;
  const { protocol, hostname, href, username, password } = new URL(url);
  const isWeb = (protocol === "https:" || protocol === "http:") && username === "" && password === "";
  if (!isWeb || /(?:^|\.)github\.com$/i.test(hostname)) return shown;
  return `[${shown}](<${href.replace(/[<>()[\]\\|`'"*_~@\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>)`;
}
