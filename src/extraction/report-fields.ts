import type { RichText } from "../pages/document.ts";
import { firstDay } from "./dates.ts";
import { withDayOrder } from "./day-order.ts";
import type { Finding } from "./facts.ts";
import { linesUnder } from "./people.ts";
import { type Period, periodIn, rangeOfDays } from "./periods.ts";
import { foldLabel, type Labelled, type PageView, quoteOf } from "./view.ts";

/** Fields of a report stand on its top. */
const top = 16;

/** "Reporting period: 6 July 2023 – 11 August 2023": the period that a field of the report names. */
export function periodField(view: PageView): Finding<Period> | null {
  for (const label of fieldsOnTop(view, view.words.labels.reportingPeriod)) {
    for (const line of linesOfField(label, view)) {
      const text = withDayOrder(line.text, saidInFields(view), view);
      const value = rangeOfDays(text, view.words) ?? periodIn(text, view.words);
      if (value) return { value, witness: { quote: quoteOf(line.text), heading: label.label, rule: "period field" } };
    }
  }
  return null;
}

/** The day that a line below a label of publication prints; three numbers in the order that the report's own fields show. */
export function publishedDay(line: RichText, view: PageView): string | null {
  return firstDay(withDayOrder(line.text, saidInFields(view), view), view.words)?.edtf ?? null;
}

/** A page that calls itself a report on top, and has at least two of the fields of one: who wrote it, for what time, and when. */
export function isReportForm(view: PageView): boolean {
  const { labels, titles } = view.words;
  const isCalled =
    titles.oneReport.test(view.page.title) ||
    view.labels.some((label) => label.index < top && label.standsAlone && labels.calledReport.test(label.folded));
  if (!isCalled) return false;
  const isSaid = (pattern: RegExp): boolean => fieldsOnTop(view, pattern).some((label) => linesOfField(label, view).length > 0);
  return (
    [
      isSaid(labels.submittedBy) || isSaid(labels.authors),
      periodField(view) !== null,
      fieldsOnTop(view, labels.published).some((label) => linesOfField(label, view).some((line) => publishedDay(line, view) !== null)),
    ].filter(Boolean).length >= 2
  );
}

function fieldsOnTop(view: PageView, pattern: RegExp): Labelled[] {
  return view.labels.filter((label) => label.index < top && label.folded.length < 40 && pattern.test(label.folded));
}

/** The value of a field. Of tables that lost their cells two bold lines or headings are left, of which the second is the value of the first. */
export function linesOfField(label: Labelled, view: PageView): RichText[] {
  const lines = linesUnder(label.inline, label.blocks.slice(0, 2));
  const next = view.document.blocks[label.index + 1];
  if (lines.length > 0 || !label.standsAlone || !next || next.text.length >= 200) return lines;
  return next.type === (label.isHeading ? "heading" : "paragraph") ? [next] : [];
}

/** What the fields of days print, each by itself. */
function saidInFields(view: PageView): string[] {
  const { reportingPeriod, published } = view.words.labels;
  return view.labels
    .filter((label) => label.index < top && (reportingPeriod.test(foldLabel(label.label)) || published.test(label.folded)))
    .flatMap((label) => linesOfField(label, view).map((line) => line.text));
}
