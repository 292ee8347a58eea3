import { type Block, linesOf, type RichText, slice } from "../pages/document.ts";
import type { PageKind } from "../records/index.ts";
import { firstDay } from "./dates.ts";
import type { TalkFacts } from "./facts.ts";
import { perLexicon } from "./lexicon/index.ts";
import { dateLabel, dayUnder } from "./page-kind.ts";
import { looksLikeCompany, namesInLine, type PersonName, unique } from "./people.ts";
import { classifyRecording } from "./recording-urls.ts";
import { sentencesOf } from "./sentences.ts";
import { speakersInSentence } from "./speakers.ts";
import { foldLabel, type PageView } from "./view.ts";

/** The talk that a page announces: who speaks and when. Null where nobody is named. */
export function readTalk(view: PageView, kind: PageKind): TalkFacts | null {
  const labelled = readPresenters(view);
  const isLabelled = view.labels.some((label) => view.words.labels.presenters.test(label.folded));
  const isAnnouncement = labelled.length === 0 && !isLabelled && (kind === "other" || kind === "resource");
  const presenters = isAnnouncement ? presentersInProse(view) : labelled;
  const label = dateLabel(view);
  const date = (label ? dayUnder(label, view) : null) ?? firstDay(view.page.title, view.words)?.edtf ?? null;
  return presenters.length === 0 && date === null ? null : { date, presenters, recordings: labelledRecordings(view) };
}

/** An announcement in words: "In this workshop, Ann Lee will show …". The first that names somebody counts. */
function presentersInProse(view: PageView): PersonName[] {
  for (const block of view.document.blocks.slice(0, 40)) {
    if ((block.type !== "paragraph" && block.type !== "item") || block.text.length > 2_000) continue;
    for (const sentence of sentencesOf(block.text)) {
      const found = speakersInSentence(sentence.text, view);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** The people below or behind a label such as "Presenters", full names only. */
export function readPresenters(view: PageView): PersonName[] {
  const found: PersonName[] = [];
  for (const label of view.labels) {
    const { presenters, whoSpeaks, whatIsTold } = view.words.labels;
    const isOfTalk = whoSpeaks.test(label.folded) && view.labels.some((other) => whatIsTold.test(other.folded));
    if (!presenters.test(label.folded) && !isOfTalk) continue;
    const blocks = label.blocks.slice(0, 6);
    const items = blocks.filter((block) => block.type === "item" && block.indent <= 1);
    const lines = label.inline.length > 0 ? label.inline : items.length > 0 ? items : paragraphsOfPeople(blocks, view);
    for (const line of lines) found.push(...namesOfPresenters(line, view));
  }
  return unique(
    found.filter((person) => person.name.split(" ").length >= 2 && (person.account !== null || !looksLikeCompany(person.name, view.words))),
  );
}

function namesOfPresenters(line: RichText, view: PageView): PersonName[] {
  const linked = linkedNames(line, view);
  if (linked.length > 1 && line.text.length < 600) return linked;
  if (line.text.length >= 200) return [];
  return dividedBy(line, ";").flatMap((piece) => {
    // "Ann Lee @ Dune School": the sign says where they work.
    const at = piece.text.indexOf(" @ ");
    return namesInLine(at < 0 ? piece : slice(piece, 0, at), "item", view.words);
  });
}

/** "[Ann Lee](…), reader, and [Bo Chen](…), keeper at Acme": who is linked by the whole name is named, whatever stands between. */
function linkedNames(line: RichText, view: PageView): PersonName[] {
  const links = line.spans.filter((span) => span.kind === "link").map((span) => line.text.slice(span.start, span.end).trim());
  return links.flatMap((text) =>
    text.length < 40 && text.includes(" ")
      ? namesInLine({ text, spans: [] }, "item", view.words).filter((person) => person.name === text)
      : [],
  );
}

/** The paragraph below a label, and those behind it as long as each names one person in full and little else. */
function paragraphsOfPeople(blocks: readonly Block[], view: PageView): readonly RichText[] {
  const end = blocks.findIndex(
    (block, index) =>
      block.type !== "paragraph" || (index > 0 && (block.text.length > 100 || !/^\p{Lu}\S+ \p{Lu}[^:]*(?: @ |, )/u.test(block.text))),
  );
  return (end < 0 ? blocks : blocks.slice(0, end)).filter((block, index) => index === 0 || namesOfPresenters(block, view).length === 1);
}

const beforeDash = perLexicon((words) => new RegExp(`(?:${words.recordings.beginsLine.source})[^-–—:.]{0,30}[-–—]`, "i"));

/** "Ann Lee, Acme; Bo Chen, Dune School": a semicolon divides people, a comma says where they work. */
function dividedBy(line: RichText, sign: string): RichText[] {
  const pieces: RichText[] = [];
  let start = 0;
  for (let end = line.text.indexOf(sign); end >= 0; end = line.text.indexOf(sign, start)) {
    pieces.push(slice(line, start, end));
    start = end + 1;
  }
  return [...pieces, slice(line, start, line.text.length)];
}

/** Keys of the recordings that stand under a recording label, or in it. */
export function labelledRecordings(view: PageView): string[] {
  const keys = new Set<string>();
  for (const label of view.labels) {
    const own = view.document.blocks[label.index];
    // "Recording: 2023-04-11 call.mp4" as a heading: what stands before the colon is the label. One that names another event is not ours.
    const words = foldLabel(label.label.split(/[:：]/)[0] ?? "");
    if (!view.words.labels.recording.test(words) || words.length > 60 || view.words.recordings.ofAnother.test(words)) continue;
    const end = label.isHeading || label.standsAlone ? label.blocks.findIndex((block) => block.type === "heading") : 0;
    const blocks = [...(own ? [own] : []), ...(end < 0 ? label.blocks : label.blocks.slice(0, end))].slice(0, 8);
    for (const key of [...label.inline, ...blocks].flatMap(keysIn)) keys.add(key);
  }
  // "Recording of the call - https://…": a dash for a colon.
  for (const block of view.document.blocks) {
    if (block.type !== "paragraph" && block.type !== "item") continue;
    for (const line of linesOf(block)) if (beforeDash(view.words).test(line.text)) for (const key of keysIn(line)) keys.add(key);
  }
  return [...keys];
}

function keysIn(rich: RichText): string[] {
  return rich.spans.flatMap((span) => {
    const recording = span.kind === "link" && span.href !== undefined ? classifyRecording(span.href, true) : null;
    return recording ? [recording.key] : [];
  });
}
