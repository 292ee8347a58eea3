/** Whether HTML or XML came to its end: a page closes what it opened first, a piece of one ends in a tag. */
export function isWholeHtml(text: string): boolean {
  const root = /<(html|feed|rss)[\s>]/i.exec(text.slice(0, 4_000))?.[1];
  return root === undefined ? /^$|>$/.test(text.trim()) : text.toLowerCase().includes(`</${root.toLowerCase()}>`);
}
