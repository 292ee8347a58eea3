import type { Role } from "../../records/index.ts";
import { firstMatch, type Lexicon, perLexicon } from "../lexicon/index.ts";
import { namesInProse } from "../names-in-prose.ts";
import type { PersonName } from "../people.ts";
import { roleIn } from "../roles.ts";
import type { PageView } from "../view.ts";
import type { StatedType } from "./types.ts";

/** What a rule reads out of one sentence; group and date come from the context. */
export interface Reading {
  readonly type: StatedType;
  readonly role?: Role | null;
  readonly toRole?: Role | null;
  readonly from?: readonly PersonName[];
  readonly to?: readonly PersonName[];
  readonly fromText?: string | null;
  readonly toText?: string | null;
  /** A state has no date of its own: "is no longer active". */
  readonly isState?: boolean;
}

export interface StatementRule {
  readonly name: string;
  /** Which verbs of the lexicon a sentence must hold to be read. */
  readonly verbs: keyof Lexicon["changes"];
  readonly read: (text: string, view: PageView) => Reading | null;
}

function people(text: string, view: PageView): PersonName[] {
  return namesInProse(text, view);
}

const patterns = perLexicon(({ people: { and } }) => ({
  /** Words that stand within or between names. */
  withinNames: new RegExp(`^(?:${and.source}|&|van|von|de|der|la)$`),
  betweenNames: new RegExp(` (?:${and.source}) `, "g"),
}));

/** The people that a verb is about: those in the list that stands right before it, auxiliaries and a few small words between. */
function subjects(before: string, view: PageView): PersonName[] {
  const tokens = before.trim().split(/\s+/);
  let end = tokens.length;
  let small = 0;
  while (end > 0 && small < 6 && !/^\p{Lu}/u.test(tokens[end - 1] ?? "")) {
    end -= 1;
    small += 1;
  }
  let start = end;
  const { withinNames } = patterns(view.words);
  while (start > 0 && (/^\p{Lu}/u.test(tokens[start - 1] ?? "") || withinNames.test(tokens[start - 1] ?? ""))) start -= 1;
  return people(tokens.slice(start, end).join(" "), view).slice(-6);
}

