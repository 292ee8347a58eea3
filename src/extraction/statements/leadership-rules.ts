import { firstMatch, perLexicon } from "../lexicon/index.ts";
import { namesInProse } from "../names-in-prose.ts";
import type { PersonName } from "../people.ts";
import { roleIn } from "../roles.ts";
import type { PageView } from "../view.ts";
import { electionRules } from "./election-rules.ts";
import type { StatementRule } from "./rule.ts";

const patterns = perLexicon(({ people: { and } }) => ({
  /** Words that stand within or between names. */
  withinNames: new RegExp(`^(?:${and.source}|&|van|von|de|der|la)$`),
  betweenNames: new RegExp(` (?:${and.source}) `, "g"),
}));

/** The people that a verb is about: those in the list that stands right before it, auxiliaries and a few small words between. */
function subjects(before: string, view: PageView): PersonName[] {
  // "Ann Lee (Acme) was elected": where somebody works stands between.
  const tokens = before
    .replace(/\s*\([^()]{1,60}\)/g, "")
    .trim()
    .split(/\s+/);
  let end = tokens.length;
  let small = 0;
  while (end > 0 && small < 6 && !/^\p{Lu}/u.test(tokens[end - 1] ?? "")) {
    end -= 1;
    small += 1;
  }
  let start = end;
  const { withinNames } = patterns(view.words);
  while (start > 0 && (/^\p{Lu}/u.test(tokens[start - 1] ?? "") || withinNames.test(tokens[start - 1] ?? ""))) start -= 1;
  return namesInProse(tokens.slice(start, end).join(" "), view).slice(-6);
}

