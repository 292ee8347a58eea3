import { belowArchive, type ChangeEvent } from "../changes/index.ts";
import { defaultLexicon } from "../extraction/index.ts";
import type { ChangeType, GroupRecord, GroupStatus } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { ResolvedGroup } from "./groups.ts";

const stateAfter: Partial<Record<ChangeType, GroupStatus>> = {
  "group.created": "active",
  "group.reactivated": "active",
  "group.inactive": "inactive",
  "group.disbanded": "inactive",
};

/** What the pages declare: a mark on the group's name first, then its place below an archive, then the last sentence that tells of its state. */
export function declaredStatus(group: ResolvedGroup, id: string, events: readonly ChangeEvent[]): GroupRecord["status"] {
  if (group.status) return { value: group.status.value, since: null, basis: group.status.mention.witness.rule };
  const home = group.mentions.find((mention) => mention.entry.id === group.homePage)?.entry;
  if (!group.isSpaceGroup && home?.envelope.parents.some((parent) => defaultLexicon.marks.archivePage.test(parent.title)))
    return { value: "archived", since: null, basis: belowArchive };
  const told = events
    .flatMap((event) => {
      const value = event.group === id ? stateAfter[event.type] : undefined;
      const toldOn = event.witnesses.reduce((most, { toldOn }) => later(most, toldOn), "");
      return value === undefined ? [] : [{ value, since: event.at, toldOn }];
    })
    .sort((a, b) => byCodeUnits(a.toldOn, b.toldOn) || byCodeUnits(a.since ?? "", b.since ?? "") || byCodeUnits(a.value, b.value))
    .at(-1);
  return told ? { value: told.value, since: told.since, basis: "stated change" } : { value: "unknown", since: null, basis: null };
}

/** By a mark or its place: what sentences say of an end has a day. */
export function isMarkedEnded({ value, basis }: GroupRecord["status"]): boolean {
  return (value === "archived" || value === "inactive") && basis !== "stated change";
}

function later(a: string, b: string): string {
  return byCodeUnits(a, b) < 0 ? b : a;
}
