import type { PageFrame, PageRef, Person } from "./blocks.ts";
import { printedDay } from "./blocks.ts";
import type { PageKind } from "./bodies.ts";
import { inventPeople, inventTopic } from "./invent.ts";
import type { Random } from "./random.ts";

/**
 * File sizes of a page: the 295 HTML pages of two real spaces have a median of 6.6 kB and a mean of 11 kB, the 4,585 Markdown pages of nineteen
 * spaces 3.8 and 5.2 kB; the same tail in both.
 */
const medianBytes = 4_200;
const sigma = 1.15;
const largestBytes = 100_000;

/** A page that is to be written. */
export interface Draft {
  readonly kind: PageKind;
  readonly frame: PageFrame;
  readonly group: Group;
  readonly day: string;
  readonly children: PageRef[];
  readonly bytes: number;
}

interface Group {
  readonly name: string;
  readonly home: PageRef;
  readonly people: readonly Person[];
}

/** Home pages of groups, index pages by year, and below them what the groups write. */
export function planSpace(random: Random, count: number, spaceName: string): Draft[] {
  const everyone = inventPeople(random, Math.round(20 * Math.sqrt(count)));
  const drafts: Draft[] = [];
  let nextId = 41_287_000;
  const add = (kind: PageKind, title: string, parents: readonly Draft[], day: string, bytes: number, group?: Group): Draft => {
    nextId += random.between(3, 97);
    const people = group?.people ?? random.some(everyone, 25);
    const frame: PageFrame = {
      id: nextId,
      title,
      parents: parents.map(({ frame: { id, title: name } }) => ({ id, title: name })),
      createdBy: random.pick(random.chance(0.2) ? everyone : people),
      modifiedOn: printedDay(day),
    };
    const draft: Draft = { kind, frame, group: group ?? { name: title, home: frame, people }, day, children: [], bytes };
    parents.at(-1)?.children.push(frame);
    drafts.push(draft);
    return draft;
  };
  const root = add("home", spaceName, [], "2024-12-20", 6_000);
  const homes = [root];
  for (let index = 1; index < count / 90; index += 1)
    homes.push(add("home", `${inventTopic(random).replace(/,.*/, "")} ${index} Subgroup`, [root], "2024-11-20", 5_000));
  const folders = new Map<string, Draft>();
  while (drafts.length < count) {
    const home = random.pick(homes);
    const day = new Date(Date.UTC(2019, 0, 1) + random.between(0, 2_190) * 86_400_000).toISOString().slice(0, 10);
    const year = day.slice(0, 4);
    const bytes = Math.min(random.skewed(medianBytes, sigma), largestBytes);
    const kind = kindFor(random, bytes);
    const above = home === root ? [root] : [root, home];
    if (kind !== "meeting" && kind !== "report") {
      add(kind, titleOf(random, kind, home.frame.title), above, day, bytes, home.group);
      continue;
    }
    const folderTitle = kind === "meeting" ? `${home.frame.title} ${year} Meetings` : `${home.frame.title} Reports`;
    const folder = folders.get(folderTitle) ?? add("index", folderTitle, above, "2024-12-20", largestBytes, home.group);
    folders.set(folderTitle, folder);
    if (drafts.length >= count) break;
    const quarter = `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    const title = kind === "meeting" ? `${day} ${home.frame.title} Meeting` : `${year} ${quarter} Report: ${home.frame.title}`;
    add(kind, title, [...above, folder], day, bytes, home.group);
  }
  return drafts;
}

function kindFor(random: Random, bytes: number): PageKind {
  const roll = random.next();
  if (bytes > 25_000) return roll < 0.15 ? "log" : roll < 0.3 ? "roster" : "notes";
  if (roll < 0.57) return "meeting";
  if (roll < 0.62) return "report";
  if (roll < 0.63) return "log";
  if (roll < 0.634) return "recordings";
  if (roll < 0.644) return "roster";
  return roll < 0.65 ? "courses" : "notes";
}

function titleOf(random: Random, kind: PageKind, group: string): string {
  const number = random.between(1, 9_999);
  switch (kind) {
    case "log":
      return `${group} Meeting Notes ${number}`;
    case "recordings":
      return `${group} Recordings ${number}`;
    case "roster":
      return `${group} Members ${number}`;
    case "courses":
      return `Online Courses ${number}`;
    default:
      return `${inventTopic(random)}: ${number}`;
  }
}
