import fc from "fast-check";
import { expect, test } from "vitest";
import { openArchive } from "../../src/archive/index.ts";
import { newArchivePath } from "./support/archives.ts";
import { contentsOf } from "./support/contents.ts";
import { facts, laterSample, sample } from "./support/sample.ts";
import { run, writeLaterSample, writeSample } from "./support/write-sample.ts";

test("the order in which records arrive does not matter", { timeout: 120_000 }, async () => {
  const expected = await newArchivePath();
  await writeSample(expected);
  await writeLaterSample(expected);
  const later = laterSample();
  const wishes = [
    ...later.records.map((_, at) => ({ what: "record" as const, at })),
    ...[...later.raw.keys()].map((id) => ({ what: "raw" as const, id })),
    ...later.redirects.map(([from, to]) => ({ what: "redirect" as const, from, to })),
    ...later.removed.map((id) => ({ what: "remove" as const, id })),
  ];
  const inOrder = fc.shuffledSubarray(wishes, { minLength: wishes.length, maxLength: wishes.length });
  const property = fc.asyncProperty(inOrder, async (order) => {
    const dir = await newArchivePath();
    await writeSample(dir, { ...sample(), records: [...sample().records].reverse() });
    await run(dir, {}, async (writer) => {
      for (const wish of order) {
        const record = wish.what === "record" ? later.records[wish.at] : undefined;
        if (record !== undefined) await writer.record(record.kind, record);
        const raw = wish.what === "raw" ? later.raw.get(wish.id) : undefined;
        if (wish.what === "raw" && raw !== undefined) await writer.rawPage(wish.id, raw);
        if (wish.what === "redirect") await writer.redirect(wish.from, wish.to);
        if (wish.what === "remove") await writer.remove(wish.id);
      }
      for (const [path, text] of later.files) await writer.file(path, text);
      return writer.plan({ ...facts, asOf: "2022-09-01" });
    });
    expect(await contentsOf(dir)).toEqual(await contentsOf(expected));
  });
  await fc.assert(property, { numRuns: 25 });
});

test("ids are sorted by code units, not by any language's rules", async () => {
  const dir = await newArchivePath();
  const [base] = sample().records.filter((record) => record.kind === "page");
  if (base === undefined) throw new Error("the sample has a page");
  const ids = [
    "pages/ORCH/a",
    "pages/ORCH/B",
    "pages/ORCH/b",
    "pages/ORCH/_",
    "pages/ORCH/10",
    "pages/ORCH/9",
    "pages/~mira/1",
    "pages/ORCH-2/1",
  ];
  await run(dir, {}, async (writer) => {
    for (const id of ids) await writer.record("page", { ...base, id });
    return writer.plan(facts);
  });
  expect((await (await openArchive(dir)).index("pages")).map((entry) => entry.id)).toEqual([
    "pages/ORCH-2/1",
    "pages/ORCH/10",
    "pages/ORCH/9",
    "pages/ORCH/B",
    "pages/ORCH/_",
    "pages/ORCH/a",
    "pages/ORCH/b",
    "pages/~mira/1",
  ]);
});
