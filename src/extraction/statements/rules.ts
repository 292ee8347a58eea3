import type { Role } from "../../records/index.ts";
import type { Lexicon } from "../lexicon/index.ts";
import { namesInProse } from "../names-in-prose.ts";
import type { PersonName } from "../people.ts";
import { roleIn } from "../terms.ts";
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
  while (start > 0 && (/^\p{Lu}/u.test(tokens[start - 1] ?? "") || /^(?:and|&|van|von|de|der|la)$/.test(tokens[start - 1] ?? "")))
    start -= 1;
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
      if (!verb || !(view.words.changes.roleWord.test(text) || /\b(?:leading|chairing)\b/i.test(text))) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const successor = view.words.changes.came.exec(behind) ?? /\bnew (?:co-?)?(?:chairs?|leads?)\b/i.exec(behind);
      const from = people(text.slice(0, verb.index), view).slice(-2);
      // "The vice chair resigned": who it was, the page does not say.
      const office =
        from.length === 0 && /^(?:[\p{L},-]+ ){0,4}$/u.test(text.slice(0, verb.index)) ? roleIn(text.slice(0, verb.index), view) : null;
      if (from.length === 0) return office === null ? null : { type: "leadership.left", role: office };
      const role = roleIn(`${verb[0]} ${behind}`, view) ?? (/\blead/i.test(text) ? "lead" : null);
      if (!successor) return { type: "leadership.left", from, role };
      const clause = behind.slice(0, successor.index);
      const after = behind.slice(successor.index);
      const to = people(clause.slice(Math.max(0, clause.lastIndexOf(" and "))), view).slice(-2);
      return {
        type: "leadership.handover",
        from,
        to: to.length > 0 ? to : people(after, view),
        role,
        toRole: roleIn(after.replace(/\bto lead\b/gi, " "), view),
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
      const to = /\bto\b(.*)$/i.exec(text.slice(verb.index))?.[1] ?? "";
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
      if (
        !verb ||
        !view.words.changes.roleWord.test(text) ||
        /\blead(?:ing|ership)\b/i.test(text.slice(verb.index, verb.index + verb[0].length + 6))
      )
        return null;
      // What stands between "new" and the role names the group, not a person.
      const names = [
        ...people(text.slice(0, verb.index), view),
        ...people(text.slice(verb.index + verb[0].length).replace(/^\p{L}+/u, ""), view),
      ];
      const isAnnounced = names.length > 0 || /\b(?:have|has|announc|welcome|select|elect|introduc|chosen)/i.test(text);
      if (!isAnnounced) return null;
      return {
        type: /\b(?:additional|second|another)\b/i.test(text) ? "leadership.joined" : "leadership.handover",
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
      const isWelcome = /^welcome/i.test(verb[0]);
      const asRole = isWelcome
        ? /^(.{2,80}?) as (?:our|the|a|its)? ?(?:new )?(.{0,60})/i.exec(behind)
        : (/^(?: to lead\b| to chair\b|.{0,40}?\b(?:as|of|the|to be|a)\b)(.{0,80})/i.exec(behind) ??
          // "has been elected DUNE Chair"
          /^ (?:[\p{Lu}\d][\p{L}\d-]{0,20} ){0,3}((?:vice[- ]|co-?)?(?:chair|lead|PTL)\b.{0,40})/iu.exec(behind));
      if (!asRole) return null;
      const roleText = isWelcome ? (asRole[2] ?? "") : asRole[0];
      const isSuccessor = /\b(?:her|his|their|the) successor\b/i.test(roleText);
      const role = roleIn(roleText.replace(/^ to lead/, " lead"), view);
      if (!isSuccessor && (role === null || !view.words.changes.roleWord.test(roleText))) return null;
      const to = isWelcome ? people(asRole[1] ?? "", view) : subjects(text.slice(0, verb.index), view);
      return to.length === 0 ? null : { type: isWelcome ? "leadership.joined" : "leadership.handover", to, role };
    },
  },
];

/** Whether what stands before a verb is a group: nothing, a proper name, or "the group"; "the notes of the group" are none. */
function isGroupSubject(before: string): boolean {
  const subject = before.replace(/\s*\b(?:was|were|has|have|had|is|are|been|being|now|also|recently|officially|formally)\b/gi, " ").trim();
  if (/\b(?:of|by|for|from|about|in) (?:the|this|our|its|a|an) [\p{L} -]{2,40}$/iu.test(subject)) return false;
  return (
    subject === "" ||
    /\b(?:sub-?groups?|groups?|sigs?|teams?|projects?|labs?|(?:sub-?)?committees?|chapters?|wg|it)$/i.test(subject) ||
    /\p{Lu}[\p{L}\d-]*(?:\s*\([^()]{1,30}\))?$/u.test(subject)
  );
}

