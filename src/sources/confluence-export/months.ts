// Names of months in the languages that wiki servers speak, as ICU knows them and as the Java releases that made most exports printed them.

/** What a spelling means in one language. */
export interface MonthReading {
  readonly month: number;
  /** `pl`, `sr`: the language without script and region. */
  readonly language: string;
  /** Whether the language puts a dot behind the day: `17. listopada` is Croatian, `17 listopada` is Polish. */
  readonly dotsDays: boolean;
}

const localeTags = (
  "en de fr es pt it nl pl cs sk ru uk be sv da nb is fi et lv lt hu ro tr el bg sl hr sr sr-Latn mk sq ca " +
  "ar ar-SY ar-MA ar-DZ he fa th hi vi id ms ka ja ko zh"
).split(" ");

/** With and without a day: many languages decline the name. */
const styles: readonly Intl.DateTimeFormatOptions[] = [
  { month: "short" },
  { month: "short", day: "numeric" },
  { month: "long" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric", year: "numeric" },
  { dateStyle: "medium" },
  { dateStyle: "long" },
];

/**
 * Abbreviations of the locale data that Java had before it took that of Unicode (JEP 252, Java 9), from January on; only where they are neither
 * those of ICU nor the beginning of one name only. `-` stands where they are.
 */
const javaAbbreviations: Readonly<Record<string, string>> = {
  de: "- - mrz",
  cs: "- - - - - čer čvc",
  el: "- - - - μαϊ",
  lt: "- - - - - - - rgp rgs - - grd",
  ca: "- - - - - - - ag",
  sq: "- shk - pri - qer kor gsh sht tet nën dhj",
  ar: "ينا فبر مار أبر ماي يون يول أغس سبت أكت نوف ديس",
  hi: "- - - - - - - - सितम्बर अक्तूबर नवम्बर दिसम्बर",
};

/** Java printed Czech months as Roman numerals where they stood without a day. */
const romanMonths = "i ii iii iv v vi vii viii ix x xi xii".split(" ");

const shortestBeginning = 3;

type Spellings = Map<string, Map<string, number>>;

interface KnownMonths {
  readonly whole: Spellings;
  readonly beginnings: Spellings;
  /** Languages that put a dot behind the day. */
  readonly dotting: ReadonlySet<string>;
}

let knownMonths: KnownMonths | null = null;

/**
 * Every month that a spelling means, one a language at most: `lis` is October in Croatian, November in Polish and Czech. A beginning of a name
 * counts where nobody spells a month just so and its language has no other month that begins like it.
 */
export function monthReadings(text: string): MonthReading[] {
  knownMonths ??= allMonths();
  const { whole, beginnings, dotting } = knownMonths;
  const name = foldMonth(text);
  // Hebrew puts its "in" before the name without a blank.
  const forms = name.startsWith("ב") ? [name, name.slice(1)] : [name];
  for (const known of [whole, beginnings]) {
    for (const form of forms) {
      const found = [...(known.get(form) ?? [])].filter(([, month]) => month > 0);
      if (found.length > 0) return found.map(([language, month]) => ({ language, month, dotsDays: dotting.has(language) }));
    }
  }
  return [];
}

function allMonths(): KnownMonths {
  const whole: Spellings = new Map();
  const beginnings: Spellings = new Map();
  const dotting = new Set<string>();
  for (const tag of localeTags) {
    const language = tag.split("-")[0] ?? tag;
    for (const style of styles) {
      const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, { ...style, timeZone: "UTC" });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2022, month - 1, 17));
        const name = foldMonth(parts.find((piece) => piece.type === "month")?.value ?? "");
        if (name === "" || /\d/.test(name)) continue;
        noteWithBeginnings(whole, beginnings, name, { language, month });
        if (parts[parts.findIndex((piece) => piece.type === "day") + 1]?.value.startsWith(". ")) dotting.add(language);
      }
    }
  }
  for (const [language, names] of Object.entries(javaAbbreviations))
    for (const [index, name] of names.split(" ").entries()) if (name !== "-") note(whole, foldMonth(name), language, index + 1);
  for (const [index, name] of romanMonths.entries()) note(whole, name, "cs", index + 1);
  return { whole, beginnings, dotting };
}

function noteWithBeginnings(whole: Spellings, beginnings: Spellings, name: string, of: { language: string; month: number }): void {
  note(whole, name, of.language, of.month);
  const letters = [...name];
  for (let length = shortestBeginning; length < letters.length; length += 1)
    note(beginnings, letters.slice(0, length).join(""), of.language, of.month);
}

/** A spelling that means two months within a language means none there. */
function note(into: Spellings, name: string, language: string, month: number): void {
  const languages = into.get(name) ?? new Map<string, number>();
  into.set(name, languages);
  const known = languages.get(language);
  languages.set(language, known === undefined || known === month ? month : 0);
}

/** Dots, the signs that shorten words in Hebrew and Hindi, marks of direction, and what Catalan puts before a name. */
function foldMonth(text: string): string {
  return text
    .normalize("NFC")
    .toLocaleLowerCase("en")
    .replace(/^(?:de |d[’'])/, "")
    .replace(/[.\s׳॰\p{Cf}]/gu, "");
}
