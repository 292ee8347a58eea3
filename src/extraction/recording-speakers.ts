import type { RichText, Span } from "../pages/document.ts";
import { withoutTail } from "../pages/trim.ts";
import { groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { looksLikeCompany, namesInLine, type PersonName } from "./people.ts";
import { classifyRecording } from "./recording-urls.ts";
import { sentencesOf } from "./sentences.ts";
import { speakersAtStart, speakersInSentence } from "./speakers.ts";
import type { PageView } from "./view.ts";

/**
 * Whom the line of a recording says to speak. Where a line holds several recordings, only what begins right behind each is about it;
 * a line that is nothing but the link is explained by its introduction, the paragraph before.
 */
export function speakersAround(
  link: Span,
  links: readonly Span[],
  rich: RichText,
  introduction: RichText | null,
  view: PageView,
): readonly PersonName[] {
  if (rich.text.length > 20_000) return [];
  const start = rich.text.lastIndexOf("\n", Math.max(link.start - 1, 0)) + 1;
  const lineEnd = rich.text.indexOf("\n", link.end);
  const end = lineEnd < 0 ? rich.text.length : lineEnd;
  const others = links.filter(
    (other) => other !== link && other.start >= start && other.end <= end && classifyRecording(other.href ?? "", true) !== null,
  );
  const behind = others.length === 0 ? peopleBehindLink(rich.text.slice(link.end, end), view) : [];
  if (behind.length > 0) return behind;
  const titled = speakersInTitle(rich.text.slice(link.start, link.end), view);
  if (titled.length > 0) return titled;
  if (others.length === 0 && end - start < 400) {
    const isBare = end - start - (link.end - link.start) < 4 && saysNothing(rich.text.slice(link.start, link.end), view);
    return isBare ? speakersInText(introduction?.text ?? "", view) : speakersInText(rich.text.slice(start, end), view);
  }
  const next = others.find((other) => other.start >= link.end)?.start ?? end;
  return speakersAtStart(rich.text.slice(link.end, Math.min(next, link.end + 200)), view);
}

/** "[Reading tide gauges](…), Ann Lee, Bo Chen": nothing but people in full behind a comma or a dash, to the end of the line. */
function peopleBehindLink(text: string, view: PageView): PersonName[] {
  return onlyPeople(/^(?:,| [–—-]) (\p{Lu}[^:;()]{4,80}?)\s*$/u.exec(text)?.[1] ?? "", view);
}

/** "Reading tide gauges | Ann Lee", "Ann Lee, who keeps the gauges, talks about tides". */
function speakersInTitle(text: string, view: PageView): PersonName[] {
  const last = onlyPeople(/\S \| (\p{Lu}[^|:;()]{4,80}?)\s*$/u.exec(text)?.[1] ?? "", view);
  return last.length > 0 ? last : speakersInSentence(text, view);
}

/** Whom the first sentence that names a speaker names. */
function speakersInText(text: string, view: PageView): PersonName[] {
  if (text.length > 1_000) return [];
  for (const sentence of sentencesOf(text)) {
    const found = speakersInSentence(sentence.text, view);
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a text links a recording. */
export function hasRecording(rich: RichText): boolean {
  return rich.spans.some((span) => span.kind === "link" && span.href !== undefined && classifyRecording(span.href, true) !== null);
}

const divided = perLexicon(({ people }) => new RegExp(`, | & | (?:${people.and.source}) `));

/** The people of a list that names nobody and nothing else. */
function onlyPeople(said: string, view: PageView): PersonName[] {
  const parts = said.split(divided(view.words));
  const isName = (part: string): boolean =>
    /^\p{Lu}[\p{L}.'’-]+(?: (?:van |von |de |der )?\p{Lu}[\p{L}.'’-]*){1,2}$/u.test(part) &&
    !looksLikeCompany(part, view.words) &&
    !view.words.titles.gathering.test(part) &&
    !view.words.leaders.notPeople.test(part) &&
    groupKindOf(part, view.words) === null;
  return said !== "" && parts.every(isName) ? parts.flatMap((name) => namesInLine({ text: name, spans: [] }, "item", view.words)) : [];
}

/** An address, or one word too long to be any. */
const addressOnly = /^(?:(?:https?:\/\/|www\.|youtu).*|\S{31,})$/i;

/** Whether the text of a link names nothing: an address, "here", "Recording". */
export function saysNothing(text: string, view: PageView): boolean {
  const bare = withoutTail(text, /[.:!]/);
  return addressOnly.test(bare) || view.words.recordings.generic.test(bare);
}
