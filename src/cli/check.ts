import { check } from "../check.ts";
import type { Output } from "./output.ts";

export async function runCheck(args: { readonly archive: string; readonly json: boolean }, output: Output): Promise<number> {
  const result = await check(args.archive);
  if (args.json) output.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else {
    for (const fault of result.faults) output.stdout.write(`${fault.path}: ${fault.rule}: ${fault.message}\n`);
    output.stdout.write(
      result.faults.length === 0
        ? `${result.checked} files checked, no faults\n`
        : `${result.checked} files checked, ${result.faults.length} faults\n`,
    );
  }
  return result.faults.length === 0 ? 0 : 1;
}
