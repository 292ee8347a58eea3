import type { Cost } from "../records/index.ts";
import { defaultLexicon } from "./lexicon/index.ts";

const currencies: readonly (readonly [RegExp, string])[] = [
  [/US\$|USD|\$/i, "USD"],
  [/€|EUR/i, "EUR"],
  [/£|GBP/i, "GBP"],
  [/₹|INR|Rs\.?/i, "INR"],
  [/¥|JPY/i, "JPY"],
  [/CHF/i, "CHF"],
  [/CAD|C\$/i, "CAD"],
  [/AUD|A\$/i, "AUD"],
  [/CNY|RMB/i, "CNY"],
];

/**
 * A cost as text, with the amount where the text names exactly one: `$149`, `EUR 39 per month`, `Free` (0). Ranges and "varies" have no amount;
 * what a parenthesis adds (discounts) does not count.
 */
export function parseCost(raw: string): Cost | null {
  const text = raw.replace(/\s+/g, " ").trim();
  const { unknown, perMonth, perYear, free, varies } = defaultLexicon.costs;
  if (text === "" || /^[-–?]$/.test(text) || unknown.test(text)) return null;
  const main = text.replace(/\([^()]{0,200}\)/g, " ");
  const per = perMonth.test(text) ? "month" : perYear.test(text) ? "year" : null;
  if (free.test(main.trim())) return { text, amount: 0, currency: null, per };
  const special = [
    ...main.matchAll(
      /(CA\$|C\$|A\$|CAD|AUD|US\$|USD|EUR|GBP|INR|JPY|CHF|CNY|RMB|Rs\.?|[$€£₹¥])\s?(\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)|(?<!\d)(\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)\s?(USD|EUR|GBP|INR|JPY|CHF|CAD|AUD|CNY|RMB|[€£₹])/gi,
    ),
  ];
  const only = special.length === 1 ? special[0] : undefined;
  if (!only || varies.test(main)) return { text, amount: null, currency: null, per };
  const symbol = only[1] ?? only[4] ?? "";
  const currency =
    currencies.find(([pattern, code]) => (code === "CAD" || code === "AUD") && pattern.test(symbol))?.[1] ??
    currencies.find(([pattern]) => pattern.test(symbol))?.[1] ??
    null;
  return { text, amount: numberOf(only[2] ?? only[3] ?? ""), currency, per };
}

/** Both "1,150.50" and "1.150,50": the last separator divides cents where one or two digits follow it. */
function numberOf(text: string): number | null {
  const cents = /[.,](\d{1,2})$/.exec(text);
  const whole = (cents ? text.slice(0, cents.index) : text).replace(/[.,' ]/g, "");
  const value = Number(cents ? `${whole}.${cents[1]}` : whole);
  return Number.isFinite(value) ? value : null;
}
