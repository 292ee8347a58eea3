// Whole spaces end to end: every quote of every record is a verbatim piece of its page (which `check` proves with the bodies in the archive), no rule
// fails, nothing is lost, and the space read again changes nothing. The spaces lie beside the repository; without them this is skipped.
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { backfill } from "../src/backfill.ts";
import { check } from "../src/check.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const spaces = ["corpus", "corpus-html"].flatMap((form) => {
  const folder = join(shared, form);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(form, entry.name)] : []));
});

describe.skipIf(spaces.length === 0)("real spaces (skipped where ../shared/corpus is missing)", () => {
  test.each(spaces)("%s", { timeout: 120_000 }, async (space) => {
    const dir = await mkdtemp(join(tmpdir(), "minutebook-space-"));
    try {
      const options = { from: join(shared, space), config: null, archive: dir, space: null, baseUrl: null, asOf: null, dryRun: false };
      const report = await backfill(options);
      expect({ exitCode: report.exitCode, failedRules: report.failedRules }).toEqual({ exitCode: 0, failedRules: {} });
      expect((await check(dir)).faults).toEqual([]);
      const again = await backfill(options);
      expect(again.plan.writes).toEqual([]);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
