import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** Prints every module that is loaded, one address a line, to stderr. */
const listing =
  'import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context); } });';

function modulesLoadedBy(...args: string[]): string[] {
  const hook = `data:text/javascript,${encodeURIComponent(listing)}`;
  // execFileSync gives only stdout, so the list goes there, beside the help.
  const script = `import(${JSON.stringify(`file://${main}`)})`;
  const run = `process.argv.splice(1, 0, ${JSON.stringify(main)}); process.stderr.write = (text) => process.stdout.write(text); await ${script};`;
  const output = execFileSync(process.execPath, ["--import", hook, "--input-type=module", "-e", run, "--", ...args], { encoding: "utf8" });
  return output.split("\n").filter((line) => /^(?:file|node|data):/.test(line));
}

describe("the start of the program", () => {
  it("shows the help without loading what only a run needs", () => {
    const loaded = modulesLoadedBy("--help");
    expect(loaded.some((url) => url.endsWith("/src/cli/main.ts"))).toBe(true);
    const packages = new Set(loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []));
    expect([...packages]).toEqual(["commander"]);
  });
});
