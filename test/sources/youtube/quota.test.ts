import { expect, test } from "vitest";
import { contentsOf, reportOf } from "../support/command-line.ts";
import { channelId, desk, guildTube, key, served, videoId } from "./support.ts";

async function titles(guild: Awaited<ReturnType<typeof desk>>): Promise<number> {
  return ((await guild.json("recordings/index.json")) as { records: unknown[] }).records.length;
}

test.each(["quotaExceeded", "dailyLimitExceeded", "per-day"] as const)(
  "where the quota runs out in the middle (%s), the run ends in part, keeps what it has, and the next one goes on",
  async (quotaForm) => {
    // One for the playlist, three for its pages, three for its videos: four are not enough.
    const youtube = await served(guildTube(150), { quota: 4, quotaForm });
    const guild = await desk(youtube);
    const first = await guild.sync("2024-06-01", "--json");
    expect(first.code).toBe(3);
    expect(reportOf(first).skipped).toMatchObject([
      {
        file: "videos: quota",
        weight: "fault",
        reason: expect.stringContaining("it is given anew at midnight Pacific time; the next run goes on"),
      },
    ]);
    expect(youtube.unitsSpent).toBe(4);
    expect(await titles(guild)).toBe(50);
    youtube.startQuotaDay();
    // One for the playlist, three for what is left.
    const second = await guild.sync("2024-06-02", "--json");
    expect([second.code, reportOf(second).skipped]).toEqual([0, []]);
    expect(youtube.unitsSpent).toBe(8);
    expect(await titles(guild)).toBe(150);
    expect(await guild.json("state/videos.json")).toMatchObject({ unfinished: null });
  },
);

test("in the end there is the same as after one run", async () => {
  const whole = await desk(await served(guildTube(150)));
  await whole.sync("2024-06-03");
  const guild = await desk(await served(guildTube(150)), { quotaUnits: 3 });
  for (const day of ["2024-06-01", "2024-06-02"]) expect((await guild.sync(day)).code).toBe(3);
  expect((await guild.sync("2024-06-03")).code).toBe(0);
  expect(await contentsOf(guild.archive)).toEqual(await contentsOf(whole.archive));
});

test("a run spends no more than its budget, attempts that failed included", async () => {
  const youtube = await served(guildTube(150), { faults: { share: 0.5, kinds: ["500"], seed: 4 } });
  const guild = await desk(youtube, { quotaUnits: 5 });
  const report = await guild.hurry("2024-06-01");
  expect([report.exitCode, youtube.requests.length]).toEqual([3, 5]);
  expect(report.skipped[0]?.reason).toContain("budget of 5 quota units (quotaUnits) is spent");
});

test("a page token that ran out begins the list anew, and nothing is missing", async () => {
  const youtube = await served(guildTube(150), { quota: 3 });
  const guild = await desk(youtube);
  expect((await guild.sync("2024-06-01")).code).toBe(3);
  youtube.startQuotaDay();
  youtube.expirePageTokens();
  for (const [day, code] of [
    ["2024-06-02", 3],
    ["2024-06-03", 3],
    ["2024-06-04", 0],
  ] as const) {
    youtube.startQuotaDay();
    expect((await guild.sync(day)).code).toBe(code);
  }
  expect(await titles(guild)).toBe(150);
});

test("the sources of a run that share a key stop where it has no quota left", async () => {
  const tube = guildTube(60);
  tube.playlist({ id: "PLworkshop-number-two-0000000000B", channel: channelId, title: "Workshops" });
  tube.add("PLworkshop-number-two-0000000000B", videoId(1));
  const youtube = await served(tube, { quota: 2 });
  const common = { type: "youtube", apiKey: key, apiRoot: youtube.apiRoot };
  const guild = await desk(youtube, {}, [{ id: "workshops", playlist: "PLworkshop-number-two-0000000000B", ...common }]);
  const outcome = await guild.sync("2024-06-01", "--json");
  expect(outcome.code).toBe(3);
  expect(reportOf(outcome).skipped.map(({ file }) => file)).toEqual(["videos: quota", "workshops: quota"]);
  expect(youtube.requests).toHaveLength(3);
});

test("no quota at all from the first question on ends in part, and nothing is written", async () => {
  const guild = await desk(await served(guildTube(5), { quota: 0 }));
  const outcome = await guild.sync("2024-06-01", "--json");
  expect([outcome.code, reportOf(outcome).skipped.map(({ file }) => file)]).toEqual([3, ["videos: quota"]]);
});
