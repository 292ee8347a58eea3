import { introducedIn } from "../introduced-groups.ts";
import { firstMatch, type Lexicon } from "../lexicon/index.ts";
import type { PageView } from "../view.ts";
import type { StatementRule } from "./rule.ts";

/** What stands before a verb, without auxiliaries and what is set off by commas. */
function subjectBefore(verbs: keyof Lexicon["changes"], text: string, view: PageView): string {
  const { auxiliary, apposition } = view.words.groupChanges;
  const before = text.slice(0, Math.max(text.search(view.words.changes[verbs]), 0));
  return before.replace(apposition, " ").replace(auxiliary, " ").trim();
}

/** Whether a subject is a group: nothing, a proper name, or "the group"; "the notes of the group" are none. */
function isGroupSubject(subject: string, view: PageView): boolean {
  const { notSubject, subject: aGroup } = view.words.groupChanges;
  if (notSubject.test(subject)) return false;
  return subject === "" || aGroup.test(subject) || /\p{Lu}[\p{L}\d-]*(?:\s*\([^()]{1,30}\))?$/u.test(subject);
}

/** "The task force delivered its paper and was dissolved": what the group did before it ended stands between them. */
function endsItsWork(subject: string, view: PageView): boolean {
  const { finished } = view.words.groupChanges;
  const verb = finished.exec(subject);
  return verb !== null && verb.index > 0 && isGroupSubject(subject.slice(0, verb.index), view);
}

const endings: readonly StatementRule[] = [
  {
    name: "stopped meeting",
    verbs: "stoppedMeeting",
    read: () => ({ type: "group.inactive", isState: true }),
  },
  {
    name: "moved to a state",
    verbs: "movedToAState",
    read: (text, view) => (isGroupSubject(subjectBefore("movedToAState", text, view), view) ? { type: "group.inactive" } : null),
  },
  {
    name: "was closed",
    verbs: "wasClosed",
    read: (text, view) => (isGroupSubject(subjectBefore("wasClosed", text, view), view) ? { type: "group.disbanded" } : null),
  },
  {
    name: "mandate ended",
    verbs: "mandateEnded",
    read: () => ({ type: "group.disbanded" }),
  },
  {
    name: "disbanded",
    verbs: "disbanded",
    read(text, view) {
      const { aboutAny, disbanded, notDisbanded } = view.words.groupChanges;
      if (notDisbanded.test(text) || !(aboutAny.test(text) || disbanded.test(text))) return null;
      const subject = subjectBefore("disbanded", text, view);
      return isGroupSubject(subject, view) || endsItsWork(subject, view) ? { type: "group.disbanded" } : null;
    },
  },
  {
    name: "merged",
    verbs: "merged",
    read: (text, view) => (view.words.groupChanges.onlyOnce.test(text) ? null : { type: "group.disbanded" }),
  },
  {
    name: "final meeting",
    verbs: "finalMeeting",
    read: () => ({ type: "group.inactive" }),
  },
  {
    name: "ended behind a name",
    verbs: "endedBehindName",
    read: (text) => (text.length < 160 ? { type: "group.disbanded" } : null),
  },
  {
    name: "marked inactive",
    verbs: "markedInactive",
    read: (text, view) =>
      view.words.groupChanges.aboutOne.test(text) && text.length < 120 ? { type: "group.inactive", isState: true } : null,
  },
];

const beginnings: readonly StatementRule[] = [
  {
    name: "back again",
    verbs: "backAgain",
    read: () => ({ type: "group.reactivated" }),
  },
  {
    name: "was renamed",
    verbs: "renamed",
    read: (text, view) =>
      isGroupSubject(subjectBefore("renamed", text, view), view) || view.words.groupChanges.nameChanged.test(text)
        ? { type: "group.renamed", toText: firstMatch(view.words.groupChanges.renamedTo, text)?.[1] ?? null }
        : null,
  },
  {
    name: "was approved",
    verbs: "wasApproved",
    read: (text, view) => (view.words.groupChanges.notCreated.test(text) ? null : { type: "group.created" }),
  },
  {
    name: "was approved as a group",
    verbs: "wasApprovedAsGroup",
    read(text, view) {
      const { notCreated, subject: aGroup } = view.words.groupChanges;
      const subject = subjectBefore("wasApprovedAsGroup", text, view);
      return aGroup.test(subject) && isGroupSubject(subject, view) && !notCreated.test(text) ? { type: "group.created" } : null;
    },
  },
  {
    name: "approves a group",
    verbs: "approvesGroup",
    read: () => ({ type: "group.created" }),
  },
  {
    name: "forms a group",
    verbs: "formsAGroup",
    read: () => ({ type: "group.created" }),
  },
  {
    name: "introduces a group",
    verbs: "introducesGroup",
    read(text, view) {
      const introduced = introducedIn(text, view);
      return introduced ? { type: "group.created", ofGroup: introduced.name } : null;
    },
  },
  {
    name: "new group",
    verbs: "newGroup",
    read(text, view) {
      const { aboutNewOne, kickOff } = view.words.groupChanges;
      return aboutNewOne.test(text) || kickOff.test(text) ? { type: "group.created" } : null;
    },
  },
  {
    name: "was formed",
    verbs: "wasFormed",
    read(text, view) {
      const { aboutNewOne, nameWasFormed, formsOther } = view.words.groupChanges;
      // "The team has set up a channel": the subject is who did it.
      if (formsOther.test(text.slice(Math.max(text.search(view.words.changes.wasFormed), 0)))) return null;
      const subject = subjectBefore("wasFormed", text, view);
      if (!isGroupSubject(subject, view)) return null;
      return subject === "" || aboutNewOne.test(subject) || nameWasFormed.test(text) ? { type: "group.created" } : null;
    },
  },
];

/** Of what a sentence tells, the last clause counts; of two rules that read the same words, the later. */
export const groupRules: readonly StatementRule[] = [...endings, ...beginnings];
