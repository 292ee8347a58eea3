import type { CourseFacts } from "../extraction/index.ts";
import { slugOr } from "../records/ids.ts";
import type { CourseRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { dateOf } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import { evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

interface Sighting {
  readonly entry: PageEntry;
  readonly facts: CourseFacts;
}

/** One record per course, however many pages list it; the latest page gives its fields, the others its history. */
export function resolveCourses(entries: readonly PageEntry[], previous: readonly CourseRecord[]): CourseRecord[] {
  const byKey = new Map<string, Sighting[]>();
  for (const entry of entries) {
    for (const facts of entry.facts.courses) {
      const key = courseKey(facts);
      const list = byKey.get(key);
      if (list) list.push({ entry, facts });
      else byKey.set(key, [{ entry, facts }]);
    }
  }
  const parts = [...byKey].map(([key, sightings]) => ({
    key,
    sightings: [...sightings].sort((a, b) => byCodeUnits(dateOf(a.entry), dateOf(b.entry)) || byCodeUnits(a.entry.id, b.entry.id)),
  }));
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: [courseKey(record)] })));
  const ids = book.assign(parts.map(({ key, sightings }) => ({ keys: [key], base: baseId(sightings.at(-1)?.facts, key) })));
  const old = new Map(previous.map((record) => [record.id, record]));
  return parts.flatMap(({ sightings }, index) => {
    const latest = sightings.at(-1);
    const id = ids[index];
    if (!latest || id === undefined) return [];
    const { title, provider, url, cost, updatedOn, notes, available } = latest.facts;
    return [
      {
        kind: "course" as const,
        id,
        title,
        provider,
        url,
        cost,
        updatedOn,
        notes,
        available,
        history: historyOf(sightings),
        formerIds: old.get(id)?.formerIds ?? [],
        evidence: sortedEvidence(
          sightings.map(({ entry, facts }) => evidenceOf(entry, facts.witness)),
          null,
        ),
      },
    ];
  });
}

/** URL without query and protocol, else provider and title. */
function courseKey(course: { url: string | null; provider: string | null; title: string }): string {
  const url = course.url
    ?.replace(/^https?:\/\/(?:www\.)?/i, "")
    .split(/[?#]/)[0]
    ?.replace(/\/+$/, "")
    .toLowerCase();
  return url !== undefined && url !== "" ? `url ${url}` : `name ${slugOr(course.provider ?? "", "")} ${slugOr(course.title, course.title)}`;
}

function baseId(facts: CourseFacts | undefined, key: string): string {
  const provider = facts?.provider === null || facts?.provider === undefined ? "unknown" : slugOr(facts.provider, facts.provider);
  return `courses/${provider}/${slugOr(facts?.title ?? "", key)}`;
}

function historyOf(sightings: readonly Sighting[]): CourseRecord["history"] {
  const history: CourseRecord["history"] = [];
  for (const { entry, facts } of sightings) {
    if (history.length > 0 && history.at(-1)?.cost?.text === facts.cost?.text) continue;
    const on = dateOf(entry);
    history.push({ on: /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null, cost: facts.cost, page: entry.id });
  }
  return history;
}
