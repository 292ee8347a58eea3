import { describe, expect, test } from "vitest";
import { rules } from "../../src/archive/checking.ts";
import { checkArchive, type Fault } from "../../src/archive/index.ts";
import { newSampleArchive } from "./support/archives.ts";
import { damages } from "./support/damages.ts";

describe("each damage is named once, with what to do", () => {
  test.each(damages)("%s", async (_, damage, [path, rule, message]) => {
    const dir = await newSampleArchive();
    await damage(dir);
    const { faults } = await checkArchive(dir);
    const ours = faults.filter((fault) => fault.path === path && fault.rule === rule);
    expect(ours, JSON.stringify(faults, null, 2)).toHaveLength(1);
    expect(ours[0]?.message).toContain(message);
    expect(ours[0]?.message).toMatch(/: .+/);
  });
});

test("every rule has a test", () => {
  const elsewhere: Fault["rule"][] = ["unreadable", "journal", "case"];
  expect([...new Set([...damages.map(([, , [, rule]]) => rule), ...elsewhere])].sort()).toEqual([...rules].sort());
});
