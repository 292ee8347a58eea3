import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fileEntry, logLine, workflowCommand } from "../../src/action/commands.ts";
import { Runner } from "../../src/action/runner.ts";
import { outputsIn } from "./support/runner.ts";

let folder = "";
let log = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "minutebook-test-"));
  log = "";
});
afterEach(() => rm(folder, { recursive: true }));
const runner = () =>
  new Runner({ output: join(folder, "output"), summary: join(folder, "summary") }, (text) => {
    log += text;
  });

describe("the log", () => {
  test.each([
    "::set-output name=x::y",
    "  ::add-mask::secret",
    "a\n::error::planted",
    "a\r::error::planted",
    "a\u2028::error::planted",
    ":::error::planted",
    "##[error]planted",
    "text ##[group]x",
    "\u001b[2K::stop-commands::x",
  ])("makes no command of %j", (text) => {
    const line = logLine(text);
    expect(line.match(/\n/g)).toHaveLength(1);
    // As the runner reads: a line that begins with the sign, and the older form anywhere.
    expect(line.trim()).not.toMatch(/^::|##\[/);
    expect(line).not.toContain("::");
  });

  test("holds the parts of a command apart", () => {
    expect(workflowCommand("error", "100% of\na line: x", { title: "a:b,c\nd" })).toBe(
      "::error title=a%3Ab%2Cc%0Ad::100%25 of%0Aa line: x\n",
    );
    expect(workflowCommand("endgroup")).toBe("::endgroup::\n");
  });

  test("masks each line of a secret, and nothing that is too short to be one", () => {
    runner().mask("first-line\nsecond-line\n}\n");
    expect(log.split("\n").filter((line) => line !== "")).toEqual([
      "::add-mask::first-line%0Asecond-line%0A}",
      "::add-mask::first-line",
      "::add-mask::second-line",
    ]);
  });

  test("closes a group that breaks", async () => {
    await expect(
      runner().group("sync", async () => {
        throw new Error("broken");
      }),
    ).rejects.toThrow("broken");
    expect(log).toBe("::group::sync\n::endgroup::\n");
  });
});

describe("annotations", () => {
  test("are ten at most, errors first, and the last one counts the others", () => {
    const warnings = Array.from({ length: 20 }, (_, index) => ({
      weight: "warning" as const,
      what: `page ${index}`,
      why: "lost\n::error::x",
    }));
    runner().annotate([...warnings, { weight: "error", what: "source wiki", why: "refused" }]);
    const lines = log.trimEnd().split("\n");
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("::error title=minutebook%3A source wiki::refused");
    expect(lines[1]).toBe("::warning title=minutebook%3A page 0::lost%0A::error::x");
    expect(lines[9]).toBe("::warning title=minutebook::12 more: see the summary of the job");
  });

  test("that are ten are all shown", () => {
    runner().annotate(Array.from({ length: 10 }, () => ({ weight: "warning" as const, what: "page", why: "lost" })));
    expect(log).not.toContain("more");
    expect(log.trimEnd().split("\n")).toHaveLength(10);
  });
});

describe("files of the runner", () => {
  test("take values that look like their own form", async () => {
    const evil = "x\nEOF\nstate<<EOF\nok\nEOF";
    const one = runner();
    await one.output("headline", evil);
    await one.output("state", "failed");
    expect(outputsIn(await readFile(join(folder, "output"), "utf8"))).toEqual({ headline: evil, state: "failed" });
  });

  test("get another delimiter for each value", async () => {
    const one = runner();
    await one.output("a", "1");
    await one.output("b", "2");
    const delimiters = [...(await readFile(join(folder, "output"), "utf8")).matchAll(/<<(.+)$/gm)].map((match) => match[1]);
    expect(new Set(delimiters).size).toBe(2);
    expect(fileEntry("a", "1", "d")).toBe("a<<d\n1\nd\n");
  });

  test("are not there outside of a runner", async () => {
    const one = new Runner({ output: null, summary: null }, () => undefined);
    await one.output("a", "1");
    await expect(one.summary("text")).resolves.toBeUndefined();
  });
});