export const leadershipRules: readonly StatementRule[] = [
  {
    name: "succeeds",
    verbs: "succeeds",
    read(text, view) {
      const verb = view.words.changes.succeeds.exec(text);
      if (!verb || !view.words.changes.roleWord.test(text)) return null;
      const from = people(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      const to = people(text.slice(0, verb.index), view).slice(-1);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "left and came",
    verbs: "leftAndCame",
    read(text, view) {
      const verb = view.words.changes.leftAndCame.exec(text);
      const { leading, newLeader, lead, toLead } = view.words.leaderChanges;
      if (!verb || !(view.words.changes.roleWord.test(text) || leading.test(text))) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const successor = view.words.changes.came.exec(behind) ?? newLeader.exec(behind);
      const from = people(text.slice(0, verb.index), view).slice(-2);
      // "The vice chair resigned": who it was, the page does not say.
      const office =
        from.length === 0 && /^(?:[\p{L},-]+ ){0,4}$/u.test(text.slice(0, verb.index)) ? roleIn(text.slice(0, verb.index), view) : null;
      if (from.length === 0) return office === null ? null : { type: "leadership.left", role: office };
      const role = roleIn(`${verb[0]} ${behind}`, view) ?? (lead.test(text) ? "lead" : null);
      if (!successor) return { type: "leadership.left", from, role };
      const clause = behind.slice(0, successor.index);
      const after = behind.slice(successor.index);
      const lastAnd = [...clause.matchAll(patterns(view.words).betweenNames)].at(-1)?.index ?? 0;
      const to = people(clause.slice(lastAnd), view).slice(-2);
      return {
        type: "leadership.handover",
        from,
        to: to.length > 0 ? to : people(after, view),
        role,
        toRole: roleIn(after.replace(toLead, " "), view),
      };
    },
  },
  {
    name: "elected by acclamation",
    verbs: "byAcclamation",
    read(text, view) {
      const colon = text.search(/[:–-]\s/);
      const to = people(text.slice(colon + 1), view).slice(0, 3);
      return to.length === 0 ? null : { type: "leadership.handover", to, role: roleIn(text.slice(0, colon), view) };
    },
  },
  {
    name: "took over from",
    verbs: "tookOverFrom",
    read(text, view) {
      const verb = view.words.changes.tookOverFrom.exec(text);
      if (!verb) return null;
      const from = people(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      const to = subjects(text.slice(0, verb.index).replace(/[(,]\s*$/, ""), view);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "hands over to",
    verbs: "handsOverTo",
    read(text, view) {
      const verb = view.words.changes.handsOverTo.exec(text);
      if (!verb || !view.words.changes.roleWord.test(text)) return null;
      const to = firstMatch(view.words.leaderChanges.toWhom, text.slice(verb.index))?.[1] ?? "";
      const from = people(text.slice(0, verb.index), view).slice(-1);
      const came = people(to, view).slice(0, 2);
      // First names that nothing explains: somebody handed over, and guessing who would date other people's terms.
      if (from.length === 0 && came.length === 0) return null;
      return { type: "leadership.handover", from, to: came, role: roleIn(text, view) ?? "lead" };
    },
  },
  {
    name: "leadership changed",
    verbs: "leadershipChanged",
    read: (text, view) => ({ type: "leadership.handover", role: roleIn(text, view) ?? "lead" }),
  },
  {
    name: "is the new",
    verbs: "isTheNew",
    read(text, view) {
      const verb = view.words.changes.isTheNew.exec(text);
      const { notAnOffice, announced, additional } = view.words.leaderChanges;
      if (!verb || !view.words.changes.roleWord.test(text)) return null;
      if (notAnOffice.test(text.slice(verb.index, verb.index + verb[0].length + 6))) return null;
      // What stands between "new" and the role names the group, not a person.
      const names = [
        ...people(text.slice(0, verb.index), view),
        ...people(text.slice(verb.index + verb[0].length).replace(/^\p{L}+/u, ""), view),
      ];
      if (names.length === 0 && !announced.test(text)) return null;
      return {
        type: additional.test(text) ? "leadership.joined" : "leadership.handover",
        to: names.slice(0, 6),
        role: roleIn(verb[0] + text.slice(verb.index + verb[0].length, verb.index + verb[0].length + 8), view),
      };
    },
  },
  {
    name: "came",
    verbs: "came",
    read(text, view) {
      const verb = view.words.changes.came.exec(text);
      if (!verb) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const { leaderChanges } = view.words;
      const isWelcome = leaderChanges.isWelcome.test(verb[0]);
      const asRole = isWelcome ? firstMatch(leaderChanges.welcomedAs, behind) : leaderChanges.cameAs.exec(behind);
      if (!asRole) return null;
      const roleText = isWelcome ? (asRole[2] ?? "") : asRole[0];
      const role = roleIn(roleText, view);
      if (!leaderChanges.successor.test(roleText) && (role === null || !view.words.changes.roleWord.test(roleText))) return null;
      const to = isWelcome ? people(asRole[1] ?? "", view) : subjects(text.slice(0, verb.index), view);
      return to.length === 0 ? null : { type: isWelcome ? "leadership.joined" : "leadership.handover", to, role };
    },
  },
];

/** Whether what stands before a verb is a group: nothing, a proper name, or "the group"; "the notes of the group" are none. */
function isGroupSubject(before: string, view: PageView): boolean {
  const { auxiliary, notSubject, subject: aGroup } = view.words.groupChanges;
  const subject = before.replace(auxiliary, " ").trim();
  if (notSubject.test(subject)) return false;
  return subject === "" || aGroup.test(subject) || /\p{Lu}[\p{L}\d-]*(?:\s*\([^()]{1,30}\))?$/u.test(subject);
}

export const groupRules: readonly StatementRule[] = [
  {
    name: "disbanded",
    verbs: "disbanded",
    read(text, view) {
      const { aboutAny, disbanded, notDisbanded } = view.words.groupChanges;
      if (notDisbanded.test(text) || !(aboutAny.test(text) || disbanded.test(text))) return null;
      const before = text.slice(0, Math.max(text.search(view.words.changes.disbanded), 0));
      return isGroupSubject(before, view) ? { type: "group.disbanded" } : null;
    },
  },
  {
    name: "stopped meeting",
    verbs: "stoppedMeeting",
    read: () => ({ type: "group.inactive", isState: true }),
  },
  {
    name: "moved to a state",
    verbs: "movedToAState",
    read: (text, view) =>
      isGroupSubject(text.slice(0, Math.max(text.search(view.words.changes.movedToAState), 0)), view) ? { type: "group.inactive" } : null,
  },
  {
    name: "merged",
    verbs: "merged",
    read: () => ({ type: "group.disbanded" }),
  },
  {
    name: "final meeting",
    verbs: "finalMeeting",
    read: () => ({ type: "group.inactive" }),
  },
  {
    name: "marked inactive",
    verbs: "markedInactive",
    read: (text, view) =>
      view.words.groupChanges.aboutOne.test(text) && text.length < 120 ? { type: "group.inactive", isState: true } : null,
  },
  {
    name: "back again",
    verbs: "backAgain",
    read: () => ({ type: "group.reactivated" }),
  },
  {
    name: "was approved",
    verbs: "wasApproved",
    read: (text, view) => (view.words.groupChanges.notCreated.test(text) ? null : { type: "group.created" }),
  },
  {
    name: "was formed",
    verbs: "wasFormed",
    read(text, view) {
      const { aboutNewOne, kickOff, nameWasFormed } = view.words.groupChanges;
      return aboutNewOne.test(text) || kickOff.test(text) || nameWasFormed.test(text) ? { type: "group.created" } : null;
    },
  },
];

export const cadenceRules: readonly StatementRule[] = [
  {
    name: "cadence from to",
    verbs: "cadenceFromTo",
    read(text, view) {
      const { fromTo, meetingOrSchedule, hour } = view.words.cadenceChanges;
      const match = firstMatch(fromTo, text);
      if (!match || !meetingOrSchedule.test(text)) return null;
      const after = match[2] ?? "";
      const before = match[1] ?? "";
      const isTime = hour.test(after) && hour.test(before);
      if (!isTime && !isCadence(after, view) && !isCadence(before, view)) return null;
      return { type: "cadence.changed", fromText: cadenceText(match[1] ?? "", view), toText: cadenceText(after, view) };
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
      const { meeting, movedTo, meetingsAsSubject, newMeetingTime, onWeekdays } = view.words.cadenceChanges;
      if (!meeting.test(text)) return null;
      const verb = view.words.changes.nowMeets.exec(text);
      const behind = verb ? text.slice(verb.index) : text;
      // What moved must be the meetings: "the demo moved to Tuesday" is no cadence.
      const subject = verb ? text.slice(0, verb.index) : "";
      if (verb && movedTo.test(verb[0]) && !meetingsAsSubject.test(subject)) return null;
      if (!isCadence(behind, view) && !(newMeetingTime.test(text) && onWeekdays.test(text))) return null;
      return { type: "cadence.changed", toText: cadenceText(behind, view) };
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
