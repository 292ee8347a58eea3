import { describe, expect, it } from "vitest";
import { KeptTexts } from "../../src/pages/kept-texts.ts";

const place = () => [{ title: "Handbook", href: null, pageId: "12" }];

describe("KeptTexts", () => {
  it("copies what it is given, and leaves that as it was", () => {
    const given = { id: "pages/DUNE/1", list: [1, null, true], parents: place(), none: [], inner: { text: "words" } };
    const copy = new KeptTexts().copyOf(given);
    expect(copy).toEqual(given);
    expect(Object.keys(copy)).toEqual(Object.keys(given));
    expect(copy.parents).not.toBe(given.parents);
  });

  it("holds lists of few and small things once, and empty ones too", () => {
    const kept = new KeptTexts();
    const [one, other] = [kept.copyOf({ parents: place(), labels: [] }), kept.copyOf({ parents: place(), files: [] })];
    expect(other.parents).toBe(one.parents);
    expect(other.files).toBe(one.labels);
  });

  it("holds lists apart that differ", () => {
    const kept = new KeptTexts();
    expect(kept.copyOf(["a", "b"])).toEqual(["a", "b"]);
    expect(kept.copyOf(["a,b"])).toEqual(["a,b"]);
    expect(kept.copyOf([1])).toEqual([1]);
    expect(kept.copyOf(["1"])).toEqual(["1"]);
  });

  it("knows again what keeps coming back, however much comes between", () => {
    const kept = new KeptTexts();
    const first = kept.copyOf(place());
    for (let page = 0; page < 20_000; page += 1) {
      kept.copyOf({ quote: `of page ${page} alone` });
      if (page % 1000 === 0) expect(kept.copyOf(place())).toBe(first);
    }
  });

  it("does not remember what never comes back", () => {
    const kept = new KeptTexts();
    const first = kept.copyOf(place());
    for (let page = 0; page < 20_000; page += 1) kept.copyOf({ quote: `of page ${page} alone` });
    expect(kept.copyOf(place())).not.toBe(first);
  });
});
