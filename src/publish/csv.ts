import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV, with a header. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 * Sources: RFC 4180; OWASP, "CSV Injection".
 */
export function csv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const text = rows.map((cells) => cells.map((cell) => (typeof cell === "string" ? cell.toWellFormed() : cell)));
  // A bare line feed would do for the standard, and not for spreadsheets.
  return stringify(text, { header: true, columns: [...head], record_delimiter: "windows", escape_formulas: true, quoted_match: /[\r\n]/ });
}
