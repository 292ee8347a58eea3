/** One line of the outcome: what was measured, against what, and how much more it may be. */
export interface Result {
  readonly name: string;
  readonly unit: "ms" | "MB" | "requests";
  readonly value: number;
  readonly baseline: number;
  readonly baselineName: string;
  readonly limit: number;
  /** All single measurements, in their order. */
  readonly values: readonly number[];
  readonly baselines: readonly number[];
}

export interface Judged extends Result {
  readonly ratio: number;
  readonly ok: boolean;
}

export function judge(result: Result): Judged {
  const ratio = result.value / result.baseline;
  return { ...result, ratio, ok: ratio <= result.limit };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[(sorted.length >> 1) - 1] ?? Number.NaN) + upper) / 2;
}

export function tableOf(results: readonly Judged[]): string {
  const head = ["", "measured", "against", "", "ratio", "limit", ""];
  const rows = results.map((result) => [
    result.name,
    amount(result.value, result.unit),
    amount(result.baseline, result.unit),
    result.baselineName,
    result.ratio.toFixed(2),
    result.limit.toFixed(1),
    result.ok ? "ok" : "over",
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const isText = (column: number): boolean => column === 0 || column === 3 || column === 6;
  return [head, ...rows]
    .map((row) => row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))))
    .map((row) => `${row.join("  ").trimEnd()}\n`)
    .join("");
}

function amount(value: number, unit: Result["unit"]): string {
  return unit === "requests" ? String(value) : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}
