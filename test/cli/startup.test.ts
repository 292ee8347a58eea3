import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** Prints every module that is loaded, one address a line, to stderr. */
const listing =
  'import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { process.stderr.write(url + "\\n"); return next(url, context); } });';

function modulesLoadedBy(...args: string[]): string[] {
  const hook = `data:text/javascript,${encodeURIComponent(listing)}`;
  // The list goes to stdout, beside the help; what the program itself ends with is another matter.
  const script = `import(${JSON.stringify(`file://${main}`)})`;
  const run = `process.argv.splice(1, 0, ${JSON.stringify(main)}); process.stderr.write = (text) => process.stdout.write(text); await ${script};`;
  const { stdout } = spawnSync(process.execPath, ["--import", hook, "--input-type=module", "-e", run, "--", ...args], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => /^(?:file|node|data):/.test(line));
}

describe("the start of the program", () => {
  it("shows the help without loading what only a run needs", () => {
    const loaded = modulesLoadedBy("--help");
    expect(loaded.some((url) => url.endsWith("/src/cli/main.ts"))).toBe(true);
    const packages = new Set(loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []));
    expect([...packages]).toEqual(["commander"]);
  });

  it("loads the client of YouTube only for who reads from it", () => {
    const loaded = modulesLoadedBy("sync", "--config", "/nowhere/at-all.yaml");
    expect(loaded.some((url) => url.endsWith("/src/sources/youtube/client.ts"))).toBe(true);
    expect(loaded.filter((url) => url.includes("/@googleapis/"))).toEqual([]);
  });

  it("ends without a word when nobody reads what it prints", async () => {
    const child = spawn(process.execPath, [main, "--help"], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let said = "";
    child.stderr.on("data", (text) => {
      said += String(text);
    });
    const [code] = await once(child, "close");
    expect([code, said]).toEqual([0, ""]);
  });
});
