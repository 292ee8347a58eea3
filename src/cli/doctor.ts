import { diagnose, type Finding } from "../doctor/index.ts";
import type { Output } from "./output.ts";
import { onOneLine } from "./text.ts";

export interface DoctorArguments {
  readonly config: string;
  readonly archive?: string;
  readonly json: boolean;
}

/** One line for each look, and 1 where something fails. */
export async function runDoctor({ config, archive, json }: DoctorArguments, output: Pick<Output, "stdout">): Promise<number> {
  const findings = await diagnose({ config, archive: archive ?? null });
  output.stdout.write(json ? `${JSON.stringify({ findings }, null, 2)}\n` : findings.map(lineOf).join(""));
  return findings.some(({ state }) => state === "fail") ? 1 : 0;
}

function lineOf({ state, about, message, remedy }: Finding): string {
  return `${state.padEnd(4)}  ${about}: ${onOneLine(message)}${remedy === null ? "" : ` → ${onOneLine(remedy)}`}\n`;
}
