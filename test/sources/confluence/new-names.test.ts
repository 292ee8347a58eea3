import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../src/records/index.ts";
import type { Flavour } from "../../support/confluence/index.ts";
import { contentsOf, minutebook, timesOf } from "../support/command-line.ts";
import { inFrontOf } from "./proxy.ts";
import { addLamps, ann, asked, bo, bodiesAsked, desk, guildWiki, served } from "./support.ts";

const edit = { authorId: bo, at: "2024-04-20T10:00:00.000Z" };
const mention = `<ac:link><ri:user ri:account-id="${ann}"/></ac:link>`;

async function guild(flavour: Flavour = "cloud") {
  const confluence = await served({ flavour, wiki: guildWiki(5000, "page") });
  const place = await desk(confluence);
  const person = async (id: string): Promise<PersonRecord> =>
    JSON.parse(await readFile(join(place.archive, `people/${id}.json`), "utf8")) as PersonRecord;
  return { confluence, wiki: confluence.wiki, person, ...place };
}

describe("somebody with a new name", () => {
  test.each(["cloud", "server", "web"] as const)(
    "has it after a complete listing, and the earlier one as an alias: %s",
    async (flavour) => {
      const { confluence, wiki, sync, page, person, archive } = await guild(flavour);
      await sync();
      wiki.renameUser(ann, "Ilse Nakamura");
      confluence.resetLog();
      const outcome = await sync("--full", "--as-of", "2024-05-09");
      expect(outcome.code, outcome.stderr).toBe(0);
      if (flavour !== "web") expect(bodiesAsked(confluence)).toEqual([]);
      expect(await person("ilse-brandvold")).toMatchObject({ name: "Ilse Nakamura", aliases: ["Ilse Brandvold"] });
      expect((await page("5004")).createdBy).toEqual({ name: "Ilse Nakamura", id: "people/ilse-brandvold" });
      // Of a text that was read, quotes stay true.
      expect((await page("5002")).markdown).toContain("Ilse Brandvold");
      expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
      expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
      const before = await timesOf(archive);
      await sync("--full", "--as-of", "2024-05-09");
      expect(await timesOf(archive)).toEqual(before);
    },
  );

  test("is the same person where pages type the earlier name, also once no mention shows it", async () => {
    const { wiki, sync, person, archive } = await guild();
    wiki.edit("5003", "<h2>Attendees</h2><ul><li>Ilse Brandvold</li><li>Aiko Tanaka</li></ul>", edit);
    await sync();
    wiki.renameUser(ann, "Ilse Nakamura");
    await sync("--full", "--as-of", "2024-05-09");
    for (const id of ["5000", "5002"]) wiki.edit(id, `<p>${mention}</p>`, { ...edit, at: "2024-05-09T10:00:00.000Z" });
    await sync("--full", "--as-of", "2024-05-10");
    expect(await person("ilse-brandvold")).toMatchObject({ name: "Ilse Nakamura", aliases: ["Ilse Brandvold"], accountIds: [ann] });
    const paths = [...(await contentsOf(archive)).keys()].filter((path) => path.startsWith("people/ilse"));
    expect(paths).toEqual(["people/ilse-brandvold.json"]);
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("is asked for with a hundred others in a request", async () => {
    const { confluence, wiki, sync } = await guild();
    addLamps(wiki, 150);
    for (let index = 0; index < 150; index += 1) {
      const accountId = `70${String(index).padStart(22, "0")}`;
      wiki.addUser({ accountId, displayName: `Keeper Number${index}` });
      wiki.edit(String(6000 + index), "<p>Off.</p>", { authorId: accountId, at: "2024-03-02T10:00:00.000Z" });
    }
    await sync();
    confluence.resetLog();
    await sync("--full");
    expect(asked(confluence).filter((path) => path.endsWith("users-bulk"))).toHaveLength(2);
    confluence.resetLog();
    await sync();
    expect(asked(confluence).filter((path) => path.endsWith("users-bulk"))).toEqual([]);
  });

  test("changes nothing that was reported", async () => {
    const { wiki, sync, archive } = await guild();
    wiki.edit("5000", `<p>${mention} stepped down as chair of the Lantern Guild on 2024-04-01.</p>`, edit);
    await sync();
    const changesIn = async () => [...(await contentsOf(archive))].filter(([path]) => /^changes\/\d/.test(path));
    const reported = await changesIn();
    expect(reported.join()).toContain("Ilse Brandvold stepped down");
    wiki.renameUser(ann, "Ilse Nakamura");
    await sync("--full", "--as-of", "2024-05-09");
    expect(await changesIn()).toEqual(reported);
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  });
});

describe("a good name is not given up for none", () => {
  test.each([
    ["who was deactivated", "Ilse Brandvold (Deactivated)", "deactivated"],
    ["who was deactivated under another name", "Somebody Else", "deactivated"],
    ["who left", "Former user (Deleted)", "active"],
    ["whose account was made anonymous", "user-1a2b3", "active"],
  ] as const)("of somebody %s", async (_, displayName, state) => {
    const { wiki, sync, page, archive } = await guild();
    await sync();
    const before = await timesOf(archive);
    wiki.renameUser(ann, displayName);
    if (state === "deactivated") wiki.deactivateUser(ann);
    await sync("--full");
    expect(await timesOf(archive)).toEqual(before);
    expect((await page("5004")).createdBy?.name).toBe("Ilse Brandvold");
  });

  test("somebody of whom no name was ever told has none", async () => {
    const { wiki, sync, page } = await guild();
    wiki.renameUser(ann, "Former user (Deleted)");
    await sync();
    expect((await page("5004")).createdBy).toBeNull();
  });
});

test("names that were refused at first come with a complete listing, to the pages that were read without them", async () => {
  const { confluence, archive, page } = await guild();
  let isRefused = true;
  const refusing = await inFrontOf(confluence, (url) => (isRefused && url.endsWith("users-bulk") ? { status: 403 } : null));
  const first = await desk(refusing);
  await first.sync("--archive", archive);
  expect((await page("5002")).createdBy).toBeNull();
  isRefused = false;
  await first.sync("--archive", archive, "--full");
  expect(await page("5002")).toMatchObject({ createdBy: { name: "Ilse Brandvold" }, losses: [] });
  expect((await page("5002")).markdown).toContain("Tomás Arriaga");
  const named = await contentsOf(archive);
  const fresh = await desk(refusing);
  await fresh.sync();
  const rawOf = (contents: ReadonlyMap<string, string>) => [...contents].filter(([path]) => path.startsWith("raw/"));
  expect(rawOf(named)).toEqual(rawOf(await contentsOf(fresh.archive)));
});
