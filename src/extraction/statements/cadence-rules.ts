import { firstMatch } from "../lexicon/index.ts";
import type { PageView } from "../view.ts";
import type { StatementRule } from "./rule.ts";

export const cadenceRules: readonly StatementRule[] = [
  {
    name: "from a day on",
    verbs: "fromADayOn",
    announces: true,
    read(text, view) {
      const { insteadOf, onWeekdays, onlyOneMeeting } = view.words.cadenceChanges;
      const verb = view.words.changes.fromADayOn.exec(text);
      if (!verb || onlyOneMeeting.test(verb[0])) return null;
      const [now = ""] = text.slice(verb.index).split(insteadOf);
      const isOtherDay = insteadOf.test(text) && onWeekdays.test(now);
      return isCadence(now, view) || isOtherDay
        ? { type: "cadence.changed", toText: cadenceText(isOtherDay ? now.slice(verb[0].length) : now, view) }
        : null;
    },
  },
  {
    name: "ends a call",
    verbs: "endsACall",
    announces: true,
    read: () => ({ type: "cadence.changed" }),
  },
  {
    name: "cadence from to",
    verbs: "cadenceFromTo",
    read(text, view) {
      const { fromTo, meetingOrSchedule, hour, onWeekdays, onlyOneMeeting, manyMeetings } = view.words.cadenceChanges;
      const match = firstMatch(fromTo, text);
      if (!match || !meetingOrSchedule.test(text)) return null;
      const after = match[2] ?? "";
      const before = match[1] ?? "";
      const isTime = hour.test(after) && hour.test(before);
      const isDay = manyMeetings.test(text) && onWeekdays.test(after) && onWeekdays.test(before) && !onlyOneMeeting.test(text);
      if (!isTime && !isDay && !isCadence(after, view) && !isCadence(before, view)) return null;
      return { type: "cadence.changed", fromText: cadenceText(before, view), toText: cadenceText(after, view) };
    },
  },
  {
    name: "decided a cadence",
    verbs: "decidedACadence",
    read(text, view) {
      const verb = view.words.changes.decidedACadence.exec(text);
      const { meetingOrCadence, noteOfTime, hour, moved } = view.words.cadenceChanges;
      if (!verb || !(meetingOrCadence.test(text) || noteOfTime.test(verb[0]))) return null;
      const behind = text.slice(verb.index).split(view.words.cadenceChanges.insteadOf)[0] ?? "";
      const isHour = hour.test(behind) && moved.test(verb[0]);
      return isCadence(behind, view) || isHour ? { type: "cadence.changed", toText: cadenceText(behind, view) } : null;
    },
  },
  {
    name: "meets at another time",
    verbs: "meetsAtAnotherTime",
    read(text, view) {
      const verb = view.words.changes.meetsAtAnotherTime.exec(text);
      const behind = verb ? text.slice(verb.index + verb[0].length).replace(/^[\s:.,;–-]+|[\s:.,;–-]+$/g, "") : "";
      return verb ? { type: "cadence.changed", toText: behind.slice(0, 60) || verb[0] } : null;
    },
  },
  {
    name: "now meets",
    verbs: "nowMeets",
    read(text, view) {
      const { meeting, movedTo, meetingsAsSubject, newMeetingTime, onWeekdays, recurring, onlyOneMeeting } = view.words.cadenceChanges;
      if (!meeting.test(text)) return null;
      const verb = view.words.changes.nowMeets.exec(text);
      const behind = verb ? text.slice(verb.index) : text;
      // What moved must be the meetings: "the demo moved to Tuesday" is no cadence.
      const subject = verb ? text.slice(0, verb.index) : "";
      if (verb && movedTo.test(verb[0]) && !meetingsAsSubject.test(subject)) return null;
      // "The weekly call moved to Tuesday" holds from now on, "this week's call moved to Tuesday" for once.
      const isMoved = recurring.test(text) && onWeekdays.test(behind) && !onlyOneMeeting.test(text);
      if (!isCadence(behind, view) && !isMoved && !(newMeetingTime.test(text) && onWeekdays.test(text))) return null;
      return { type: "cadence.changed", toText: cadenceText(isMoved && verb ? behind.slice(verb[0].length) : behind, view) };
    },
  },
];

function isCadence(text: string, view: PageView): boolean {
  return view.words.cadences.some(([, pattern]) => pattern.test(text)) || view.words.cadenceChanges.every.test(text);
}

/** The cadence by its name where the words say one, else the words. */
function cadenceText(text: string, view: PageView): string {
  const named = view.words.cadences.find(([, pattern]) => pattern.test(text))?.[0];
  return (
    named ??
    text
      .trim()
      .split(/[.;,|]/)[0]
      ?.slice(0, 60) ??
    text
  );
}
