import type { ChangeRecord } from "../records/index.ts";
import { wordsOfType } from "./change-words.ts";
import { inert } from "./inert-text.ts";
import { witnessesOf, witnessInWords } from "./witnesses.ts";

export type JobState = "ok" | "partial" | "failed";

/** How a group is, as `minutebook health` tells it. */
export interface GroupLine {
  readonly name: string;
  readonly status: { readonly value: string };
  readonly activity: { readonly value: string };
  readonly lastMeetingOn: string | null;
  readonly lastReportOn: string | null;
  readonly nextReportDue: string | null;
  readonly leaders: readonly { readonly name: string; readonly role: string }[];
}

/** Something that went wrong or was left out, and why. */
export interface Problem {
  readonly weight: "error" | "warning";
  readonly what: string;
  readonly why: string;
}

export interface JobFacts {
  readonly title: string;
  readonly command: string;
  readonly state: JobState;
  /** In words that hold nothing of a page. */
  readonly headline: string;
  readonly asOf: string | null;
  readonly counts: string | null;
  readonly changes: readonly ChangeRecord[];
  readonly groups: readonly GroupLine[];
  readonly problems: readonly Problem[];
  /** What became of the repository and its issues, a line each; Markdown of ours. */
  readonly notes: readonly string[];
}

/** GitHub drops a summary of more than 1 MiB altogether. Source: docs.github.com, "Workflow commands", step isolation and limits. */
const usualLimit = 900_000;
const mostChanges = 40;
const mostGroups = 60;
const mostProblems = 40;
const signs: Readonly<Record<JobState, string>> = { ok: "✅", partial: "⚠️", failed: "❌" };

/**
 * What a maintainer reads of a run, in Markdown: what changed with the words that say so, how the groups are, what failed and why. What does not fit
 * `limit` (bytes) is counted.
 */
export function jobSummary(facts: JobFacts, limit = usualLimit): string {
  const page = new BoundedPage(limit);
  const { title, headline, state, command, asOf, counts } = facts;
  page.add(`## ${signs[state]} ${inert(title, 120)}: ${inert(headline)}`, "");
  page.add(
    `\`${command}\` ended **${state}**${asOf === null ? "" : `, as of ${inert(asOf)}`}${counts === null ? "" : `: ${inert(counts)}`}.`,
    "",
  );
  if (facts.notes.length > 0) page.add(...facts.notes.map((note) => `- ${note}`), "");
  section(page, "What failed, and why", facts.problems, mostProblems, problemLine, ["entry", "entries"]);
  section(page, "What changed", facts.changes, mostChanges, changeLines, ["change", "changes"]);
  const groups = [...facts.groups].sort((a, b) => concernOf(b) - concernOf(a));
  section(page, "How the groups are", groups, mostGroups, groupLine, ["group", "groups"], groupHead);
  return page.text();
}

function section<T>(
  page: BoundedPage,
  heading: string,
  items: readonly T[],
  most: number,
  lineOf: (item: T) => string,
  noun: readonly [string, string],
  head: readonly string[] = [],
): void {
  if (items.length === 0 || !page.add(`### ${heading}`, "", ...head)) return;
  let shown = 0;
  for (const item of items.slice(0, most)) {
    if (!page.add(lineOf(item))) break;
    shown += 1;
  }
  const more = items.length - shown;
  page.close(...(more > 0 ? ["", `… and ${more} more ${more === 1 ? noun[0] : noun[1]}.`, ""] : [""]));
}

function problemLine({ weight, what, why }: Problem): string {
  return `- ${weight === "error" ? "❌" : "⚠️"} **${inert(what, 200)}**: ${inert(why)}`;
}

/** The words of one page say enough here; the archive has the others. */
function changeLines({ type, summary, at, basis, confidence, evidence, corrects }: ChangeRecord): string {
  const kind = corrects === null ? wordsOfType(type) : "Correction";
  const when = at === null || summary.includes(at) ? "" : `, ${at}`;
  const line = `- **${inert(kind)}**: ${inert(summary)} _(${inert(`${basis}, confidence ${confidence}${when}`)})_`;
  const [witness, ...others] = witnessesOf(evidence);
  if (witness === undefined) return line;
  return `${line}\n  > ${witnessInWords(witness)}${others.length > 0 ? ` and ${others.length} more` : ""}`;
}

const groupHead = ["| group | state | last meeting | last report | led by |", "| --- | --- | --- | --- | --- |"];
const concerns: readonly string[] = ["quiet", "inactive", "dormant"];

/** What wants to be looked at stands first: groups that meet no more, of these the ones that nobody ended. */
function concernOf({ status, activity }: GroupLine): number {
  const isEnded = status.value === "archived" || status.value === "inactive";
  return concerns.indexOf(activity.value) + 1 + (isEnded ? -4 : 0);
}

function groupLine({ name, status, activity, lastMeetingOn, lastReportOn, nextReportDue, leaders }: GroupLine): string {
  const state = activity.value === "unknown" ? status.value : `${status.value}, ${activity.value}`;
  const report = `${lastReportOn ?? "–"}${nextReportDue === null ? "" : ` (next due ${nextReportDue})`}`;
  const led = leaders.slice(0, 6).map((leader) => `${leader.name} (${leader.role})`);
  const cells = [name, state, lastMeetingOn ?? "–", report, led.join(", ") || "–"];
  return `| ${cells.map((cell) => inert(cell, 200)).join(" | ")} |`;
}

/** Lines up to a number of bytes; what closes a section always fits. */
class BoundedPage {
  readonly #lines: string[] = [];
  #left: number;

  constructor(limit: number) {
    this.#left = limit - 1_000;
  }

  /** All of the lines, or none of them and `false`. */
  add(...lines: readonly string[]): boolean {
    const bytes = Buffer.byteLength(lines.join("\n")) + 1;
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    this.#lines.push(...lines);
    return true;
  }

  close(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  text(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }
}
