import fc from "fast-check";
import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HttpClient } from "../../../src/http/client.ts";
import type { RawVideo } from "../../../src/pages/raw-video.ts";
import { availabilityShown, judgeOmitted } from "../../../src/sources/youtube/availability.ts";
import { youtubeApi } from "../../../src/sources/youtube/client.ts";
import { rawOfFeedEntry, rawOfVideo } from "../../../src/sources/youtube/raw.ts";
import { instantOf, secondsOf } from "../../../src/sources/youtube/times.ts";
import { wantedOf } from "../../../src/sources/youtube/wanted.ts";

describe("durations", () => {
  test.each([
    ["PT15M51S", 951],
    ["PT1H", 3600],
    ["P1DT2H3M4S", 93_784],
    ["PT0.5S", null],
    ["P0D", null],
    ["", null],
    ["an hour", null],
  ])("%s", (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test("are read back as they were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 6 }), (seconds) => {
        const text = `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`;
        expect(secondsOf(text)).toBe(seconds);
      }),
    );
  });
});

test("instants are in UTC, without fractions", () => {
  expect(["2024-05-01T15:00:00.000Z", "2024-05-01T17:00:00+02:00", "yesterday", null].map(instantOf)).toEqual([
    "2024-05-01T15:00:00Z",
    "2024-05-01T15:00:00Z",
    null,
    null,
  ]);
});

test.each([
  ["PLlantern", { kind: "playlist", id: "PLlantern" }],
  ["https://www.youtube.com/playlist?list=PLlantern&si=x", { kind: "playlist", id: "PLlantern" }],
  ["https://youtube.com/watch?v=Lamp000000B&list=PLlantern", { kind: "playlist", id: "PLlantern" }],
])("the playlist %s", (playlist, wanted) => {
  expect(wantedOf({ playlist, channel: null })).toEqual(wanted);
});

test.each([
  ["@lanterns", { kind: "channel", by: "handle", name: "@lanterns" }],
  ["https://www.youtube.com/@l%C3%A4mpchen", { kind: "channel", by: "handle", name: "@lämpchen" }],
  ["UCabcdefghijklmnopqrstuQ", { kind: "channel", by: "id", name: "UCabcdefghijklmnopqrstuQ" }],
  ["https://www.youtube.com/user/lanterns/videos", { kind: "channel", by: "user", name: "lanterns" }],
])("the channel %s", (channel, wanted) => {
  expect(wantedOf({ playlist: null, channel })).toEqual(wanted);
});

describe("whether a video that is not shown is gone", () => {
  const before = { availability: { value: "public", since: null } } as RawVideo;
  const placeholders = fc.constantFrom("private" as const, "deleted" as const, null);
  const omitted = fc.record({
    before: fc.constantFrom(before, null),
    placeholder: placeholders,
    isListed: fc.boolean(),
    isListingComplete: fc.boolean(),
    seenGone: fc.constantFrom(null, { value: "private" as const, since: "2024-05-01" }),
  });

  test("one sign alone never says so, nor one run", () => {
    fc.assert(
      fc.property(omitted, (video) => {
        const isGone = judgeOmitted(video).kind === "gone";
        if (video.seenGone === null) expect(isGone).toBe(false);
        if (video.placeholder === null && video.isListed) expect(isGone).toBe(false);
        if (video.placeholder === null && !video.isListingComplete) expect(isGone).toBe(false);
      }),
    );
  });

  test("what is known stays known", () => {
    const known = { availability: { value: "deleted", since: "2024-05-01" } } as RawVideo;
    const video = { before: known, placeholder: "deleted", isListed: true, isListingComplete: true, seenGone: null } as const;
    expect(judgeOmitted(video)).toEqual({ kind: "known" });
  });

  test("a day is told only of what was otherwise before", () => {
    expect(availabilityShown(null, "public", "2024-05-01")).toEqual({ value: "public", since: null });
    expect(availabilityShown(before, "public", "2024-05-01")).toEqual({ value: "public", since: null });
    expect(availabilityShown(before, "unlisted", "2024-05-01")).toEqual({ value: "unlisted", since: "2024-05-01" });
  });
});

