import { documentFromBody } from "../pages/from-body.ts";
import type { RawVideo } from "../pages/raw-video.ts";
import { dayOf } from "../records/edtf.ts";
import { datesIn, type FoundDate } from "./dates.ts";
import type { RuleFailure } from "./facts.ts";
import { defaultLexicon } from "./lexicon/index.ts";
import type { PersonName } from "./people.ts";
import { RuleRuns } from "./rule-runs.ts";
import { speakersInLine } from "./speakers.ts";
import { readTalk } from "./talks.ts";
import { type PageView, quoteOf, type ViewedPage, viewOf } from "./view.ts";

/** A day of a recording, the rule that found it, and the words where there are any. */
export interface VideoDate {
  readonly value: string;
  readonly basis: VideoDateBasis;
  readonly quote: string | null;
}

export type VideoDateBasis = "title" | "live start" | "recording date" | "scheduled start" | "published";

/** What a video says of itself. */
export interface VideoFacts {
  readonly date: VideoDate | null;
  readonly presenters: readonly PersonName[];
  readonly failures: readonly RuleFailure[];
}

/** Longer descriptions are transcripts or lists of links. */
const longestDescription = 20_000;

/** Pass 1 of a video. A rule that throws is counted by name and reads nothing. */
export function readVideo(video: RawVideo): VideoFacts {
  const runs = new RuleRuns();
  const date = runs.run("date of a video", null, () => dateOfVideo(video));
  const presenters = runs.run("presenters of a video", [], () => presentersOf(video));
  return { date, presenters, failures: runs.failures };
}

/** Strongest first. A title says when people met, a stream began when they did, an upload comes days later. */
function dateOfVideo(video: RawVideo): VideoDate | null {
  const title = video.title ?? "";
  const began = dayIn(video.liveStartAt);
  const told = dateInTitle(title, began, dayIn(video.scheduledStartAt) ?? dayIn(video.publishedAt));
  if (told !== null) return { value: told, basis: "title", quote: quoteOf(title) };
  const rest: readonly (readonly [VideoDateBasis, string | null])[] = [
    ["live start", began],
    ["recording date", dayIn(video.recordedAt)],
    ["scheduled start", dayIn(video.scheduledStartAt)],
    ["published", dayIn(video.publishedAt)],
  ];
  for (const [basis, value] of rest) if (value !== null) return { value, basis, quote: null };
  return null;
}

/** A day; else a month, unless the stream began in it: then its day says more. */
function dateInTitle(title: string, began: string | null, shown: string | null): string | null {
  const found = datesIn(title, defaultLexicon);
  const month = found.find(({ edtf }) => /^\d{4}-(?:0\d|1[0-2])$/.test(edtf))?.edtf ?? null;
  return likeliestDay(title, found, began ?? shown) ?? (month !== null && began?.startsWith(month) ? null : month);
}

/** Of several days in a title one that was over when the video was shown; `03/04/2024` may be either of two. */
function likeliestDay(title: string, found: readonly FoundDate[], shown: string | null): string | null {
  const days = found.filter(({ edtf }) => edtf.length === 10);
  const latest = shown === null ? null : new Date(Date.parse(shown) + 24 * 3600_000).toISOString().slice(0, 10);
  const isPast = (day: string | null): day is string => day !== null && (latest === null || day <= latest);
  const readings = days.flatMap((date) => [date.edtf, otherReading(title.slice(date.start, date.end))]);
  return readings.find(isPast) ?? days[0]?.edtf ?? null;
}

/** The day before the month, where the numbers allow both. */
function otherReading(text: string): string | null {
  const [, first, second, year] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  return first === undefined ? null : dayOf(Number(year), Number(second), Number(first));
}

function dayIn(instant: string | null): string | null {
  return instant === null ? null : instant.slice(0, 10);
}

function presentersOf(video: RawVideo): readonly PersonName[] {
  if (video.title === null) return [];
  const view = viewOfVideo(video, video.title);
  const inTitle = speakersInLine(video.title, view);
  return inTitle.length > 0 ? inTitle : (readTalk(view, "resource")?.presenters ?? []);
}

/** A video as a page: its title, and its description line by line. So the rules of announcements read it. */
function viewOfVideo(video: RawVideo, title: string): PageView {
  const text = video.description.length > longestDescription ? "" : video.description;
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${paragraph.split("\n").map(escaped).join("<br/>")}</p>`);
  const page: ViewedPage = {
    title,
    spaceName: null,
    isHome: false,
    parents: [],
    createdOn: null,
    modifiedOn: null,
    attachments: [],
  };
  return viewOf(page, documentFromBody(paragraphs.join(""), "view.html"));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
