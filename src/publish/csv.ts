type Cell = string | number | null;

/**
 * Rows as CSV, with a header. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 * Sources: RFC 4180; OWASP, "CSV Injection".
 */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows]
    .map((cells) => cells.map(cellText).join(","))
    .join("\r\n")
    .concat("\r\n");
}

function cellText(cell: Cell): string {
  const text = cell === null ? "" : String(cell).toWellFormed();
  const safe = typeof cell === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
