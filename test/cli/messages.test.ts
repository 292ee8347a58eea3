// What the program says when it cannot go on.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { minutebook } from "../sources/support/command-line.ts";
import { folderOf, tempFolder } from "../sources/support/export-folder.ts";

describe("with --log json an error is one JSON line too", () => {
  test.each<[string, (file: string) => string[], object]>([
    [
      "of the input",
      (from) => ["backfill", "--from", from, "--archive", `${from}-archive`],
      { error: "InputError", file: expect.any(String) },
    ],
    ["of the usage", () => ["backfill", "--form", "x"], { error: "usage", msg: expect.stringMatching(/unknown option '--form'/) }],
    [
      "of the configuration",
      () => ["backfill", "--config", "/nowhere.yaml"],
      { error: "ConfigError", msg: expect.stringContaining("nowhere") },
    ],
  ])("%s", async (_, args, line) => {
    const from = await folderOf({ "a.txt": "x" });
    for (const log of [["--log", "json"], ["--log=json"]]) {
      const outcome = await minutebook(...args(from), ...log);
      expect([outcome.code, outcome.stdout]).toEqual([2, ""]);
      const lines = outcome.stderr.trimEnd().split("\n");
      expect(lines.map((text) => JSON.parse(text))).toEqual([expect.objectContaining({ level: 50, msg: expect.any(String), ...line })]);
    }
  });

  test("and help stays help", async () => {
    const outcome = await minutebook("backfill", "--log", "json", "--help");
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
  });
});

test("no message sends anybody to a command that does not exist", async () => {
  const help = (await minutebook("--help")).stdout;
  const commands = new Set([...help.matchAll(/^ {2}([a-z]+) \[/gm)].map((match) => match[1]));
  expect(commands).toContain("backfill");
  const root = fileURLToPath(new URL("../../src/", import.meta.url));
  const named = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(/[`"]minutebook ([a-z]+)[^`"\n]{0,40}[`"]/g)].map(
        (match) => `${path}: ${match[1]}`,
      ),
    );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((use) => !commands.has(use.split(": ")[1] ?? ""))).toEqual([]);
});

test("--json prints one document on failure too", async () => {
  const outcome = await minutebook("backfill", "--from", "/nowhere/at/all", "--archive", join(await tempFolder(), "archive"), "--json");
  expect(outcome.code).toBe(2);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ error: "InputError", message: expect.stringContaining("/nowhere/at/all") });
});
