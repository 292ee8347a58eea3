import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ArchiveReader, assertOutside } from "./archive/index.ts";
import { changeFeeds } from "./publish/feeds.ts";
import { groupPage } from "./publish/site/group.ts";
import { groupPath, overviewPage } from "./publish/site/overview.ts";
import { escaped, linked, page } from "./publish/site/page.ts";
import { type Exported, tablesOf } from "./publish/tables.ts";
import { healthOf, openExisting } from "./queries/index.ts";
import { newestFirst } from "./records/change.ts";
import type { RootRecord } from "./records/index.ts";
import { byCodeUnits } from "./records/order.ts";

export interface Published {
  readonly out: string;
  readonly files: number;
  /** Of them, those that were not there or said something else. */
  readonly written: number;
}

/**
 * An archive for people: a small static site that loads nothing from anywhere, the feeds, and tables for spreadsheets. The same archive gives the same
 * bytes; files that are there and are not of this site stay.
 * @throws InputError where the folder holds no archive, ConfigError where the site would lie within it
 */
export async function publish(options: { readonly archive: string; readonly out: string }): Promise<Published> {
  const { archive, out } = options;
  await assertOutside(out, archive);
  const reader = await openExisting(archive);
  const files = await siteOf(reader, reader.root() as RootRecord);
  let written = 0;
  for (const [path, text] of files) written += (await writeIfNew(join(out, path), text)) ? 1 : 0;
  return { out, files: files.length, written };
}

async function siteOf(reader: ArchiveReader, root: RootRecord): Promise<(readonly [path: string, text: string])[]> {
  const exported: Exported = {
    changes: await Array.fromAsync(reader.records("changes")),
    meetings: await Array.fromAsync(reader.records("meetings")),
    reports: await Array.fromAsync(reader.records("reports")),
    recordings: await Array.fromAsync(reader.records("recordings")),
    courses: await Array.fromAsync(reader.records("courses")),
  };
  const changes = [...exported.changes].sort(newestFirst);
  const { title: site, asOf } = root;
  const footer = footerOf(root);
  const counts = Object.entries(root.collections).map(([collection, { count }]) => [collection, count] as const);
  const first = overviewPage({ asOf, groups: await healthOf(reader), changes, courses: exported.courses, counts });
  const pages: (readonly [string, string])[] = [["index.html", page({ title: site, site, root: "", content: first, footer })]];
  const addresses = await addressesOf(reader, [...exported.meetings, ...exported.reports]);
  const [reports, meetings, recordings] = [
    newestByGroup(exported.reports, ({ period, publishedOn }) => period?.end ?? publishedOn),
    newestByGroup(exported.meetings, ({ date }) => date),
    newestByGroup(exported.recordings, ({ date }) => date),
  ];
  const ofGroup = Map.groupBy(changes, ({ group }) => group);
  for await (const group of reader.records("groups")) {
    const content = groupPage({
      group,
      reports: reports.get(group.id) ?? [],
      meetings: meetings.get(group.id) ?? [],
      recordings: recordings.get(group.id) ?? [],
      changes: ofGroup.get(group.id) ?? [],
      addressOf: (id) => addresses.get(id) ?? null,
    });
    pages.push([groupPath(group.id), page({ title: group.name, site, root: "../", content, footer })]);
  }
  return [...pages, ...changeFeeds(site, exported.changes), ...tablesOf(exported)];
}

function newestByGroup<T extends { readonly id: string; readonly group: string | null }>(
  list: readonly T[],
  dayOf: (one: T) => string | null,
): Map<string | null, T[]> {
  const sorted = [...list].sort((a, b) => byCodeUnits(dayOf(b) ?? "", dayOf(a) ?? "") || byCodeUnits(a.id, b.id));
  return Map.groupBy(sorted, ({ group }) => group);
}

/** The addresses of the pages that are linked. */
async function addressesOf(reader: ArchiveReader, records: readonly { readonly page: string }[]): Promise<Map<string, string | null>> {
  const wanted = new Set(records.map(({ page: id }) => id));
  const found = new Map<string, string | null>();
  for await (const { id, url } of reader.records("pages")) if (wanted.has(id)) found.set(id, url);
  return found;
}

/** Licence and attribution, as each source asks for it. */
function footerOf({ asOf, sources }: RootRecord): string {
  const notices = sources.map(({ id, url, license, attribution }) =>
    [linked(url, id), ...[license, attribution].flatMap((text) => (text === null ? [] : [escaped(text)]))].join(", "),
  );
  return `Read from ${[...new Set(notices)].join("; ")}. As of ${escaped(asOf)}.`;
}

/** Whole or not at all: somebody may be reading the file. */
async function writeIfNew(file: string, text: string): Promise<boolean> {
  if ((await readFile(file, "utf8").catch(() => null)) === text) return false;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
  return true;
}
