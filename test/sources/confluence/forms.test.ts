import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openArchive } from "../../../src/archive/index.ts";
import { spaceOfExport } from "../../support/confluence/index.ts";
import { minutebook } from "../support/command-line.ts";
import { tempFolder } from "../support/export-folder.ts";
import { desk, served } from "./support.ts";

// One page has many forms: exported as HTML, converted to Markdown, stored by a wiki. What it says must be the same.

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const collections = ["groups", "people", "reports", "meetings", "recordings", "courses", "changes"] as const;

/** What an archive says, without where it says it from: id → record. */
async function factsOf(archive: string): Promise<Map<string, unknown>> {
  const reader = await openArchive(archive);
  const facts = new Map<string, unknown>();
  for (const collection of collections) for await (const record of reader.records(collection)) facts.set(record.id, withoutPlaces(record));
  return facts;
}

/** Evidence, addresses and account ids are of the form, the days on which something was found of the run; the rest is what was said. */
function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      ["evidence", "url", "accountIds", "markdown", "detectedOn", "asOf"].includes(key) ? [] : [[key, withoutPlaces(inner)]],
    ),
  );
}

async function exported(folder: string): Promise<string> {
  const archive = join(await tempFolder(), "archive");
  const outcome = await minutebook("backfill", "--from", folder, "--archive", archive, "--as-of", "2025-01-15");
  expect(outcome.code, outcome.stderr).toBe(0);
  return archive;
}

async function synced(folder: string, flavour: "cloud" | "server"): Promise<string> {
  const wiki = await spaceOfExport(folder);
  const confluence = await served({ wiki, flavour });
  const { sync, archive } = await desk(confluence, { space: [...wiki.spaces.keys()][0] ?? "" });
  const outcome = await sync("--as-of", "2025-01-15");
  expect(outcome.code, outcome.stderr).toBe(0);
  return archive;
}

describe("the built-in sample", () => {
  const sample = at("config/sample/COASTSIG");

  test.each(["cloud", "server"] as const)("says the same from an export and from a %s", async (flavour) => {
    const [fromExport, fromWiki] = await Promise.all([exported(sample).then(factsOf), synced(sample, flavour).then(factsOf)]);
    expect(fromExport.size).toBeGreaterThan(90);
    expect(fromWiki).toEqual(fromExport);
  });
});

describe("real spaces as HTML and as Markdown", () => {
  const html = at("../shared/corpus-html");
  const markdown = at("../shared/corpus");
  const spaces = existsSync(html) ? ["HCSIG", "MESIG"] : [];

  test.skipIf(spaces.length > 0)("are not at hand: skipped", () => undefined);

  test.each(spaces)("%s", { timeout: 60_000 }, async (space) => {
    const [fromHtml, fromMarkdown] = await Promise.all([exported(`${html}/${space}`), exported(`${markdown}/${space}`)]);
    const [one, other] = [await factsOf(fromHtml), await factsOf(fromMarkdown)];
    // The conversion ran cells of tables together: who attended may be told by fewer pages, what there is and when is not.
    for (const collection of ["reports", "meetings"] as const) {
      const idsOf = (facts: ReadonlyMap<string, unknown>): string[] => [...facts.keys()].filter((id) => id.startsWith(`${collection}/`));
      expect(idsOf(other), collection).toEqual(idsOf(one));
    }
    const index = JSON.parse(await readFile(join(fromHtml, "meetings/index.json"), "utf8")) as { records: unknown[] };
    expect(index.records.length).toBeGreaterThan(10);
  });
});