/** "outgoing chair Ann Lee", "Ann Lee (outgoing chair)": who stands beside the word and its office. */
function besideOffice(text: string, word: RegExpExecArray, view: PageView): PersonName[] {
  const { officeBeside, besideOffice: between } = view.words.leaderChanges;
  const behind = text.slice(word.index + word[0].length);
  const office = officeBeside.exec(behind)?.[0];
  if (office === undefined) return [];
  const name = /^ (?:\p{Lu}[\p{L}.'’-]*(?: |$|(?=\P{L}))){2,4}/u.exec(behind.slice(office.length))?.[0];
  if (name !== undefined) return namesInProse(name, view).slice(0, 1);
  const before = text.slice(0, word.index);
  return between.test(before) ? namesInProse(before.replace(between, ""), view).slice(-1) : [];
}

const leavingAndComing: readonly StatementRule[] = [
  {
    name: "was succeeded by",
    verbs: "isSucceededBy",
    read(text, view) {
      const verb = view.words.changes.isSucceededBy.exec(text);
      if (!verb || !view.words.changes.roleWord.test(text)) return null;
      const from = namesInProse(text.slice(0, verb.index), view).slice(-1);
      const to = namesInProse(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "succeeds",
    verbs: "succeeds",
    read(text, view) {
      const verb = view.words.changes.succeeds.exec(text);
      if (!verb || !view.words.changes.roleWord.test(text) || view.words.changes.isSucceededBy.test(text)) return null;
      const from = namesInProse(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      const to = namesInProse(text.slice(0, verb.index), view).slice(-1);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "came after another left",
    verbs: "leftAndCame",
    read(text, view) {
      const left = view.words.changes.leftAndCame.exec(text);
      const came = view.words.changes.came.exec(text);
      const reason = view.words.leaderChanges.because.exec(text);
      if (!left || !came || !reason || !(came.index < reason.index && reason.index < left.index)) return null;
      const from = namesInProse(text.slice(reason.index, left.index), view).slice(-2);
      const to = subjects(text.slice(0, came.index), view);
      const role = roleIn(text.slice(came.index, reason.index), view);
      return from.length === 0 || to.length === 0 || role === null ? null : { type: "leadership.handover", from, to, role };
    },
  },
  {
    name: "left and came",
    verbs: "leftAndCame",
    read(text, view) {
      const verb = view.words.changes.leftAndCame.exec(text);
      if (!verb) return null;
      const { leading, newLeader, lead, toLead, fromSeat } = view.words.leaderChanges;
      const behind = text.slice(verb.index + verb[0].length);
      if (!(view.words.changes.roleWord.test(text) || leading.test(text) || fromSeat.test(behind))) return null;
      const successor = view.words.changes.came.exec(behind) ?? newLeader.exec(behind);
      const from = namesInProse(text.slice(0, verb.index), view).slice(-2);
      // "The vice chair resigned": who it was, the page does not say.
      const office =
        from.length === 0 && /^(?:[\p{L},-]+ ){0,4}$/u.test(text.slice(0, verb.index)) ? roleIn(text.slice(0, verb.index), view) : null;
      if (from.length === 0) return office === null ? null : { type: "leadership.left", role: office };
      const role = roleIn(`${verb[0]} ${behind}`, view) ?? (lead.test(text) ? "lead" : null);
      if (!successor) return { type: "leadership.left", from, role };
      const clause = behind.slice(0, successor.index);
      const after = behind.slice(successor.index);
      const lastAnd = [...clause.matchAll(patterns(view.words).betweenNames)].at(-1)?.index ?? 0;
      const to = namesInProse(clause.slice(lastAnd), view).slice(-2);
      return {
        type: "leadership.handover",
        from,
        to: to.length > 0 ? to : namesInProse(after, view),
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
      const to = namesInProse(text.slice(colon + 1), view).slice(0, 3);
      return to.length === 0 ? null : { type: "leadership.handover", to, role: roleIn(text.slice(0, colon), view) };
    },
  },
  {
    name: "led until",
    verbs: "ledUntil",
    read(text, view) {
      const [, left = "", verb = "", came = ""] = firstMatch(view.words.leaderChanges.ledUntil, text) ?? [];
      const from = namesInProse(left, view).slice(-2);
      const to = namesInProse(came, view).slice(0, 2);
      return from.length === 0 || to.length === 0
        ? null
        : { type: "leadership.handover", from, to, role: view.words.leaderChanges.chaired.test(verb) ? "chair" : "lead" };
    },
  },
  {
    name: "took over from",
    verbs: "tookOverFrom",
    read(text, view) {
      const verb = view.words.changes.tookOverFrom.exec(text);
      if (!verb) return null;
      const from = namesInProse(text.slice(verb.index + verb[0].length), view).slice(0, 1);
      const to = subjects(text.slice(0, verb.index).replace(/[(,]\s*$/, ""), view);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
  {
    name: "hands over to",
    verbs: "handsOverTo",
    read(text, view) {
      const verb = view.words.changes.handsOverTo.exec(text);
      const { handedOffice, endsHandedThing, badge } = view.words.leaderChanges;
      if (!verb || !(view.words.changes.roleWord.test(text) || badge.test(verb[0]))) return null;
      if (!badge.test(verb[0]) && !handedOffice.test(`${text.slice(verb.index + verb[0].length)} `.split(endsHandedThing)[0] ?? ""))
        return null;
      const to = firstMatch(view.words.leaderChanges.toWhom, text.slice(verb.index))?.[1] ?? "";
      const from = namesInProse(text.slice(0, verb.index), view).slice(-1);
      const came = namesInProse(to, view).slice(0, 2);
      // First names that nothing explains: somebody handed over, and guessing who would date other people's terms.
      if (from.length === 0 && came.length === 0) return null;
      return { type: "leadership.handover", from, to: came, role: roleIn(text, view) ?? "lead" };
    },
  },
  {
    name: "leadership passed",
    verbs: "leadershipPassed",
    read(text, view) {
      const verb = view.words.changes.leadershipPassed.exec(text);
      const { passedFromTo, passedOffice } = view.words.leaderChanges;
      const match = firstMatch(passedFromTo, text);
      if (!verb || !match || !passedOffice.test(text.slice(0, verb.index))) return null;
      const from = namesInProse(match[1] ?? "", view);
      const to = namesInProse(match[2] ?? "", view).slice(0, 3);
      return from.length === 0 || to.length === 0 ? null : { type: "leadership.handover", from, to, role: roleIn(text, view) ?? "lead" };
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
      const { notAnOffice, announced, additional, seeksNew, newOfEvent, ofGroup } = view.words.leaderChanges;
      if (!verb || !view.words.changes.roleWord.test(text)) return null;
      if (seeksNew.test(text.slice(0, verb.index + verb[0].length)) || newOfEvent.test(text.slice(verb.index + verb[0].length)))
        return null;
      if (notAnOffice.test(text.slice(verb.index, verb.index + verb[0].length + 6))) return null;
      // What stands between "new" and the role names the group, not a person.
      const names = [
        ...namesInProse(text.slice(0, verb.index), view),
        ...namesInProse(
          text
            .slice(verb.index + verb[0].length)
            .replace(/^\p{L}+/u, "")
            .replace(ofGroup, " "),
          view,
        ),
      ];
      if (names.length === 0 && !announced.test(text)) return null;
      return {
        type: additional.test(text) ? "leadership.joined" : "leadership.handover",
        to: names.slice(0, 6),
        role: roleIn(verb[0] + text.slice(verb.index + verb[0].length, verb.index + verb[0].length + 8), view),
        linkedFrom: Math.max(text.search(view.words.leaderChanges.new), 0),
        needsPeople: true,
      };
    },
  },
  {
    name: "came",
    verbs: "came",
    read(text, view) {
      const verb = view.words.changes.came.exec(text);
      const { leaderChanges } = view.words;
      if (!verb || leaderChanges.nominated.test(verb[0])) return null;
      const behind = text.slice(verb.index + verb[0].length);
      const isWelcome = leaderChanges.isWelcome.test(verb[0]);
      const asRole = isWelcome ? firstMatch(leaderChanges.welcomedAs, behind) : leaderChanges.cameAs.exec(behind);
      if (!asRole) return null;
      const roleText = isWelcome ? (asRole[2] ?? "") : asRole[0];
      // "becomes chair, and Bo Chen becomes vice chair": the office of the first clause.
      const role =
        roleIn(roleText.split(/[,;]/)[0] ?? "", view) ??
        roleIn(roleText, view) ??
        (leaderChanges.leadership.test(roleText) ? "lead" : null);
      if (!leaderChanges.successor.test(roleText) && (role === null || !view.words.changes.roleWord.test(roleText))) return null;
      const to = isWelcome ? namesInProse(asRole[1] ?? "", view) : subjects(text.slice(0, verb.index), view);
      return to.length === 0 ? null : { type: isWelcome ? "leadership.joined" : "leadership.handover", to, role };
    },
  },
  {
    name: "outgoing and incoming",
    verbs: "outgoingOrIncoming",
    read(text, view) {
      const { outgoing } = view.words.leaderChanges;
      const from: PersonName[] = [];
      const to: PersonName[] = [];
      for (const word of text.matchAll(new RegExp(view.words.changes.outgoingOrIncoming, "gi")))
        (outgoing.test(word[0]) ? from : to).push(...besideOffice(text, word, view));
      if (from.length === 0 && to.length === 0) return null;
      return { type: to.length === 0 ? "leadership.left" : "leadership.handover", from, to, role: roleIn(text, view) };
    },
  },
];

export const leadershipRules: readonly StatementRule[] = [...leavingAndComing, ...electionRules];
