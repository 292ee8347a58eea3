/** Text of a wiki or a video for a terminal: on one line, and without what moves its cursor or rings its bell. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, (found) => (/\s/.test(found) ? " " : "")).trim();
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
