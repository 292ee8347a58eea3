import { daysBetween, laterDay } from "../records/days.ts";
import { intervalOf, isDay } from "../records/edtf.ts";
import type { MeetingRecord, PersonRef, ReportRecord, Term } from "../records/index.ts";
import { samePerson } from "./leadership.ts";

/** A leader who missed so many meetings, over so many days, may have stopped without a word. */
const missedMeetings = 6;
const missedDays = 120;

/** Each term with the last day on which the person appears in a meeting or report of the group, and with what speaks against a term that runs on. */
export function reviewed(terms: readonly Term[], meetings: readonly MeetingRecord[], reports: readonly ReportRecord[]): Term[] {
  const held = meetings.filter(
    ({ date, attendees, status }) => date !== null && isDay(date) && attendees.length > 1 && status !== "planned" && status !== "canceled",
  );
  return terms.map((term) => {
    const lastSeenOn = lastSeen(term.person, held, reports);
    return { ...term, lastSeenOn, review: term.end === null ? reviewOf({ ...term, lastSeenOn }, terms, held) : null };
  });
}

function lastSeen(person: PersonRef, meetings: readonly MeetingRecord[], reports: readonly ReportRecord[]): string | null {
  const isIn = (people: readonly PersonRef[]): boolean => people.some((other) => samePerson(other, person));
  const days = [
    ...meetings.filter(({ attendees, presenters }) => isIn(attendees) || isIn(presenters)).map(({ date }) => date),
    ...reports.filter(({ authors }) => isIn(authors)).map(({ publishedOn, period }) => publishedOn ?? period?.end ?? null),
  ];
  return days.reduce<string | null>((most, day) => (day !== null && (most === null || day > most) ? day : most), null);
}

function reviewOf(term: Term, terms: readonly Term[], held: readonly MeetingRecord[]): string | null {
  const began = term.start === null ? (term.listedFrom ?? "") : (intervalOf(term.start)?.end ?? "");
  const since = laterDay(term.lastSeenOn ?? "", began);
  const missed = held.flatMap(({ date }) => (date !== null && date > since ? [date] : [])).sort();
  const [first, last] = [missed[0], missed.at(-1)];
  if (first !== undefined && last !== undefined && missed.length >= missedMeetings && daysBetween(first, last) >= missedDays)
    return `not seen in ${missed.length} meetings from ${first} to ${last}`;
  const rivals =
    term.role === "chair"
      ? terms.filter((other) => other.role === "chair" && other.end === null && !samePerson(other.person, term.person))
      : [];
  return rivals.length === 0 ? null : `listed as chair beside ${[...new Set(rivals.map(({ person }) => person.name))].join(", ")}`;
}
