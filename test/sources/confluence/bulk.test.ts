import { expect, test } from "vitest";
import { type Loopback, Wiki } from "../../support/confluence/index.ts";
import { ann, desk, served } from "./support.ts";

function addLamps(wiki: Wiki, firstId: number, count: number): void {
  for (let index = 0; index < count; index += 1)
    wiki.addPage({
      id: String(firstId + index),
      space: "LAN",
      title: `Lamp ${firstId + index}`,
      storage: "<p>On.</p>",
      authorId: ann,
      at: "2024-03-01T10:00:00.000Z",
    });
}

function lampWiki(count: number): Wiki {
  const wiki = new Wiki();
  wiki.addUser({ accountId: ann, displayName: "Ilse Brandvold" });
  wiki.addSpace({ key: "LAN", name: "Lantern Guild", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
  addLamps(wiki, 5000, count);
  return wiki;
}

/** How many requests brought bodies: of one page each, and of many. */
function bodyRequests({ requests }: Loopback): { single: number; bulk: number } {
  const paths = requests.flatMap(({ path, query }) => (/body/.test(query) ? [path] : []));
  const single = paths.filter((path) => /\/content\/\d+$|\/pages\/\d+$/.test(path)).length;
  return { single, bulk: paths.length - single };
}

test.each([
  ["singly up to 32", 0, 32, { single: 32, bulk: 0 }],
  ["many to a request, where more than 32 are new", 0, 33, { single: 0, bulk: 2 }],
  ["many to a request, where half of the space is new", 40, 40, { single: 0, bulk: 3 }],
  ["singly where less than half of it is", 41, 40, { single: 40, bulk: 0 }],
])("bodies come %s", async (_, known, fresh, expected) => {
  const confluence = await served({ wiki: lampWiki(known) });
  const { sync, page } = await desk(confluence);
  if (known > 0) await sync();
  addLamps(confluence.wiki, 8000, fresh);
  confluence.resetLog();
  const outcome = await sync("--full");
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(bodyRequests(confluence)).toEqual(expected);
  expect(await page(String(8000 + fresh - 1))).toMatchObject({ markdown: "On." });
});

test("a run that lists changes alone asks singly, however many they are", async () => {
  const confluence = await served({ wiki: lampWiki(3) });
  const { sync } = await desk(confluence);
  await sync();
  addLamps(confluence.wiki, 8000, 40);
  confluence.resetLog();
  await sync();
  expect(bodyRequests(confluence)).toEqual({ single: 40, bulk: 0 });
});
