import type { Acknowledged } from "../config/index.ts";
import { changesOf, type Health, healthOf, leadersOf, openExisting } from "../queries/index.ts";
import { edtfInWords } from "../records/edtf.ts";
import type { ChangeRecord, Evidence, GroupRecord, Term } from "../records/index.ts";
import type { Output } from "./output.ts";
import { counted, onOneLine } from "./text.ts";

interface Asked {
  readonly archive: string;
  readonly json: boolean;
}

export interface ChangesArguments extends Asked {
  readonly since?: string;
  readonly group?: string;
  readonly type?: string;
  readonly basis?: string;
  readonly config?: string;
}

/** What changed, the newest first, each with the words that say so. */
export async function runChanges(args: ChangesArguments, output: Output): Promise<number> {
  const { since = null, group = null, type = null, basis = null } = args;
  const changes = await changesOf(await openExisting(args.archive), { since, group, type, basis });
  const acknowledged = new Map((await acknowledgedBy(args.config)).map((one) => [one.id, one]));
  if (args.json)
    printJson(
      output,
      changes.map((change) => (acknowledged.has(change.id) ? { ...change, acknowledged: acknowledged.get(change.id) } : change)),
    );
  else {
    const text = (change: ChangeRecord): string => changeText(change, acknowledged.get(change.id) ?? null);
    output.stdout.write(changes.length === 0 ? "No change is in the log that fits.\n" : changes.map(text).join("\n"));
    if (changes.length > 0) output.stdout.write(`\n${counted(changes.length, "change")}\n`);
  }
  return 0;
}

async function acknowledgedBy(file: string | undefined): Promise<readonly Acknowledged[]> {
  if (file === undefined) return [];
  const { acknowledgedIn, loadConfig } = await import("../config/index.ts");
  return acknowledgedIn(await loadConfig(file));
}

function changeText(
  { detectedOn, summary, type, basis, confidence, evidence, correctedBy }: ChangeRecord,
  known: Acknowledged | null,
): string {
  const corrected = correctedBy === null ? "" : `, corrected by ${correctedBy}`;
  return [
    `${detectedOn}  ${onOneLine(summary)}`,
    `            ${type}, ${basis}, confidence ${confidence}${corrected}`,
    ...(known === null ? [] : [`            acknowledged until ${known.until}: ${onOneLine(known.reason)}`]),
    ...quotesOf(evidence, 12),
    "",
  ].join("\n");
}

/** Two pieces of evidence say enough; the archive has the others. */
function quotesOf(evidence: readonly Evidence[], indent: number): string[] {
  const told = evidence.filter(({ quote, url, pageId }) => quote !== undefined || url !== null || pageId !== undefined).slice(0, 2);
  const more = evidence.length - told.length;
  return [
    ...told.map(({ quote, url, pageId }) =>
      `${" ".repeat(indent)}${quote === undefined ? "" : `“${onOneLine(quote)}” `}${url ?? (pageId === undefined ? "" : `page ${pageId}`)}`.trimEnd(),
    ),
    ...(more > 0 && told.length > 0 ? [`${" ".repeat(indent)}and ${more} more`] : []),
  ];
}

export interface WhoArguments extends Asked {
  readonly group: string;
  readonly asOf?: string;
}

/** Who led a group, and how that is known. */
export async function runWho(args: WhoArguments, output: Output): Promise<number> {
  const { group, asOf, leading, perhaps, before } = await leadersOf(await openExisting(args.archive), args.group, args.asOf ?? null);
  if (args.json) printJson(output, { group: group.id, name: group.name, asOf, leading, perhaps, before });
  else {
    output.stdout.write(`${onOneLine(group.name)}, ${asOf}\n\n`);
    // What is to be looked at is so today, whatever day is asked about.
    const text = args.asOf === undefined ? termText : (term: Term): string => termText({ ...term, review: null });
    output.stdout.write(leading.length === 0 ? "Nobody is known to have led it then.\n" : leading.map(text).join("\n"));
    if (perhaps.length > 0) output.stdout.write(`\nPerhaps: listed only later, or long before\n\n${perhaps.map(text).join("\n")}`);
    if (before.length > 0) output.stdout.write(`\nBefore\n\n${before.map(termText).join("\n")}`);
  }
  return 0;
}

/** Archives of before know neither conflicts nor reviews. */
function termText(term: Term): string {
  const { person, role, start, end, evidence, conflicts = [], listedFrom = null, listedUntil = null, review = null } = term;
  const listed = listedFrom === null ? "" : `, listed from ${listedFrom} to ${listedUntil}`;
  const years = start === null && end === null ? listed : `, ${inWords(start)} to ${inWords(end)}`;
  return [
    `  ${onOneLine(person.name)}, ${role}${years}`,
    ...quotesOf(evidence, 6),
    ...conflicts.flatMap((one) => [
      `      but another source gives the ${one.field} as ${edtfInWords(one.value)}`,
      ...quotesOf(one.evidence ? [one.evidence] : [], 8),
    ]),
    ...(review === null ? [] : [`      for review: ${onOneLine(review)}`]),
    "",
  ].join("\n");
}

function inWords(date: string | null): string {
  return date === null ? "…" : edtfInWords(date);
}

/** A line for each group. */
export async function runHealth(args: Asked, output: Output): Promise<number> {
  const lines = await healthOf(await openExisting(args.archive));
  if (args.json) printJson(output, lines);
  else {
    const rows = lines.map((line) => [
      onOneLine(line.name),
      stateOf(line),
      line.lastMeetingOn ?? "-",
      line.activity.expectedEveryDays === null ? (line.meetingCadence ?? "-") : counted(line.activity.expectedEveryDays, "day"),
      line.lastReportOn ?? "-",
      line.reportsOnTime === null ? "-" : `${line.reportsOnTime.onTime} of ${line.reportsOnTime.due}`,
      [line.nextReportDue ?? "-", ...line.reportsOwed.map((period) => `${period} missing`)].join(", "),
      leadersText(line.leaders) || "-",
    ]);
    output.stdout.write(
      table([["group", "state", "last meeting", "meets every", "last report", "on time", "next report due", "leaders"], ...rows]),
    );
  }
  return 0;
}

/** Each with all roles. */
function leadersText(leaders: Health["leaders"]): string {
  return [...Map.groupBy(leaders, ({ name }) => name)]
    .map(([name, roles]) => `${onOneLine(name)} (${roles.map(({ role }) => role).join(", ")})`)
    .join(", ");
}

/** What pages say, and what the dates say where that is more. */
function stateOf({ status, activity }: Pick<GroupRecord, "status" | "activity">): string {
  const since = activity.since ? ` since ${activity.since}` : "";
  if (activity.value === "unknown" || activity.value === status.value) return `${status.value}${activity.value === "unknown" ? "" : since}`;
  return status.value === "unknown" ? `${activity.value}${since}` : `${status.value}, ${activity.value}${since}`;
}

const widestCell = 44;

/** Columns as wide as their cells; the last one runs on. */
function table(rows: readonly (readonly string[])[]): string {
  const cut = (cell: string, isLast: boolean): string => (isLast || cell.length <= widestCell ? cell : `${cell.slice(0, widestCell - 1)}…`);
  const cells = rows.map((row) => row.map((cell, column) => cut(cell, column === row.length - 1)));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd()}\n`,
    )
    .join("");
}

function printJson(output: Output, value: unknown): void {
  output.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
