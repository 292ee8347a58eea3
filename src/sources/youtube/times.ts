/** An instant in UTC without fractions, `2024-05-01T15:00:00Z`; null for none or what is none. */
export function instantOf(text: string | null | undefined): string | null {
  const at = text ? Date.parse(text) : Number.NaN;
  const instant = Number.isNaN(at) ? "" : new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
  // Beyond the year 9999 and before 0 instants have a sign.
  return /^\d{4}-/.test(instant) ? instant : null;
}

const duration = /^P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,5})(?:\.\d{1,6})?S)?)?$/;

/** Seconds of an ISO 8601 duration, `PT1H2M3S`. Null for `P0D`, which streams have that run or are to come, and for what is no duration. */
export function secondsOf(text: string | null | undefined): number | null {
  const parts = duration.exec(text ?? "");
  if (parts === null) return null;
  const [, weeks = "0", days = "0", hours = "0", minutes = "0", seconds = "0"] = parts;
  const total = (((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  return total === 0 ? null : total;
}
