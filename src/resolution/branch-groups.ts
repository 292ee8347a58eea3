import { bareGroupName, defaultLexicon, type GroupMention, groupKindOf } from "../extraction/index.ts";
import type { PageIndex } from "./page-index.ts";
import type { PageEntry } from "./types.ts";

/** From this many meetings and reports on a branch of the page tree is the work of a group. */
const fewest = 3;
/** A branch right below the home that holds nearly all meetings of a space is the space's own group under another name. */
const nearlyAll = 0.7;

export interface Branch {
  /** The page at the head of the branch, which is the group's home. */
  readonly head: PageEntry;
  readonly mention: GroupMention;
  readonly isWholeSpace: boolean;
}

/**
 * Groups that no word calls a group: a project, a lab or a user community whose page has meetings below it. The head of a meeting is its nearest
 * ancestor that is neither the space's home nor a mere folder ("Meetings", "2023", "Q2 Agendas").
 */
export function branchGroups(entries: readonly PageEntry[], index: PageIndex): Branch[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const branches = new Map<PageEntry, { meetings: number; reports: number }>();
  let all = 0;
  for (const entry of entries) {
    const meetings = entry.facts.meetings.filter((meeting) => meeting.date !== null).length;
    const reports = reportsOf(entry);
    if (meetings + reports === 0) continue;
    all += meetings;
    const head = headOf(entry, byId, index);
    if (!head) continue;
    const before = branches.get(head) ?? { meetings: 0, reports: 0 };
    branches.set(head, { meetings: before.meetings + meetings, reports: before.reports + reports });
  }
  return [...branches].flatMap(([head, { meetings, reports }]) =>
    meetings + reports < (namesItsLeader(head) ? 1 : fewest)
      ? []
      : [branchOf(head, meetings >= all * nearlyAll && head.envelope.parents.length <= 1)],
  );
}

function branchOf(head: PageEntry, isWholeSpace: boolean): Branch {
  const name = bareGroupName(head.envelope.title.replace(defaultLexicon.titles.archived, " "));
  const archived = defaultLexicon.titles.archived.test(head.envelope.title) ? ("archived" as const) : null;
  const kind = groupKindOf(name, defaultLexicon);
  const mention: GroupMention = {
    name,
    aliases: [],
    kind: kind ?? "project",
    href: null,
    strength: 3,
    status: archived,
    witness: { quote: null, heading: null, rule: "meetings below the page" },
  };
  return { head, mention, isWholeSpace: isWholeSpace && kind === null };
}

function headOf(entry: PageEntry, byId: ReadonlyMap<string, PageEntry>, index: PageIndex): PageEntry | null {
  const above = [...entry.envelope.parents].reverse().flatMap((parent) => {
    const id = index.above(parent, entry.envelope.space);
    return id === null ? [] : (byId.get(id) ?? []);
  });
  // A page that is a project by its own form heads all below it, whatever the pages between are called.
  const head = above.find(isProjectByForm) ?? above.find((page) => !isFolder(page));
  return head === undefined || head.envelope.isHome ? null : head;
}

function isProjectByForm({ facts }: PageEntry): boolean {
  return facts.groups.some((mention) => mention.witness.rule === "form of a project");
}

/** A report that names its group is that group's, wherever it lies. */
function reportsOf({ facts }: PageEntry): number {
  return facts.report !== null && !facts.groups.some((mention) => mention.witness.rule === "report title") ? 1 : 0;
}

/** "PTL: Ann Lee" on the page itself: then one meeting below it is enough. A title that says the kind of the group needs no such sign. */
function namesItsLeader(page: PageEntry): boolean {
  return groupKindOf(page.envelope.title, defaultLexicon) === null && page.facts.terms.some((term) => term.group === null);
}

/** Pages that only sort others: their titles say what lies below or when, not who works there. */
function isFolder(page: PageEntry): boolean {
  if (page.envelope.isHome) return false;
  const { titles, groups } = defaultLexicon;
  const { title } = page.envelope;
  return page.facts.meetings.length > 0 || titles.folder.test(title) || /^[^\p{L}]*$/u.test(title) || groups.plural.test(title);
}
