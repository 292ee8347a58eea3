import { describe, expect, test } from "vitest";
import { parseCost } from "../../src/extraction/costs.ts";
import { classifyRecording } from "../../src/extraction/recording-urls.ts";
import { factsOf, factsOfHtml } from "./support.ts";

describe("recording URLs", () => {
  test.each([
    ["https://www.youtube.com/watch?v=AbCdEfGhIjK&t=184s", "youtube", "AbCdEfGhIjK"],
    ["https://youtu.be/AbCdEfGhIjK?feature=shared", "youtube", "AbCdEfGhIjK"],
    ["https://www.youtube.com/live/AbCdEfGhIjK", "youtube", "AbCdEfGhIjK"],
    ["//www.youtube-nocookie.com/embed/AbCdEfGhIjK", "youtube", "AbCdEfGhIjK"],
    ["https://youtu.be/AbCdEfGhIjKPOST", "youtube", "AbCdEfGhIjK"],
    ["https://zoom.us/rec/share/xyz?startTime=1", "zoom", "https://zoom.us/rec/share/xyz"],
    ["https://us02web.zoom.us/rec/play/xyz", "zoom", "https://us02web.zoom.us/rec/play/xyz"],
    ["https://wiki.example.org/wiki/download/attachments/12/zoom_0.mp4?version=2", "confluence", "attachments/12/zoom_0.mp4"],
    ["attachments/12/345.m4a", "confluence", "attachments/12/345.m4a"],
    ["https://vimeo.com/123456789", "other", "https://vimeo.com/123456789"],
  ])("%s", (url, platform, key) => {
    expect(classifyRecording(url, false)).toMatchObject({ platform, key });
  });

  test.each([
    "https://www.youtube.com/playlist?list=PLabcdefghijk",
    "https://www.youtube.com/@dunes",
    "https://www.youtube.com/embed/videoseries?list=PLx",
    "https://zoom.us/j/93840017265",
    "attachments/12/345.pdf",
    "https://youtube.example.org/watch?v=AbCdEfGhIjK",
  ])("%s is none", (url) => {
    expect(classifyRecording(url, true)).toBeNull();
  });

  test.each([
    "https://dune-my.sharepoint.com/:v:/g/personal/ann/EaBcD",
    "https://archive.org/details/dune-call-2021",
    "https://tube.dune.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d",
    "https://meetings.dune.example/meeting/93840017265-1614870000/recording",
    "https://bluejeans.com/s/aBcD3",
  ])("%s counts only where the page speaks of a recording", (url) => {
    expect(classifyRecording(url, false)).toBeNull();
    expect(classifyRecording(url, true)).toMatchObject({ platform: "other", key: url });
  });

  test("a file on a drive counts only where the page speaks of a recording", () => {
    const url = "https://drive.google.com/file/d/1hV7rTq0sXn4Kd2wLzC8/view";
    expect(classifyRecording(url, false)).toBeNull();
    expect(classifyRecording(url, true)).toMatchObject({
      platform: "google-drive",
      key: "https://drive.google.com/file/d/1hV7rTq0sXn4Kd2wLzC8",
    });
  });
});

test("a table of recordings gives title, date and presenters by its columns", () => {
  const html =
    '<table><tr><th>Date</th><th>Presenter</th><th>Topic</th><th>Link</th></tr><tr><td>May 15, 2024</td><td><a href="https://example.org/a">Ann Lee</a>, Bo Chen</td><td>Sand that stays</td><td><a href="https://youtu.be/AbCdEfGhIjK">video</a></td></tr></table>';
  expect(factsOfHtml(html).recordings).toMatchObject([
    {
      key: "AbCdEfGhIjK",
      title: "Sand that stays",
      date: "2024-05-15",
      dateBasis: "row",
      presenters: [{ name: "Ann Lee" }, { name: "Bo Chen" }],
    },
  ]);
});

describe("costs", () => {
  test.each([
    ["$149", { amount: 149, currency: "USD", per: null }],
    ["$85 (usually 80% off, so more like $15)", { amount: 85, currency: "USD", per: null }],
    ["EUR 39 per month", { amount: 39, currency: "EUR", per: "month" }],
    ["€1,150", { amount: 1150, currency: "EUR", per: null }],
    ["1.150,50 €", { amount: 1150.5, currency: "EUR", per: null }],
    ["Free", { amount: 0, currency: null, per: null }],
    ["Membership pricing varies ($50-$79/month)", { amount: null, currency: null, per: "month" }],
    ["$50-$79", { amount: null, currency: null, per: null }],
    ["Varies", { amount: null, currency: null, per: null }],
  ])("%s", (text, cost) => {
    expect(parseCost(text)).toEqual({ text, ...cost });
  });

  test("nothing is no cost", () => {
    expect(parseCost(" n/a ")).toBeNull();
  });
});

test("courses come from a table with a column for the course and one for its cost", () => {
  const html =
    '<h2>Courses</h2><table><tr><th>Organization</th><th>Course</th><th>Cost</th><th>Notes</th></tr><tr><td>Openwater Academy</td><td><p><a href="https://a.example.org/1">Sand I</a> (online)</p><p><a href="https://a.example.org/2">Sand II</a></p></td><td><p>$249</p><p>$1,895</p></td><td>Currently no classes available</td></tr></table>';
  expect(factsOfHtml(html).courses).toMatchObject([
    { title: "Sand I", provider: "Openwater Academy", url: "https://a.example.org/1", cost: { amount: 249 }, available: false },
    { title: "Sand II", provider: "Openwater Academy", url: "https://a.example.org/2", cost: { amount: 1895 } },
  ]);
});

test("a table whose cells a conversion ran together is still divided by its links", () => {
  const body =
    "OrganizationCourseCostNotesOpenwater Academy[Sand I](https://a.example.org/1)$249\n\nno seats leftDelta Polytechnic[Buoys](https://b.example.org/)Free\n\nIOI[IOI Sand Courses](https://c.example.org/)Varies\n";
  expect(factsOf(body).courses).toMatchObject([
    { title: "Sand I", provider: "Openwater Academy", cost: { amount: 249, currency: "USD" }, notes: "no seats left" },
    { title: "Buoys", provider: "Delta Polytechnic", cost: { amount: 0 } },
    { title: "IOI Sand Courses", provider: "IOI", cost: { amount: null } },
  ]);
});
