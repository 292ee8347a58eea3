import { describe, expect, test } from "vitest";
import { z } from "zod";
import { SourceError } from "../../../src/errors.ts";
import type { HttpClient } from "../../../src/http/client.ts";
import { walkList } from "../../../src/sources/confluence/lists.ts";

const site = "https://wiki.example.org";
const api = `${site}/rest/api/content`;

interface Given {
  readonly results: readonly unknown[];
  readonly next?: string;
  /** The header of that name. */
  readonly link?: string;
}

/** Walks a list whose answers come in this order; the last one comes again for whoever asks on. */
async function walked(answers: readonly Given[], isLast?: (item: { id: string }) => boolean) {
  const asked: string[] = [];
  const notices: string[] = [];
  const http = {
    isOwn: (url: string) => new URL(url).origin === site,
    getJson: async (url: string) => {
      asked.push(decodeURIComponent(url.slice(api.length)));
      const { results = [], next, link } = answers[Math.min(asked.length, answers.length) - 1] ?? {};
      return { answer: { headers: link === undefined ? {} : { link } }, value: { results, _links: next === undefined ? {} : { next } } };
    },
  };
  const request = { url: api, query: { limit: "3" }, item: z.object({ id: z.string() }), what: "pages" };
  const walk = walkList(http as unknown as HttpClient, request, (what) => notices.push(what), isLast);
  const items: string[] = [];
  let failure: unknown = null;
  try {
    for await (const { id } of walk) items.push(id);
  } catch (error) {
    failure = error;
  }
  return { items, asked, notices, failure };
}

const items = (...ids: readonly string[]) => ids.map((id) => ({ id }));

describe("the next part of a list", () => {
  test("begins after what came, whatever a server counts: some count short what they cap", async () => {
    const found = await walked([
      { results: items("1", "2", "3"), next: "/rest/api/content?limit=3&start=2" },
      { results: items("4", "5", "6"), next: "/rest/api/content?limit=3&start=4" },
      { results: items("7") },
    ]);
    expect(found.asked).toEqual(["?limit=3", "?limit=3&start=3", "?limit=3&start=6"]);
    expect(found.items).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
  });

  test("counts what does not fit as well", async () => {
    const found = await walked([{ results: [{ id: 1 }, { id: "2" }], next: "/rest/api/content?limit=3&start=1" }, { results: items("3") }]);
    expect([found.asked.at(-1), found.items, found.notices]).toEqual(["?limit=3&start=2", ["2", "3"], ["pages: 1"]]);
  });

  test("is where the cursor says, with the path that was asked", async () => {
    const found = await walked([{ results: items("1"), next: "/elsewhere?cursor=a%3D%3D&limit=9" }, { results: items("2") }]);
    expect(found.asked).toEqual(["?limit=3", "?cursor=a==&limit=9"]);
  });

  test("may be told by the header alone", async () => {
    const link = '</first>; rel="prev", </rest/api/content?cursor=b>; rel="next"';
    expect((await walked([{ results: items("1"), link }, { results: items("2") }])).items).toEqual(["1", "2"]);
  });

  test("is not asked for after the last item that is wanted", async () => {
    const found = await walked([{ results: items("1", "2", "3"), next: "/x?cursor=a" }], ({ id }) => id === "2");
    expect([found.items, found.asked.length]).toEqual([["1"], 1]);
  });

  test.each(["https://evil.example/rest/api/content?cursor=x", "https://wiki.example.org:444/x?cursor=x", "http://[bad"])(
    "at another server is not followed: %s",
    async (next) => {
      const { failure, asked } = await walked([{ results: items("1"), next }]);
      expect([failure instanceof SourceError, String(failure), asked.length]).toEqual([true, expect.stringMatching(/another server/), 1]);
    },
  );
});

describe("a list that never ends", () => {
  test("is none where it goes in circles", async () => {
    const { failure } = await walked([{ results: items("1"), next: "/x?cursor=a" }]);
    expect(String(failure)).toMatch(/goes in circles/);
  });

  test("is whole where its last page links to an empty one, for ever", async () => {
    const { items: found, failure } = await walked([
      { results: items("1"), next: "/x?cursor=a" },
      { results: [], next: "/x?cursor=a" },
    ]);
    expect([found, failure]).toEqual([["1"], null]);
  });

  test("that goes on and on without giving anything is not taken for whole", async () => {
    const empty = Array.from({ length: 30 }, (_, index) => ({ results: [], next: `/x?cursor=${index}` }));
    const { items: found, asked, failure } = await walked([{ results: items("1"), next: "/x?cursor=a" }, ...empty]);
    expect([found, failure]).toEqual([
      ["1"],
      expect.objectContaining({ message: expect.stringMatching(/goes on without giving anything/) }),
    ]);
    expect(asked.length).toBeLessThan(15);
  });

  test("goes on over one empty page in its middle", async () => {
    const parts = [{ results: items("1"), next: "/x?cursor=a" }, { results: [], next: "/x?cursor=b" }, { results: items("2") }];
    expect((await walked(parts)).items).toEqual(["1", "2"]);
  });
});
