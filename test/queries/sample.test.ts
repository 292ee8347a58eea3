import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutebook } from "../sources/support/command-line.ts";

const sample = fileURLToPath(new URL("../../config/sample.yaml", import.meta.url));
let folder = "";
let archive = "";

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/minutebook-test-`);
  archive = `${folder}/archive`;
  await minutebook("backfill", "--config", sample, "--archive", archive);
});

afterAll(() => rm(folder, { recursive: true }));

const ask = async (...args: string[]): Promise<string> => (await minutebook(...args, "--archive", archive)).stdout;
const json = async (...args: string[]) => JSON.parse(await ask(...args, "--json"));

describe("changes", () => {
  test("are told with the words that say so", async () => {
    const text = await ask("changes", "--group", "Water Quality Subgroup");
    expect(text).toContain("Water Quality Subgroup became inactive");
    expect(text).toMatch(/group\.inactive, stated, confidence (?:high|medium)\n {12}“.+” https:\/\/tidewater\.example\.org/);
  });

  test("are chosen by kind, type, basis, group and day", async () => {
    const all = (await json("changes")) as { type: string; basis: string; group: string; detectedOn: string }[];
    const leaders = (await json("changes", "--type", "leadership")) as typeof all;
    expect(leaders.length).toBeGreaterThan(0);
    expect(leaders).toEqual(all.filter(({ type }) => type.startsWith("leadership.")));
    expect(await json("changes", "--type", "group.inactive")).toEqual(all.filter(({ type }) => type === "group.inactive"));
    expect(await json("changes", "--basis", "observed")).toEqual([]);
    expect(await json("changes", "--since", all[0]?.detectedOn ?? "")).toHaveLength(all.length);
    expect(await ask("changes", "--since", "2099-01-01")).toBe("No change is in the log that fits.\n");
  });
});

describe("who", () => {
  test("led a group today and then", async () => {
    expect(await ask("who", "CS-SIG")).toMatch(/^Coastal Sensing SIG, .*\n\n(?:.*\n)* {2}Ishaan Valluri, chair, 2024-04 to …\n {6}“/);
    const then = (await json("who", "groups/coastal-sensing-sig", "--as-of", "2023-06-01")) as {
      leading: { person: { name: string }; role: string }[];
    };
    expect(then.leading.filter(({ role }) => role === "chair").map(({ person }) => person.name)).toEqual(["Amara Nwosu"]);
  });

  test("is asked of a group that is not there, or of several", async () => {
    const nobody = await minutebook("who", "Balloons", "--archive", archive);
    expect([nobody.code, nobody.stderr]).toEqual([
      2,
      expect.stringContaining('"Balloons": no group is called so; expected one of Coastal Sensing SIG'),
    ]);
    const several = await minutebook("who", "subgroup", "--archive", archive);
    expect([several.code, several.stderr]).toEqual([
      2,
      expect.stringContaining("several groups are called so; expected one of Tide Gauge Subgroup"),
    ]);
  });
});

test("health is a line for each group", async () => {
  const lines = (await ask("health")).trimEnd().split("\n");
  expect(lines).toHaveLength(5);
  expect(lines[0]).toMatch(/^group +state +last meeting +meets every +last report +on time +next report due +leaders$/);
  expect(lines[1]).toMatch(/^Coastal Sensing SIG +active +20\d\d-\d\d-\d\d +30 days +2024-10-15 +5 of 5 +.*Ishaan Valluri \(chair\),/);
  expect(lines[4]).toMatch(/^Water Quality Subgroup +archived, inactive since 2024-/);
});

test("a folder without an archive is said to be one", async () => {
  const { code, stderr } = await minutebook("health", "--archive", `${archive}-not`);
  expect([code, stderr]).toEqual([2, expect.stringContaining("holds no archive (no minutebook.json)")]);
});
