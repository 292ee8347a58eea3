import { text as textOf } from "node:stream/consumers";
import { type Redaction, takeOutOfArchive } from "../redact.ts";
import type { Output } from "./output.ts";
import { counted } from "./text.ts";

export interface RedactArguments {
  readonly archive: string;
  /** `-` stands for the standard input: what is typed as an option lands in the shell's history. */
  readonly text?: readonly string[];
  readonly page?: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

export async function runRedact({ archive, text = [], page = [], dryRun, json }: RedactArguments, output: Output): Promise<number> {
  const texts: string[] = [];
  for (const given of text) texts.push(given === "-" ? (await textOf(process.stdin)).trim() : given);
  const redaction = await takeOutOfArchive({ archive, texts, pages: page, dryRun });
  const { report, left } = redaction;
  const changed = report.plan.writes.map(({ path, after }) => ({ path, isRemoved: after === null }));
  if (json) {
    const { takenOut: places, skipped } = report;
    output.stdout.write(`${JSON.stringify({ archive, dryRun, places, changed, left, isKeyed: redaction.isKeyed, skipped }, null, 2)}\n`);
  } else output.stdout.write(told(redaction, archive, texts.length > 0));
  return left.length > 0 ? 3 : report.exitCode;
}

function told({ report, left, isKeyed }: Redaction, archive: string, hasTexts: boolean): string {
  const { plan, takenOut, dryRun, skipped } = report;
  const lines = plan.writes.map(({ path, after }) => `  ${after === null ? "removed" : "changed"}  ${path}`);
  const verb = dryRun ? "would be" : "were";
  return [
    ...lines,
    `${counted(takenOut, "place")} ${verb} taken out, ${counted(plan.writes.length, "file")} ${verb} changed or removed`,
    ...skipped.map(({ file, reason }) => `not looked at: ${file}: ${reason}`),
    ...(left.length > 0
      ? ["It still stands in these files, which no rule could change; see docs/operating.md:", ...left.map((path) => `  ${path}`)]
      : []),
    ...(hasTexts && !isKeyed
      ? [
          "Remembered by a hash whose salt lies beside it: a phone number can be guessed from it. Set MINUTEBOOK_REDACTION_KEY before the first text is taken out.",
        ]
      : []),
    ...(dryRun
      ? []
      : [`Commit this. The git history of ${archive} still holds what was taken out: docs/operating.md says how to rewrite it.`]),
    "",
  ].join("\n");
}