describe("the questions, as Google gets them", () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    expect(nock.pendingMocks()).toEqual([]);
    nock.cleanAll();
    nock.enableNetConnect();
  });

  async function api(): Promise<Awaited<ReturnType<typeof youtubeApi>>> {
    const http = new HttpClient("https://youtube.googleapis.com/", {
      credentials: { kind: "key", header: "X-Goog-Api-Key", secret: "lantern-key" },
      limits: { concurrency: 2, requestsPerSecond: 100 },
      allowPrivateHost: false,
      userAgent: "Minutebook/test",
      mostRequests: null,
      wait: async () => undefined,
    });
    return youtubeApi(http, "https://youtube.googleapis.com/", () => undefined);
  }

  const asked = (): nock.Scope =>
    nock("https://youtube.googleapis.com", { reqheaders: { "x-goog-api-key": "lantern-key" }, badheaders: ["authorization"] });

  test("the entries of a playlist, fifty a page, with the token as it was given", async () => {
    const part = ["snippet", "contentDetails", "status"];
    asked()
      .get("/youtube/v3/playlistItems")
      .query({ part, playlistId: "PLlantern", maxResults: "50", pageToken: "a+b/=&c" })
      .reply(200, {
        items: [{ contentDetails: { videoId: "Lamp000000B", videoPublishedAt: "2024-05-01T00:00:00Z" } }, { odd: true }],
        nextPageToken: "",
      });
    expect(await (await api()).entries("PLlantern", "a+b/=&c")).toEqual({
      entries: [{ videoId: "Lamp000000B", placeholder: null }],
      next: null,
      dropped: 1,
    });
  });

  test("videos, all ids in one question; a failure is asked again by our own policy and no other", async () => {
    const part = ["snippet", "contentDetails", "status", "liveStreamingDetails", "recordingDetails"];
    const query = { part, id: "Lamp000000B,Lamp000001B" };
    asked().get("/youtube/v3/videos").query(query).times(5).reply(503, "busy", { "Retry-After": "1" });
    asked()
      .get("/youtube/v3/videos")
      .query(query)
      .reply(200, {
        items: [
          { id: "Lamp000000B", snippet: { title: "Call" }, contentDetails: { duration: "P0D" }, status: { privacyStatus: "unlisted" } },
        ],
      });
    const { videos } = await (await api()).videos(["Lamp000000B", "Lamp000001B"]);
    const [video, ...others] = videos;
    expect([video, others]).toEqual([expect.objectContaining({ title: "Call", durationSeconds: null, privacy: "unlisted" }), []]);
  });
});

describe("what is kept of a video", () => {
  const context = {
    source: "second",
    redact: (text: string) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }),
    asOf: "2024-05-08",
  };
  const video = {
    videoId: "Lamp000000B",
    title: "Call",
    description: "",
    channelId: null,
    channelTitle: null,
    publishedAt: null,
    durationSeconds: 60,
    liveStartAt: null,
    scheduledStartAt: null,
    recordedAt: null,
    privacy: "public" as const,
  };
  const entry = { videoId: "Lamp000000B", title: "Call", description: "", channelId: null, channelTitle: null, publishedAt: null };

  test("names the source that gave it first, and whether the interface ever told of it", () => {
    const first = rawOfVideo(video, null, { ...context, source: "first" });
    expect([first.source, first.form]).toEqual(["first", "api"]);
    expect(rawOfVideo(video, first, context).source).toBe("first");
    expect(rawOfFeedEntry(entry, first, context)).toMatchObject({ source: "first", form: "api", durationSeconds: 60 });
    expect(rawOfFeedEntry(entry, null, context)).toMatchObject({ source: "second", form: "feed", durationSeconds: null });
    expect(rawOfVideo(video, rawOfFeedEntry(entry, null, context), context).form).toBe("api");
  });
});
