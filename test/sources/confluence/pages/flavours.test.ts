import { describe, expect, test, vi } from "vitest";
import { contentsOf, minutebook } from "../../support/command-line.ts";
import { ann, desk, guildWiki, minutes, served } from "../support.ts";
import { altered, askedFor, edit, planOf, servedPages } from "./support.ts";

describe("an archive that another interface filled", () => {
  test("keeps its bodies and instants where REST was closed since", async () => {
    const wiki = guildWiki(5000, "page");
    // Another day on the wiki's clock than in UTC.
    wiki.edit("5004", "<p>Oil first.</p>", { ...edit, at: "2024-04-20T23:30:00.000Z" });
    const open = await served({ flavour: "server", wiki });
    const { sync, archive, page } = await desk(open);
    await sync();
    const closed = await servedPages({ wiki });
    const { sync: again } = await desk(closed);
    const outcome = await again("--archive", archive, "--json");
    expect(planOf(outcome)).toMatchObject({ listing: "complete", listed: 6, fetch: 0 });
    expect((await page("5004")).modifiedAt).toBe("2024-04-20T23:30:00.000Z");
    expect([...(await contentsOf(archive)).keys()].filter((path) => path.endsWith("view.html"))).toEqual([]);
  });

  test("is compared by its contents where pages hide their versions", async () => {
    const { sync, archive, page } = await desk(await served({ flavour: "server", wiki: guildWiki(5000, "page") }));
    await sync();
    const closed = await servedPages();
    closed.wiki.edit("5004", "<p>Oil last.</p>", edit);
    const { sync: again } = await desk(await altered(closed, /./, (text) => text.replace(/<a class='last-modified'[^>]*>/, "<a>")));
    await again("--archive", archive);
    expect((await page("5004")).markdown).toBe("Oil last.");
  });

  test("is read anew where REST was opened since", async () => {
    const closed = await servedPages();
    const { sync, archive, page } = await desk(closed);
    await sync();
    const open = await served({ flavour: "server", wiki: guildWiki(5000, "page") });
    const { sync: again } = await desk(open);
    await again("--archive", archive);
    expect((await page("5004")).modifiedAt).toBe("2024-02-01T12:00:00.000Z");
    expect([...(await contentsOf(archive)).keys()].filter((path) => path.endsWith("view.html"))).toEqual([]);
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  });

  test("is asked for by REST again where there are credentials by now", async () => {
    vi.stubEnv("GUILD_TOKEN", "t0ken");
    const confluence = await servedPages();
    const { sync, archive } = await desk(confluence);
    await sync();
    confluence.resetLog();
    const { sync: again } = await desk(confluence, { auth: { token: `${"$"}{GUILD_TOKEN}` } } as never);
    const outcome = await again("--archive", archive);
    vi.unstubAllEnvs();
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringMatching(/REST may be turned off/)]);
    expect(askedFor(confluence, /robots|createrssfeed/)).toBe(0);
  });
});

describe("one wiki, whatever interface shows it", () => {
  /** Groups, meetings, reports and people, without what tells where they were read and which account is meant. */
  async function factsOf(flavour: "cloud" | "server" | "web"): Promise<Map<string, unknown>> {
    const wiki = guildWiki(5000, "page");
    wiki.edit("5000", `<p>Chair: ${"Ilse Brandvold"}</p><p>Status: active</p>`, { ...edit, at: "2024-04-21T10:00:00.000Z" });
    wiki.edit("5003", `${minutes}<p>Recording: <ac:link><ri:attachment ri:filename="call.mp4"/></ac:link></p>`, edit);
    wiki.addAttachment("5003", { title: "call.mp4", mediaType: "video/mp4", bytes: Buffer.from([1]), createdAt: edit.at, authorId: ann });
    const confluence = await served({ flavour, wiki });
    const { sync, archive } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stderr).toBe(0);
    const facts = new Map<string, unknown>();
    for (const [path, text] of await contentsOf(archive))
      if (/^(?:groups|meetings|reports|people|recordings)\//.test(path) && !path.endsWith("index.json"))
        facts.set(path, factIn(JSON.parse(text)));
    return facts;
  }

  const notFacts = new Set(["evidence", "accountIds", "url", "markdown", "links", "version", "modifiedAt"]);

  function factIn(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(factIn);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => (notFacts.has(name) ? [] : [[name, factIn(each)]])));
  }

  test.each(["server", "web"] as const)("gives the same facts as Cloud on %s", async (flavour) => {
    const [cloud, other] = [await factsOf("cloud"), await factsOf(flavour)];
    expect([...cloud.keys()].length).toBeGreaterThan(4);
    expect(other).toEqual(cloud);
  });
});
