import { describe, expect, test } from "vitest";
import { confluence } from "../../../src/sources/confluence/index.ts";
import type { Loopback } from "../../support/confluence/index.ts";
import { confluenceSettings, emptyContext } from "../support/settings.ts";
import { addLamps, asked, desk, guildWiki, served } from "./support.ts";

// What does not need each other is asked for at the same time: the stand-in writes down what came, in the order in which it was answered.

function sourceOf({ baseUrl }: Loopback) {
  const config = confluenceSettings({ baseUrl, space: "LAN" });
  return confluence(config, emptyContext(), { wait: async () => undefined });
}

describe.each([
  ["cloud", "folder"],
  ["server", "page"],
] as const)("a first listing on %s", (flavour, meetings) => {
  const isList = ({ path, query }: { path: string; query: string }, kind: "page" | "blogpost") =>
    flavour === "cloud" ? path.endsWith(`/${kind}s`) : path.endsWith("/content") && query.includes(`type=${kind}`);

  test("lists posts and searches while pages are listed", async () => {
    const loopback = await served({ flavour, wiki: addLamps(guildWiki(5000, meetings), 600) });
    const source = sourceOf(loopback);
    expect((await source.open()).plan).toMatchObject({ listing: "complete" });
    await source.close();
    const { requests } = loopback;
    const lastOfPages = requests.findLastIndex((request) => isList(request, "page"));
    expect(requests.findIndex((request) => isList(request, "blogpost"))).toBeLessThan(lastOfPages);
    expect(requests.findIndex(({ path }) => path.endsWith("/content/search"))).toBeLessThan(lastOfPages);
  });
});

test("who is refused the space is not asked to search it", async () => {
  const loopback = await served();
  const { sync } = await desk(loopback);
  await sync();
  loopback.setAccess({ isRequired: true });
  loopback.resetLog();
  await sync("--full");
  expect(asked(loopback).filter((path) => path.endsWith("/content/search"))).toEqual([]);
});

test("between two pages that lie ready the network has its turn", async () => {
  const loopback = await served({ wiki: addLamps(guildWiki(), 300) });
  const source = sourceOf(loopback);
  await source.open();
  let turns = 0;
  let given = 0;
  const turn = (): void => {
    turns += 1;
    waiting = setImmediate(turn);
  };
  let waiting = setImmediate(turn);
  for await (const _ of source.pages()) given += 1;
  clearImmediate(waiting);
  await source.close();
  expect(given).toBeGreaterThan(300);
  expect(turns).toBeGreaterThanOrEqual(given);
});
