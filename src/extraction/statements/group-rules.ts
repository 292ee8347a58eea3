import type { PageView } from "../view.ts";
import type { StatementRule } from "./rule.ts";

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
