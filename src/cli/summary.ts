import type { Collection } from "../records/index.ts";
import { collections } from "../records/index.ts";
import { estimateText, type FetchPlan, type RunReport, type SourceReport, type Spent } from "../run-report.ts";

/** What a run did, as a table for people. */
export function summaryOf(report: RunReport): string {
  const lines: string[] = [];
  const { plan, pages } = report;
  lines.push(`${report.dryRun ? "Plan (dry run, nothing written)" : "Archive"}: ${report.archive} as of ${plan.asOf}`);
  for (const source of report.sources)
    lines.push(
      `  ${source.id}${source.space ? ` (${source.space})` : ""}: ${source.failure === null ? readLine(source) : "failed"}${source.plan ? `; ${planLine(source.plan)}` : ""}${source.spent ? `; ${spentLine(source.spent)}` : ""}`,
    );
  if (report.dryRun) lines.push(...report.sources.flatMap(({ id, plan: planned }) => estimateLine(id, estimateText(planned))));
  const { videos } = report;
  lines.push(
    `Pages read: ${pages.read}${pages.fromArchive > 0 ? `, from the archive: ${pages.fromArchive}` : ""}${pages.versions > 0 ? `, older versions: ${pages.versions}` : ""}`,
    ...(videos.read + videos.fromArchive > 0
      ? [`Videos read: ${videos.read}${videos.fromArchive > 0 ? `, from the archive: ${videos.fromArchive}` : ""}`]
      : []),
    "",
  );
  lines.push(
    ...table(
      ["", "added", "changed", "unchanged", "gone", "in all"],
      collections.map((name) => rowOf(name, report)),
    ),
  );
  lines.push(
    ...table(
      ["", "added", "changed", "unchanged", "gone", "in all"],
      [filesRow("raw files", plan.raw), filesRow("other files", plan.other)],
    ).slice(1),
    "",
  );
  const { phone, email, passcode, secret } = report.redactions;
  lines.push(`Redacted: ${phone} phone numbers, ${email} e-mail addresses, ${passcode} passcodes, ${secret} keys`);
  if (report.takenOut > 0) lines.push(`Left out as taken out for good: ${report.takenOut} places (state/redactions.json)`);
  lines.push(...skipLines(report));
  for (const item of report.leftOut) lines.push(`Left out: ${item.count} ${item.what}`);
  for (const [rule, count] of Object.entries(report.failedRules))
    lines.push(`Rule failed: ${rule} on ${count} pages (a bug: please report it)`);
  const losses = Object.entries(report.losses).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  if (losses.length > 0) lines.push(`Not kept by the page model: ${losses.map(([what, count]) => `${what} (${count})`).join(", ")}`);
  lines.push(
    `${report.seconds.toFixed(1)} s${plan.writes.length === 0 ? ", nothing to write" : `, ${plan.writes.length} files ${report.dryRun ? "would be written" : "written"}`}`,
  );
  return `${lines.join("\n")}\n`;
}

function estimateLine(id: string, estimate: string | null): string[] {
  return estimate === null ? [] : [`  ${id}: ${estimate}`];
}

function readLine({ pages, videos }: SourceReport): string {
  return videos > 0 ? `${videos} videos` : `${pages} pages`;
}

function planLine(plan: FetchPlan): string {
  const gone = Object.entries(plan.gone).map(([fate, count]) => `${count} ${fate}`);
  const parts = [
    plan.listing === "complete" ? `${plan.listed} listed` : `${plan.listed} lately changed`,
    `${plan.fetch} to read`,
    ...(plan.touch > 0 ? [`${plan.touch} moved, renamed or labelled`] : []),
    ...gone,
    ...(plan.units !== undefined ? [`about ${plan.units} quota units`] : []),
    ...(plan.requests > 0 && plan.units === undefined
      ? [`about ${plan.requests} ${plan.requests === 1 ? "request" : "requests"} for the bodies`]
      : []),
  ];
  return parts.join(", ");
}

function spentLine({ requests, retries, units }: Spent): string {
  return `${requests} requests made${units === undefined ? "" : ` for ${units} quota units`}${retries > 0 ? `, ${retries} of them again` : ""}`;
}

function skipLines(report: RunReport): string[] {
  const faults = report.skipped.filter((skip) => skip.weight === "fault");
  const notes = report.skipped.filter((skip) => skip.weight === "note");
  return [
    ...(faults.length > 0 ? [`Set aside: ${faults.length} (named above)`] : []),
    ...(notes.length > 0 ? [`Left out on purpose: ${notes.length} files (named above)`] : []),
  ];
}

function rowOf(name: Collection, report: RunReport): string[] {
  const { added, changed, unchanged, removed, redirected, kept } = report.plan.collections[name];
  const all = added + changed + unchanged + kept;
  return [name, added, changed, unchanged + kept, removed + redirected, all].map(String);
}

function filesRow(name: string, counts: { added: number; changed: number; unchanged: number; removed: number }): string[] {
  return [name, counts.added, counts.changed, counts.unchanged, counts.removed, counts.added + counts.changed + counts.unchanged].map(
    String,
  );
}

const columnWidth = 11;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, ...rows].map((row) =>
    row
      .map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(columnWidth)))
      .join("")
      .trimEnd(),
  );
}
