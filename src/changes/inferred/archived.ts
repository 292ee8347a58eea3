import type { Evidence, GroupRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";

/** A page below a page called "Archive". */
export const belowArchive = "below an archive page";

/**
 * Groups whose pages were moved below an archive page, or out of there, since the state before. Nobody dates a move: the change has no day but that on
 * which it was found.
 */
export function archivedEvents(before: readonly GroupRecord[], after: readonly GroupRecord[]): ChangeEvent[] {
  const known = new Map(before.map((group) => [group.id, group]));
  return after.flatMap((group) => {
    const was = known.get(group.id);
    if (was === undefined || group.homePage === null || was.homePage !== group.homePage) return [];
    const [isArchived, wasArchived] = [group, was].map(({ status }) => status.basis === belowArchive);
    if (isArchived === wasArchived) return [];
    // Taken out of the archive and marked there by its own words, it did not begin again.
    if (wasArchived && (group.status.value === "archived" || group.status.value === "inactive")) return [];
    const summary = isArchived
      ? `The pages of ${group.name} were moved to an archive.`
      : `The pages of ${group.name} were moved out of an archive.`;
    return [
      inferredEvent(isArchived ? "group.inactive" : "group.reactivated", group, null, {
        basis: "observed",
        confidence: "medium",
        summary,
        from: [was.status.value],
        to: [group.status.value],
        subjects: [group.homePage],
        evidence: evidenceOf(group, group.homePage),
      }),
    ];
  });
}

function evidenceOf({ evidence }: GroupRecord, homePage: string): Evidence[] {
  const pageId = homePage.slice(homePage.lastIndexOf("/") + 1);
  return evidence
    .filter((item) => item.pageId === pageId)
    .slice(0, 1)
    .map((item) => ({ ...item, basis: "observed" }));
}
