// Dates as Confluence prints them in exports: in the locale of the server, without a zone, mostly without a time.

const localeTags = [
  "en",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "pl",
  "cs",
  "sk",
  "ru",
  "uk",
  "sv",
  "da",
  "nb",
  "fi",
  "hu",
  "ro",
  "tr",
  "et",
  "ja",
  "ko",
  "zh",
  "ca",
  "el",
  "bg",
  "sl",
];

let names: ReadonlyMap<string, number> | null = null;

/** Month names and abbreviations of the languages that Confluence speaks → 1–12. A spelling that means two months is left out. */
function monthNames(): ReadonlyMap<string, number> {
  if (names) return names;
  const found = new Map<string, number>();
  for (const tag of localeTags) {
    for (const month of ["short", "long"] as const) {
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(tag, { month, ...(day ? { day } : {}), timeZone: "UTC" });
        for (let index = 0; index < 12; index += 1) {
          const part = format.formatToParts(Date.UTC(2022, index, 1)).find((piece) => piece.type === "month");
          const name = foldMonth(part?.value ?? "");
          if (name === "" || /^\d+$/.test(name)) continue;
          const known = found.get(name);
          found.set(name, known === undefined || known === index + 1 ? index + 1 : 0);
        }
      }
    }
  }
  // Spellings of older Java releases, which made most exports.
  for (const [name, month] of oldSpellings) if (!found.has(name)) found.set(name, month);
  names = found;
  return found;
}

const oldSpellings: readonly (readonly [string, number])[] = [
  ["sept", 9],
  ["mai", 5],
  ["mrz", 3],
  ["mär", 3],
  ["okt", 10],
  ["dez", 12],
  ["avr", 4],
  ["févr", 2],
  ["aoû", 8],
  ["déc", 12],
  ["juil", 7],
  ["juin", 6],
];

function foldMonth(text: string): string {
  return text.normalize("NFC").toLocaleLowerCase("en").replace(/[.\s]/g, "");
}

const cjkMonths = "一二三四五六七八九十";

function monthOf(text: string): number | null {
  const cjk = /^(?:(\d{1,2})|([一二三四五六七八九十]{1,2}))\s*[月월]$/.exec(text);
  if (cjk) {
    if (cjk[1] !== undefined) return Number(cjk[1]);
    const digits = cjk[2] ?? "";
    return digits.length === 2 ? 10 + cjkMonths.indexOf(digits[1] ?? "") + 1 : cjkMonths.indexOf(digits) + 1;
  }
  const month = monthNames().get(foldMonth(text));
  return month === undefined || month === 0 ? null : month;
}

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day that an export prints, as `2024-11-26`, or null where the text is no date or could be two days
 * (`03/04/2024`: the locale of the exporting server is not in the export).
 */
export function parseExportDay(text: string): string | null {
  const clean = text
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .replace(/^\p{L}{2,12}\.?, (?=.*\d{4})/u, "")
    .replace(/(\d)(?:st|nd|rd|th)\b/, "$1");
  const usual = /^([A-Za-z]{3}) (\d{1,2}), (\d{4})\b/.exec(clean);
  if (usual) {
    const month = english.indexOf((usual[1] ?? "").toLowerCase()) + 1;
    if (month > 0) return dayOf(Number(usual[3]), month, Number(usual[2]));
  }
  const iso = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})/.exec(clean);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([./-]) ?(\d{1,2})[./-] ?(\d{4})(?!\d)/.exec(clean);
  if (numeric) return numericDay(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]), numeric[2] ?? "");
  const monthFirst = /^([^\d\s,]{1,12}|\d{1,2} ?[月월])\.? (\d{1,2})\.?,? (\d{4})/.exec(clean);
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3]);
  const dayFirst = /^(\d{1,2})\.? (?:de )?([^\d\s,]{1,12})\.?,? (?:de )?(\d{4})/.exec(clean);
  if (dayFirst) return named(dayFirst[2], dayFirst[1], dayFirst[3]);
  const yearFirst = /^(\d{4})[.,]? ([^\d\s,]{1,12}|\d{1,2} ?[月월])\.? (\d{1,2})/.exec(clean);
  if (yearFirst) return named(yearFirst[2], yearFirst[3], yearFirst[1]);
  return null;
}

function named(month: string | undefined, day: string | undefined, year: string | undefined): string | null {
  const number = monthOf(month ?? "");
  return number === null ? null : dayOf(Number(year), number, Number(day));
}

/** Dots and dashes stand in day-first locales; with slashes only a number over 12 tells. */
function numericDay(first: number, second: number, year: number, separator: string): string | null {
  if (separator !== "/" || first > 12) return dayOf(year, second, first);
  if (second > 12) return dayOf(year, first, second);
  return first === second ? dayOf(year, first, second) : null;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1990 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
