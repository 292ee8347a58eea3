import type { Role } from "../../records/index.ts";
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
  /** Cheap test; only sentences that pass are read. */
  readonly test: RegExp;
  readonly read: (text: string, view: PageView) => Reading | null;
}

/** Whether "this call" or a home page's own words can mean the group itself. */
export const ownThing = /\b(?:the|our|this) (?:group|sig|sub-?group|team|call|meeting|project|lab|proposal)\b/i;

const roleWord =
  /\b(?:(?:vice|co|assistant)[- ]?)?chair(?:s|man|woman|person|persons|people)?\b|\b(?:co-?)?leads?\b|\bleaders?(?:ship)?\b|\bsecretary\b/i;
const left =
  /\b(?:has |have |had |is |are |was )?(?:stepped down|stepping down|step down|resigned|resigning|stepped back|stepped aside|no longer be (?:leading|chairing)|no longer (?:leads?|chairs?)|retired|relinquished)\b/i;
const came =
  /\b(?:nominated|elected|appointed|selected|chosen|named|introduced|announced|confirmed|voted in|taken over|took over|takes over|take over|taking over|take on the role|takes on the role|took on the role|assumed|become|becomes|became|is now|are now|welcome[sd]?|joined)\b/i;

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
    name: "left and came",
    test: left,
    read(text, view) {
      const verb = left.exec(text);
      if (!verb || !(roleWord.test(text) || /\b(?:leading|chairing)\b/i.test(text))) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const successor = came.exec(behind) ?? /\bnew (?:co-?)?(?:chairs?|leads?)\b/i.exec(behind);
      const from = people(text.slice(0, verb.index), view).slice(-2);
      // "The vice chair resigned": who it was, the page does not say.
      const office =
        from.length === 0 && /^(?:[\p{L},]+ ){0,4}$/u.test(text.slice(0, verb.index)) ? roleIn(text.slice(0, verb.index), view) : null;
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
    name: "took over from",
    test: /\b(?:took|takes|taking|has taken) over (?:the \w+ )?from\b/i,
    read(text, view) {
      const verb = this.test.exec(text);
      if (!verb) return null;
      const from = people(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      const to = subjects(text.slice(0, verb.index).replace(/[(,]\s*$/, ""), view);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "hands over to",
    test: /\bhand(?:s|ed|ing)? (?:over|off)\b|\bpass(?:es|ed|ing) (?:on )?the (?:torch|baton|leadership)\b/i,
    read(text, view) {
      const verb = this.test.exec(text);
      if (!verb || !roleWord.test(text)) return null;
      const to = /\bto\b(.*)$/i.exec(text.slice(verb.index))?.[1] ?? "";
      return {
        type: "leadership.handover",
        from: people(text.slice(0, verb.index), view).slice(-1),
        to: people(to, view).slice(0, 2),
        role: roleIn(text, view) ?? "lead",
      };
    },
  },
  {
    name: "leadership changed",
    test: /\bleadership (?:has )?changed hands\b|\b(?:change|transition|pivot|handover|hand-over|turnover) (?:in|of) (?:the )?(?:\w+ ){0,2}(?:leadership|chair|lead)\b|\bhand-?over of the (?:sub-?group|group|team)\b/i,
    read: (text, view) => ({ type: "leadership.handover", role: roleIn(text, view) ?? "lead" }),
  },
  {
    name: "is the new",
    test: /\bnew(?:ly)?(?: elected| appointed)? (?:[\p{L}\d/&-]{1,20} ){0,5}?(?:vice[- ]|co-?)?(?:chair|lead)/iu,
    read(text, view) {
      const verb = this.test.exec(text);
      if (!verb || !roleWord.test(text) || /\blead(?:ing|ership)\b/i.test(text.slice(verb.index, verb.index + verb[0].length + 6)))
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
    test: came,
    read(text, view) {
      const verb = came.exec(text);
      if (!verb) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const isWelcome = /^welcome/i.test(verb[0]);
      const asRole = isWelcome
        ? /^(.{2,80}?) as (?:our|the|a|its)? ?(?:new )?(.{0,60})/i.exec(behind)
        : /^(?: to lead\b| to chair\b|.{0,40}?\b(?:as|of|the|to be|a)\b)(.{0,80})/i.exec(behind);
      if (!asRole) return null;
      const roleText = isWelcome ? (asRole[2] ?? "") : asRole[0];
      const isSuccessor = /\b(?:her|his|their|the) successor\b/i.test(roleText);
      const role = roleIn(roleText.replace(/^ to lead/, " lead"), view);
      if (!isSuccessor && (role === null || !roleWord.test(roleText))) return null;
      const to = isWelcome ? people(asRole[1] ?? "", view) : subjects(text.slice(0, verb.index), view);
      return to.length === 0 ? null : { type: isWelcome ? "leadership.joined" : "leadership.handover", to, role };
    },
  },
];

export const groupRules: readonly StatementRule[] = [
  {
    name: "disbanded",
    test: /\b(?:was|were|has been|have been|been|is|are|officially)? ?(?:disbanded|dissolved|eliminated|sunset(?:ted)?|wound down|shut down|retired)\b|\bdecided to (?:stand down|disband|dissolve|close|end)\b/i,
    read: (text) =>
      !/\bstructure (?:was|were|has been)\b/i.test(text) &&
      /\b(?:sub-?groups?|groups?|teams?|committees?|sig|chapters?|disbanded)\b/i.test(text)
        ? { type: "group.disbanded" }
        : null,
  },
  {
    name: "stopped meeting",
    test: /\b(?:is|are|remains?|stays?) (?:currently |now |still )?(?:inactive|dormant)\b|:\s*inactive\b|\b(?:has|have|had) (?:stopped|ceased) meeting\b|\b(?:is|are|was|were) no longer (?:active|meeting)\b|\b(?:has|have|had) been (?:paused|suspended|inactive|dormant)\b|\b(?:in|on) (?:recess|hiatus)\b|\btemporarily on hold\b|\b(?:is|are|was|were) (?:put |placed )?on hold\b|\b(?:again )?slowed in development\b|\bgone (?:dormant|quiet|silent)\b/i,
    read: () => ({ type: "group.inactive", isState: true }),
  },
  {
    name: "moved to a state",
    test: /\b(?:moved|transitioned|changed|set|put|gone|went) (?:in)?to (?:an? |the )?["“]?(?:end[- ]of[- ]life|EOL|dormant|deprecated|archived?|inactive)\b|\b(?:was|has been|were|have been) (?:sunset(?:ted)?|deprecated|retired|end-of-lifed)\b/i,
    read: () => ({ type: "group.inactive" }),
  },
  {
    name: "merged",
    test: /\b(?:group|call|meeting|team|project|lab)s?\b.{0,20}\b(?:has been|have been|was|were) (?:moved into|merged into|replaced by|superseded|folded into|merged with)\b|\b(?:this is )?our final meeting\b/i,
    read: () => ({ type: "group.disbanded" }),
  },
  {
    name: "marked inactive",
    test: /[-–([]\s?INACTIVE\b|\((?:inactive|archived)\)/i,
    read: (text) =>
      /\b(?:sub-?group|group|team|sig|committee|chapter)\b/i.test(text) && text.length < 120
        ? { type: "group.inactive", isState: true }
        : null,
  },
  {
    name: "back again",
    test: /\b(?:was|were|has been|have been|been|has recently|recently)? ?["“]?(?:re-?launched|re-?booted|re-?started|re-?activated|revived|re-?established)["”]?\b|\b- reboot\b|\b(?:has|have|had) (?:again )?(?:begun|started) (?:working )?to (?:re-establish|meet again|slowly gain)|\bresumed (?:its |their )?(?:regular )?meetings?\b|\bstarted to (?:slowly )?gain (?:its )?momentum\b/i,
    read: () => ({ type: "group.reactivated" }),
  },
  {
    name: "was approved",
    test: /^\W*(?:[Pp]roposed and )?[Aa]pproved (?:by the (?:\p{L}+ ){0,4}?(?:[A-Z]{2,5}|[Cc]ommittee|[Cc]ouncil|[Bb]oard)\b|on )|\b(?:was|were|been|being) (?:formally |officially )?accepted as (?:an? )?(?:new )?(?:[\p{L}-]+ ){0,2}(?:project|lab|sig|group|chapter)\b|\bproposal\b.{0,40}\b(?:has been|was) (?:accepted|approved)\b/u,
    read: (text) => (/\bactive status\b/i.test(text) ? null : { type: "group.created" }),
  },
  {
    name: "was formed",
    test: /\b(?:active since|since (?:its )?inception)\b|\b(?:has|have|was|were|been) (?:recently |newly |just )?(?:formed|founded|created|established|launched|chartered|convened|set up)\b|\bdebuted\b|\bstarted meetings?\b|\bkick-?off meeting (?:happened|took place|was held)\b|\bis a new\b.{0,40}\b(?:team|sub-?group|group|committee)\b|, founded by\b|\brecent charter approval\b|\b(?:has|have) formed (?:a|the)\b/i,
    read: (text) =>
      /\b(?:sub-?group|group|team|sig|committee|chapter|round ?table|task force|\p{Lu}{2,}-?SIG)\b/iu.test(text) ||
      /kick-?off meeting/i.test(text)
        ? { type: "group.created" }
        : null,
  },
];

export const cadenceRules: readonly StatementRule[] = [
  {
    name: "cadence from to",
    test: /\b(?:chang|mov|switch)(?:e|ed|es|ing)\b.{0,60}\bfrom\b.{1,60}\bto\b/i,
    read(text, view) {
      const match = /\bfrom (.{3,40}?)s? to (.{3,60})/i.exec(text);
      if (!match || !/\b(?:meet|call|cadence|schedule)/i.test(text)) return null;
      const after = match[2] ?? "";
      if (!isCadence(after, view) && !isCadence(match[1] ?? "", view)) return null;
      return { type: "cadence.changed", fromText: cadenceText(match[1] ?? "", view), toText: cadenceText(after, view) };
    },
  },
  {
    name: "decided a cadence",
    test: /\bdecided to (?:hold|meet|have|move|change|switch)\b|^\W*(?:change|move|switch) (?:the |this )?(?:meetings?|calls?) to\b|\bmeetings? will now be\b/i,
    read(text, view) {
      const verb = this.test.exec(text);
      if (!verb || !/\b(?:meet|call|cadence)/i.test(text)) return null;
      const behind = text.slice(verb.index);
      return isCadence(behind, view) ? { type: "cadence.changed", toText: cadenceText(behind, view) } : null;
    },
  },
  {
    name: "meets at another time",
    test: /\b(?:meeting|call) times? (?:(?:is|was|has been|have been|will be) )?(?:now )?(?:changed|moved|shifted|rescheduled)(?: (?:to|back)\b|(?=:))|\b(?:meeting|call) time ?(?:->|→)|\bchange (?:in|of|to) (?:the )?(?:weekly |monthly |regular )?(?:meeting|call) time to\b|\b(?:moving|shifting|moved|shifted) the (?:weekly |monthly |regular )?(?:meeting|call) (?:back|forward|up|later|earlier|an hour)\b|\b(?:meetings|calls) (?:will be|are|were|have been) shifted\b/i,
    read(text) {
      const verb = this.test.exec(text);
      const behind = verb ? text.slice(verb.index + verb[0].length).trim() : "";
      return verb ? { type: "cadence.changed", toText: behind.slice(0, 60) || verb[0] } : null;
    },
  },
  {
    name: "now meets",
    test: /\b(?:moved|moves|changed|changes|switched|switches|rescheduled) to\b|\bnow (?:has|have|meets?|scheduled|held)\b|\b(?:are|is) now (?:scheduled|held|meeting)\b|\bnew meeting time\b|\bmeeting time rescheduled\b|\bwe['’]ll now have\b|\bmoved? to (?:a |every )/i,
    read(text, view) {
      if (!/\b(?:meet|call)/i.test(text)) return null;
      const verb = this.test.exec(text);
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
