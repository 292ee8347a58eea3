import { expect, test } from "vitest";
import { indexFile } from "../../src/archive/derived-files.ts";
import { canonicalJson, sha256Of } from "../../src/records/canonical-json.ts";

const entriesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `pages/DUNE/${index}`,
    title: `Gauge [${index}], "high"\ntide ] – é`,
    group: null,
    date: "2024-03-05",
    sha256: sha256Of(String(index)),
  }));

test.each([0, 1, 499, 500, 501, 1_000, 1_203])("an index of %i records comes in pieces that are its one text", (count) => {
  const records = entriesOf(count);
  const pieces = indexFile("pages", records);
  expect(pieces.join("")).toBe(canonicalJson("index", { kind: "index", of: "pages", records }));
  expect(sha256Of(pieces)).toBe(sha256Of(pieces.join("")));
});

test("no piece of a large index is long", () => {
  expect(Math.max(...indexFile("pages", entriesOf(3_000)).map((piece) => piece.length))).toBeLessThan(200_000);
});
