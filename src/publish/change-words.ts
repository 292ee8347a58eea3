import { type ChangeRecord, type ChangeType, type Collection, collections } from "../records/index.ts";

/** How many records of a collection a run added, changed and took out of it. */
export interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

type Noun = readonly [one: string, several: string];

/** What a run brought. */
export interface Brought {
  /** New in the log. */
  readonly changes: readonly ChangeRecord[];
  /** Who leads the groups now. */
  readonly groups: readonly { readonly group: string; readonly leaders: readonly { readonly name: string; readonly role: string }[] }[];
  readonly counts: Readonly<Record<Collection, Counted>> | null;
}

/** One, and several of a type, as a commit or a headline counts them. In the order in which they matter where there are as many of each. */
const nouns: Readonly<Record<ChangeType, Noun>> = {
  "report.published": ["report", "reports"],
  "leadership.handover": ["leadership handover", "leadership handovers"],
  "leadership.joined": ["new leader", "new leaders"],
  "leadership.left": ["leader who left", "leaders who left"],
  "group.created": ["new group", "new groups"],
  "group.renamed": ["renamed group", "renamed groups"],
  "group.inactive": ["inactive group", "inactive groups"],
  "group.reactivated": ["reactivated group", "reactivated groups"],
  "group.disbanded": ["disbanded group", "disbanded groups"],
  "report.overdue": ["overdue report", "overdue reports"],
  "recording.published": ["recording", "recordings"],
  "recording.unavailable": ["lost recording", "lost recordings"],
  "cadence.changed": ["new meeting rhythm", "new meeting rhythms"],
  "attendance.changed": ["change of attendance", "changes of attendance"],
  "course.added": ["new course", "new courses"],
  "course.changed": ["changed course", "changed courses"],
  "course.removed": ["removed course", "removed courses"],
  "page.removed": ["removed page", "removed pages"],
  "page.restored": ["restored page", "restored pages"],
};
const correction = ["correction", "corrections"] as const;
/** An archive of a later version may hold a type that is not known here. */
const unknown = ["other change", "other changes"] as const;
const chairHandover = ["chair handover", "chair handovers"] as const;

const recordNouns: Readonly<Record<Collection, Noun>> = {
  groups: ["group", "groups"],
  people: ["person", "people"],
  reports: ["report", "reports"],
  meetings: ["meeting", "meetings"],
  recordings: ["recording", "recordings"],
  courses: ["course", "courses"],
  changes: ["change", "changes"],
  pages: ["page", "pages"],
};

/** `Leadership handover`. */
export function wordsOfType(type: string): string {
  const noun = nouns[type as ChangeType]?.[0] ?? type;
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/**
 * What a run brought, in a few words: `2 reports, 1 chair handover`. Where nothing was reported, what became of the records: `3 meetings, 12 pages
 * changed`. No word of a page is in it, so that it may be the subject of a commit.
 */
export function headlineOf({ changes, groups, counts }: Brought, longest = 72): string {
  const parts = changes.length > 0 ? changeParts(changes, groups) : counts === null ? [] : recordParts(counts);
  return parts.length === 0 ? "state of the sources" : fitting(parts, longest);
}

function changeParts(changes: readonly ChangeRecord[], groups: Brought["groups"]): string[] {
  const order = Object.values(nouns);
  const counted = new Map<Noun, number>();
  for (const change of changes) {
    const noun = nounOf(change, groups);
    counted.set(noun, (counted.get(noun) ?? 0) + 1);
  }
  return [...counted].sort(([a, n], [b, m]) => m - n || order.indexOf(a) - order.indexOf(b)).map(([noun, count]) => counting(count, noun));
}

/** A handover is of the chair where the one who took over is known to be it. */
function nounOf({ type, corrects, group, to }: ChangeRecord, groups: Brought["groups"]): Noun {
  if (corrects !== null) return correction;
  const leaders = groups.find((one) => one.group === group)?.leaders ?? [];
  const isOfChair = to.some((side) => typeof side === "object" && leaders.some(({ name, role }) => role === "chair" && name === side.name));
  if (type === "leadership.handover" && isOfChair) return chairHandover;
  return nouns[type] ?? unknown;
}

function recordParts(counts: Readonly<Record<Collection, Counted>>): string[] {
  const parts = (what: keyof Counted, ending: string): string[] =>
    collections.filter((name) => counts[name][what] > 0).map((name) => `${counting(counts[name][what], recordNouns[name])}${ending}`);
  const added = parts("added", "");
  return added.length > 0 ? added : [...parts("changed", " changed"), ...parts("removed", " removed")];
}

/** As many parts as fit; the others are counted. */
function fitting(parts: readonly string[], longest: number): string {
  for (let kept = parts.length; kept > 1; kept -= 1) {
    const more = parts.length - kept;
    const line = `${parts.slice(0, kept).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    if (line.length <= longest) return line;
  }
  return `${parts[0] ?? ""}${parts.length > 1 ? ` and ${parts.length - 1} more` : ""}`;
}

/** `1 page`, `2 pages`. */
export function counting(count: number, [one, several]: Noun): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** `2 reports, 3 meetings added; 1 page changed`, or null where no record is another than before. */
export function countsInWords(counts: Readonly<Record<Collection, Counted>>): string | null {
  const told = (["added", "changed", "removed"] as const).flatMap((what) => {
    const parts = collections.filter((name) => counts[name][what] > 0).map((name) => counting(counts[name][what], recordNouns[name]));
    return parts.length > 0 ? [`${parts.join(", ")} ${what}`] : [];
  });
  return told.length > 0 ? told.join("; ") : null;
}
