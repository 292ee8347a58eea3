// HTML that shows the words of a wiki and lets none of them act.

/** Text between tags, or in an attribute in double quotes. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\u0020-\u{10ffff}]/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A link to somewhere on the web; what leads elsewhere is shown as text. */
export function linked(url: string | null, words: string): string {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url)
    ? `<a href="${escaped(url)}" rel="nofollow noopener">${escaped(words)}</a>`
    : escaped(words);
}

export function row(cells: readonly string[], tag: "td" | "th" = "td"): string {
  return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
}

/** Cells are HTML already. Nothing where there are no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `<div class="wide"><table><thead>${row(head.map(escaped), "th")}</thead><tbody>\n${rows.map((cells) => row(cells)).join("\n")}\n</tbody></table></div>\n`;
}

export function section(title: string, content: string): string {
  return content === "" ? "" : `<section><h2>${escaped(title)}</h2>\n${content}</section>\n`;
}

const style = `:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent);--soft:color-mix(in srgb,currentColor 65%,transparent)}
*{box-sizing:border-box}body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.7rem;margin:.2rem 0 .4rem}h2{font-size:1.2rem;margin:2rem 0 .6rem}nav,footer,.soft{color:var(--soft);font-size:.9rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}
th{font-weight:600}th,.date{white-space:nowrap}ol.log{list-style:none;padding:0}ol.log li{padding:.6rem 0;border-bottom:1px solid var(--line)}
blockquote{margin:.3rem 0 0;padding-left:.8rem;border-left:3px solid var(--line);color:var(--soft)}footer{margin-top:3rem}`;

export interface PageText {
  readonly title: string;
  /** Of the archive. */
  readonly site: string;
  /** Where the first page is, seen from this one. */
  readonly root: string;
  readonly content: string;
  readonly footer: string;
}

/** A whole page. It runs nothing, and loads nothing from anywhere. */
export function page({ title, site, root, content, footer }: PageText): string {
  const name = title === site ? escaped(site) : `${escaped(title)} · ${escaped(site)}`;
  const up = title === site ? "" : `<nav><a href="${root}index.html">${escaped(site)}</a></nav>\n`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${name}</title>
<link rel="alternate" type="application/feed+json" title="Changes" href="${root}feeds/changes.json">
<link rel="alternate" type="application/atom+xml" title="Changes" href="${root}feeds/changes.atom">
<style>${style}</style>
</head>
<body>
${up}<h1>${escaped(title)}</h1>
${content}<footer>${footer}</footer>
</body>
</html>
`;
}
