import { firstMatch, perLexicon } from "../lexicon/index.ts";
import { namesInProse } from "../names-in-prose.ts";
import type { PersonName } from "../people.ts";
import { roleIn } from "../roles.ts";
import type { PageView } from "../view.ts";
import type { StatementRule } from "./rule.ts";

const patterns = perLexicon(({ people: { and } }) => ({
  smallWord: new RegExp(`^(?:${and.source}|&|van|von|de|der|la|,)$`),
}));

/** The people of a text that holds nothing but names: a sentence about somebody is no list of those who were elected. */
function onlyNames(text: string, view: PageView): PersonName[] {
  const { smallWord } = patterns(view.words);
  const words = text.trim().split(/\s+/);
  return words.every((word) => /^\p{Lu}/u.test(word) || smallWord.test(word)) ? namesInProse(text, view) : [];
}

/** Sentences that tell how an election or an appointment ended. */
export const electionRules: readonly StatementRule[] = [
  {
    name: "elects",
    verbs: "elects",
    read(text, view) {
      const verb = view.words.changes.elects.exec(text);
      const behind = verb ? text.slice(verb.index + verb[0].length) : "";
      const office = view.words.changes.roleWord.exec(behind);
      if (!office) return null;
      const { asOffice, beforeOffice } = view.words.leaderChanges;
      const whom = (behind.slice(0, office.index).split(asOffice)[0] ?? "").replace(beforeOffice, "");
      const to = onlyNames(whom, view);
      if (to.length === 0) return null;
      return { type: "leadership.handover", to, role: roleIn(behind.slice(whom.length, office.index + office[0].length), view) };
    },
  },
  {
    name: "congratulates",
    verbs: "congratulates",
    read(text, view) {
      const verb = view.words.changes.congratulates.exec(text);
      const match = verb ? firstMatch(view.words.leaderChanges.congratulatedOn, text.slice(verb.index + verb[0].length)) : null;
      const role = roleIn(match?.[2] ?? "", view);
      const to = namesInProse(match?.[1] ?? "", view);
      return role === null || to.length === 0 ? null : { type: "leadership.handover", to, role };
    },
  },
  {
    name: "carried",
    verbs: "carried",
    read(text, view) {
      const match = firstMatch(view.words.leaderChanges.carriedMotion, text);
      const role = roleIn(match?.[2] ?? "", view);
      const to = namesInProse(match?.[1] ?? "", view);
      return role === null || to.length === 0 ? null : { type: "leadership.handover", to, role };
    },
  },
  {
    name: "after an election",
    verbs: "electionHeld",
    read(text, view) {
      const match = firstMatch(view.words.leaderChanges.afterElection, text);
      if (!match) return null;
      const role = roleIn(match[0].slice((match[1] ?? "").length), view);
      return { type: "leadership.handover", to: namesInProse(match[1] ?? "", view), role, linkedFrom: match.index, needsPeople: true };
    },
  },
  {
    name: "result of an election",
    verbs: "electionResult",
    read(text, view) {
      const { election, ofBoard, resultWords } = view.words.leaderChanges;
      const about = `${text} ${view.page.title}`;
      if (!election.test(about) || !(view.words.changes.roleWord.test(about) || ofBoard.test(about))) return null;
      const colon = text.search(/[:：–-]\s/);
      const named = colon < 0 ? "" : text.slice(colon + 1);
      const to = resultWords.test(named) ? [] : onlyNames(named, view);
      return { type: "leadership.handover", to, role: roleIn(about, view), linkedFrom: Math.max(colon, 0), needsPeople: true };
    },
  },
];
