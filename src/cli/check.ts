import { check } from "../check.ts";
import { type Coverage, coverageOf, openExisting } from "../queries/index.ts";
import type { Output } from "./output.ts";
import { counted, onOneLine } from "./text.ts";

export interface CheckArguments {
  readonly archive: string;
  readonly json: boolean;
  /** Tells too what is there only in part: meetings without a recording, recordings without a meeting. */
  readonly report: boolean;
}

export async function runCheck(args: CheckArguments, output: Output): Promise<number> {
  const result = await check(args.archive);
  const told = args.report
    ? await openExisting(args.archive)
        .then(coverageOf)
        .catch(throwUnless(result.faults.length > 0))
    : null;
  if (args.json) output.stdout.write(`${JSON.stringify(told === null ? result : { ...result, coverage: told }, null, 2)}\n`);
  else {
    for (const fault of result.faults) output.stdout.write(`${fault.path}: ${fault.rule}: ${fault.message}\n`);
    output.stdout.write(
      result.faults.length === 0
        ? `${result.checked} files checked, no faults\n`
        : `${result.checked} files checked, ${result.faults.length} faults\n`,
    );
    for (const group of told ?? []) output.stdout.write(coverageText(group));
  }
  return result.faults.length === 0 ? 0 : 1;
}

function coverageText(group: Coverage): string {
  const { meetingsWithoutRecording: silent, recordingsWithoutMeeting: loose } = group;
  const line = ({ date, title, id }: Coverage["meetingsWithoutRecording"][number]): string =>
    `    ${(date ?? "undated").padEnd(10)}  ${onOneLine(title)}  (${id})`;
  return [
    "",
    `${onOneLine(group.name)}: ${counted(group.meetings, "meeting")}, ${counted(group.recordings, "recording")}`,
    ...(silent.length > 0 ? [`  ${counted(silent.length, "meeting")} without a recording:`, ...silent.map(line)] : []),
    ...(loose.length > 0 ? [`  ${counted(loose.length, "recording")} without a meeting's page:`, ...loose.map(line)] : []),
    "",
  ].join("\n");
}

/** What cannot be read has been named among the faults. */
function throwUnless(isTold: boolean): (error: unknown) => null {
  return (error) => {
    if (isTold) return null;
    throw error;
  };
}