export const groupRules: readonly StatementRule[] = [
  {
    name: "disbanded",
    verbs: "disbanded",
    read: (text, view) =>
      !/\bstructure (?:was|were|has been)\b/i.test(text) &&
      /\b(?:sub-?groups?|groups?|teams?|(?:sub-?)?committees?|task force|sig|chapters?|disbanded)\b/i.test(text) &&
      isGroupSubject(text.slice(0, Math.max(text.search(view.words.changes.disbanded), 0)))
        ? { type: "group.disbanded" }
        : null,
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
      isGroupSubject(text.slice(0, Math.max(text.search(view.words.changes.movedToAState), 0))) ? { type: "group.inactive" } : null,
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
    read: (text) =>
      /\b(?:sub-?group|group|team|sig|(?:sub-?)?committee|task force|chapter)\b/i.test(text) && text.length < 120
        ? { type: "group.inactive", isState: true }
        : null,
  },
  {
    name: "back again",
    verbs: "backAgain",
    read: () => ({ type: "group.reactivated" }),
  },
  {
    name: "was approved",
    verbs: "wasApproved",
    read: (text) => (/\bactive status\b/i.test(text) ? null : { type: "group.created" }),
  },
  {
    name: "was formed",
    verbs: "wasFormed",
    read: (text) =>
      /\b(?:sub-?group|group|team|sig|(?:sub-?)?committee|task force|chapter|round ?table|task force|\p{Lu}{2,}-?SIG)\b/iu.test(text) ||
      /kick-?off meeting/i.test(text) ||
      /^\W*(?:\p{Lu}[\p{L}\d-]{1,20} ){1,4}(?:was|has been) (?:formed|founded|created|established|launched|chartered) (?:in|on)\b/u.test(
        text,
      )
        ? { type: "group.created" }
        : null,
  },
];

export const cadenceRules: readonly StatementRule[] = [
  {
    name: "cadence from to",
    verbs: "cadenceFromTo",
    read(text, view) {
      const match = /\bfrom (.{3,40}?)s? to (.{3,60})/i.exec(text);
      if (!match || !/\b(?:meet|call|cadence|schedule)/i.test(text)) return null;
      const after = match[2] ?? "";
      const isHour = /\b\d{1,2}:\d{2}\b|\b\d{1,2} ?[ap]\.?m\b/i;
      const isTime = isHour.test(after) && isHour.test(match[1] ?? "");
      if (!isTime && !isCadence(after, view) && !isCadence(match[1] ?? "", view)) return null;
      return { type: "cadence.changed", fromText: cadenceText(match[1] ?? "", view), toText: cadenceText(after, view) };
    },
  },
  {
    name: "decided a cadence",
    verbs: "decidedACadence",
    read(text, view) {
      const verb = view.words.changes.decidedACadence.exec(text);
      if (!verb || !(/\b(?:meet|call|cadence)/i.test(text) || /^\W*(?:please )?(?:note the )?(?:time|timing|schedule)/i.test(verb[0])))
        return null;
      const behind = text.slice(verb.index);
      const isHour = /\b(?:\d{1,2}:\d{2}|\d{1,2} ?[ap]m)\b/i.test(behind) && /\bshift\b|\bchange\b|\badjust/i.test(verb[0]);
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
      if (!/\b(?:meet|call)/i.test(text)) return null;
      const verb = view.words.changes.nowMeets.exec(text);
      const behind = verb ? text.slice(verb.index) : text;
      // What moved must be the meetings: "the demo moved to Tuesday" is no cadence.
      const subject = verb ? text.slice(0, verb.index) : "";
      if (
        verb &&
        /^(?:moved|moves|changed?s?|switche[ds]|rescheduled)/i.test(verb[0]) &&
        !/\b(?:meetings?|calls?|we|group|sig|cadence|times?|schedule)\b/i.test(subject)
      )
        return null;
      if (
        !isCadence(behind, view) &&
        !(/\bnew meeting time\b/i.test(text) && /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/i.test(text))
      )
        return null;
      return { type: "cadence.changed", toText: cadenceText(behind, view) };
    },
  },
];

function isCadence(text: string, view: PageView): boolean {
  return view.words.cadences.some(([, pattern]) => pattern.test(text)) || /\bevery (?:\w+ )?(?:\w+day|week|month)s?\b/i.test(text);
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
