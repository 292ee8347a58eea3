import type { ReportRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { People } from "./people.ts";
import { evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

export function resolveReports(
  entries: readonly PageEntry[],
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
  previous: readonly ReportRecord[],
): ReportRecord[] {
  const reports = entries.flatMap((entry) => (entry.facts.report ? [{ entry, facts: entry.facts.report }] : []));
  const drafts = reports.map(({ entry, facts }) => {
    const group = finder.ofPage(entry);
    const groupId = group ? idOfGroup(group) : null;
    const folder = `reports/${groupId === null ? "unassigned" : groupId.slice("groups/".length)}`;
    return { entry, facts, groupId, folder, label: facts.period?.label ?? "undated" };
  });
  // The report of a period that was first written keeps the bare id; further ones, and all undated ones, carry their page id.
  const firstOf = new Map<string, PageEntry>();
  for (const { entry, folder, label } of drafts) {
    const key = `${folder}/${label}`;
    const first = firstOf.get(key);
    if (!first || comparePages(entry, first) < 0) firstOf.set(key, entry);
  }
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: [record.page] })));
  const ids = book.assign(
    drafts.map(({ entry, folder, label }) => ({
      keys: [entry.id],
      base:
        label !== "undated" && firstOf.get(`${folder}/${label}`) === entry
          ? `${folder}/${label}`
          : `${folder}/${label}-${entry.envelope.pageId}`,
    })),
  );
  const old = new Map(previous.map((record) => [record.id, record]));
  return drafts.map(({ entry, facts, groupId }, index) => {
    const { space, pageId, title } = entry.envelope;
    const id = ids[index] ?? "";
    const evidence = [
      evidenceOf(entry, facts.periodWitness, ["period"]),
      ...(facts.authorsWitness ? [evidenceOf(entry, facts.authorsWitness, ["authors"])] : []),
      ...(facts.publishedWitness ? [evidenceOf(entry, facts.publishedWitness, ["publishedOn"])] : []),
      ...(facts.averageAttendance ? [evidenceOf(entry, facts.averageAttendance.witness, ["averageAttendance"])] : []),
      ...(facts.meetingCadence ? [evidenceOf(entry, facts.meetingCadence.witness, ["meetingCadence"])] : []),
    ];
    return {
      kind: "report",
      id,
      title,
      page: entry.id,
      group: groupId,
      period: facts.period,
      authors: facts.authors.map((person) => people.ref(person, space)),
      publishedOn: facts.publishedOn,
      sections: facts.sections.map((section) => ({ ...section })),
      averageAttendance: facts.averageAttendance?.value ?? null,
      meetingCadence: facts.meetingCadence?.value ?? null,
      formerIds: old.get(id)?.formerIds ?? [],
      evidence: sortedEvidence(evidence, pageId),
    };
  });
}

function comparePages(a: PageEntry, b: PageEntry): number {
  const [x, y] = [a.envelope.pageId, b.envelope.pageId];
  return x.length - y.length || byCodeUnits(x, y);
}
