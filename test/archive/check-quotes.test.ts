import { describe, expect, test } from "vitest";
import { checkArchive } from "../../src/archive/index.ts";
import { newSampleArchive } from "./support/archives.ts";
import { changeSealed, type Json } from "./support/damage.ts";
import { group, report } from "./support/sample.ts";

const changeFile = "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json";
const reportFile = "reports/orchard-sig/2022-H1.json";
const field =
  (name: string, value: unknown) =>
  (record: Json): Json => ({ ...record, [name]: value });

describe("quotes", () => {
  const texts: Record<string, string> = { "100": "Orchard SIG Chair: Mira Tolvanen", "101": "12 to 15 people" };
  const pageText = async (_: string, pageId: string): Promise<string | null> => texts[pageId] ?? null;
  const faultsOf = async (dir: string, texts = pageText) => (await checkArchive(dir, { pageText: texts })).faults;

  test("verbatim ones are no fault, each page is read once", async () => {
    const asked: string[] = [];
    const dir = await newSampleArchive();
    expect(
      await faultsOf(dir, async (space, pageId) => {
        asked.push(`${space}/${pageId}`);
        return pageText(space, pageId);
      }),
    ).toEqual([]);
    expect(asked.sort()).toEqual(["ORCH/100", "ORCH/101"]);
  });

  test("one that is not in the page's text is a fault, also in a term", async () => {
    const dir = await newSampleArchive();
    const faults = await faultsOf(dir, async () => "Chair: Mira Tolvanen");
    expect(faults).toEqual([
      expect.objectContaining({ path: reportFile, rule: "quote", message: expect.stringContaining('"12 to 15 people"') }),
    ]);
    const terms = await faultsOf(dir, async () => "12 to 15 people");
    expect(terms.map((fault) => fault.path)).toEqual([changeFile, "groups/orchard-sig.json"]);
  });

  test("one of a page that the archive does not have is a fault", async () => {
    const dir = await newSampleArchive();
    await changeSealed(dir, reportFile, field("evidence", [{ ...report().evidence[0], pageId: "999" }]));
    expect(await faultsOf(dir)).toEqual([
      expect.objectContaining({ path: reportFile, message: expect.stringContaining("the page 999, which the archive does not have") }),
    ]);
  });

  test("one from another version, or of a change that tells no version, cannot be judged", async () => {
    const dir = await newSampleArchive();
    await changeSealed(
      dir,
      "groups/orchard-sig.json",
      field(
        "leadership",
        group().leadership.map((term) => ({ ...term, evidence: [{ ...term.evidence[0], version: 2 }] })),
      ),
    );
    await changeSealed(dir, changeFile, field("evidence", [{ source: "wiki", pageId: "100", url: null, quote: "gone" }]));
    await changeSealed(dir, changeFile, field("detectedOn", "2022-07-01"));
    const faults = await faultsOf(dir, async () => "12 to 15 people");
    expect(faults.filter((fault) => fault.rule === "quote")).toEqual([]);
  });

  test("a text that cannot be had is a fault of the page", async () => {
    const dir = await newSampleArchive();
    const faults = await faultsOf(dir, async () => {
      throw new Error("no parser");
    });
    expect(faults.map((fault) => [fault.path, fault.rule])).toEqual([
      ["pages/ORCH/100.json", "unreadable"],
      ["pages/ORCH/101.json", "unreadable"],
    ]);
  });
});
