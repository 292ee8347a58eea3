import { describe, expect, test } from "vitest";
import type { Wiki } from "../../support/confluence/index.ts";
import { timesOf } from "../support/command-line.ts";
import { ann, asked, desk, guildWiki, served } from "./support.ts";

const at = "2024-03-01T10:00:00.000Z";

/** The guild with so many more lamps, `5100` and up. */
function lampWiki(count: number): Wiki {
  const wiki = guildWiki();
  for (let index = 0; index < count; index += 1)
    wiki.addPage({
      id: String(5100 + index),
      space: "LAN",
      title: `Lamp ${index}`,
      parentId: "5000",
      storage: "<p>On.</p>",
      authorId: ann,
      at,
    });
  return wiki;
}

const idOf = (index: number): string => String(5100 + index);

describe("a tenth of a space may vanish in one run", () => {
  test.each([
    ["and no more", 95, 11, 3],
    ["all of it", 95, 10, 0],
    ["of a small one five pages", 15, 5, 0],
    ["of a small one not six", 15, 6, 3],
  ])("%s", async (_, lamps, vanished, code) => {
    const wiki = lampWiki(lamps);
    const { sync, page, archive } = await desk(await served({ wiki }));
    await sync();
    const before = await timesOf(archive);
    for (let index = 0; index < vanished; index += 1) wiki.trash(idOf(index));
    const outcome = await sync("--full", "--as-of", "2024-05-02");
    expect(outcome.code, outcome.stderr).toBe(code);
    expect((await page(idOf(0))).status.value).toBe(code === 0 ? "trashed" : "current");
    if (code !== 0) expect(await timesOf(archive)).toEqual(before);
  });
});

test("of several pages that are gone one was made anew: that is no migration", async () => {
  const wiki = lampWiki(3);
  const { sync, page } = await desk(await served({ wiki }));
  await sync();
  for (let index = 0; index < 3; index += 1) wiki.trash(idOf(index));
  wiki.addPage({ id: "5200", space: "LAN", title: "Lamp 0", parentId: "5000", storage: "<p>On again.</p>", authorId: ann, at });
  const outcome = await sync("--full", "--as-of", "2024-05-02");
  expect(outcome.code, outcome.stderr).toBe(0);
  expect([(await page(idOf(1))).status.value, (await page(idOf(2))).status.value]).toEqual(["trashed", "trashed"]);
  expect(outcome.stderr).not.toMatch(/not found under a new id/);
});

test("a page that a listing misses, and that is there when asked for, stays as it was", async () => {
  const confluence = await served({ wiki: lampWiki(2) });
  const { wiki } = confluence;
  const { sync, page } = await desk(confluence);
  await sync();
  confluence.resetLog();
  // Hidden until the posts are listed, which come after the pages.
  wiki.revision += 1;
  wiki.isHidden = ({ id }) => id === idOf(0) && !asked(confluence).some((path) => path.endsWith("/blogposts"));
  const outcome = await sync("--full", "--as-of", "2024-05-02");
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(asked(confluence)).toContain(`api/v2/pages/${idOf(0)}`);
  expect(outcome.stderr).toMatch(/5100: "Lamp 0" is not listed and yet there/);
  expect((await page(idOf(0))).status).toEqual({ value: "current", since: null });
});
