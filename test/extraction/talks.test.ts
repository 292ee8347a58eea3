import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import { factsOf, factsOfHtml } from "./support.ts";

const a = "https://youtu.be/AAAAAAAAAAA";
const b = "https://youtu.be/BBBBBBBBBBB";
const who = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);
const talk = (body: string, over: Partial<RawEnvelope> = {}) => factsOf(body, over).talk;

describe("the talk that a page announces", () => {
  test.each([
    ["a list below the label", "## Speakers\n\n- Ann Lee, Harbour Lab\n- Bo Chen\n", ["Ann Lee", "Bo Chen"]],
    ["one line", "**Presenter:** Ann Lee\n", ["Ann Lee"]],
    ["a paragraph below a heading", "## Guest speaker\n\nAnn Lee\n\nBo Chen will listen.\n", ["Ann Lee"]],
    ["leaders of a workshop", "**Workshop leaders:**\n\n- Ann Lee\n", ["Ann Lee"]],
  ])("who speaks: %s", (_, body, names) => {
    expect(who(talk(body)?.presenters)).toEqual(names);
  });

  test.each([
    ["a date label", "**When:** June 1, 2021\n\n**Speaker:** Ann Lee\n", "A talk", "2021-06-01"],
    ["the label rather than the title", "**Date:** June 1, 2021\n\n**Speaker:** Ann Lee\n", "A talk, 2021-05-01", "2021-06-01"],
    ["the title", "**Speaker:** Ann Lee\n", "A talk on sand, May 1, 2021", "2021-05-01"],
    ["nothing", "**Speaker:** Ann Lee\n\nSee you on May 1, 2021.\n", "A talk on sand", null],
  ])("when: %s", (_, body, title, date) => {
    expect(talk(body, { title })?.date).toBe(date);
  });

  test.each([
    ["nobody and no day", "We watch sand.\n"],
    ["a first name alone", "**Speaker:** Ann\n"],
    ["a label that only begins with the word", "**Speaker's corner in the harbour:** Ann Lee\n"],
    ["a long line about the speaker", `**Speaker:** Ann Lee ${"watches sand and ".repeat(12)}\n`],
  ])("%s is none", (_, body) => {
    expect(talk(body)).toBeNull();
  });

  test("its own recordings are those at a recording label, not the others of the page", () => {
    const body = `**Speaker:** Ann Lee\n\n**Recording:** [here](${a})\n\n## See also\n\n- [Sand waves](${b})\n`;
    expect(talk(body)?.recordings).toEqual(["AAAAAAAAAAA"]);
    expect(talk(`**Speaker:** Ann Lee\n\nVideo of the talk - ${a}\n`)?.recordings).toEqual(["AAAAAAAAAAA"]);
    expect(talk(`**Speaker:** Ann Lee\n\n**Recording of another event:** [here](${a})\n`)?.recordings).toEqual([]);
  });

  test("reports, rolling notes and indexes announce none", () => {
    const notes =
      "### 5 October 2023\n\nPresenter: Ann Lee\n\n- fixed the gauge and wrote it down\n\n### 19 October 2023\n\nAttendees: Bo Chen\n\n- nothing new, but the radar runs\n";
    const facts = factsOf(notes, { title: "Rolling notes of the calls" });
    expect([facts.kind, facts.talk]).toEqual(["log", null]);
  });
});

describe("a table of talks whose cells ran together", () => {
  const rows = (body: string, over: Partial<RawEnvelope> = {}) =>
    factsOf(body, over).recordings.map((recording) => [recording.key, recording.date, recording.title, who(recording.presenters)]);

  test("gives date, topic and presenter of each row", () => {
    const body = `DateTopicPresenterRecordingMay 7, 2018Tide gaugesAnn Lee[Video](${a})May 14, 2018Sand wavesBo Chen[Video](${b})\n`;
    expect(rows(body)).toEqual([
      ["AAAAAAAAAAA", "2018-05-07", "Tide gauges", ["Ann Lee"]],
      ["BBBBBBBBBBB", "2018-05-14", "Sand waves", ["Bo Chen"]],
    ]);
    expect(factsOf(body).recordings[0]).toMatchObject({ dateBasis: "row", witness: { rule: "row run together" } });
  });

  test("reads the columns in their order", () => {
    const body = `DateSpeakerTopicVideoMay 7, 2018Ann LeeTide gauges[Video](${a})May 14, 2018Bo ChenSand waves[Video](${b})\n`;
    expect(rows(body)).toEqual([
      ["AAAAAAAAAAA", "2018-05-07", "Tide gauges", ["Ann Lee"]],
      ["BBBBBBBBBBB", "2018-05-14", "Sand waves", ["Bo Chen"]],
    ]);
  });

  test("reads a date with a time right behind its year, but not one with a longer number", () => {
    const days = (body: string) => rows(`DateTopicPresenterRecording${body}`).map(([, date]) => date);
    expect(days(`May 7, 201810:00[Tide gauges](${a})May 14, 20189:30 am[Sand waves](${b})\n`)).toEqual(["2018-05-07", "2018-05-14"]);
    expect(days(`May 7, 20181000[Tide gauges](${a})\n`)).toEqual([null]);
  });

  test("divides by links where people or topics are linked", () => {
    const body = `DateSpeakersTopicVideoMay 7, 2018[Ann Lee](https://example.org/ann)tide gauges[Video](${a})\n`;
    expect(rows(body)).toEqual([["AAAAAAAAAAA", "2018-05-07", "tide gauges", ["Ann Lee"]]]);
  });

  test("a date within a link begins no row", () => {
    const body = `DateTopicPresenterRecordingMay 7, 2018Tide gaugesAnn Lee[Video of May 14, 2018](${a})\n`;
    expect(rows(body)[0]?.slice(0, 2)).toEqual(["AAAAAAAAAAA", "2018-05-07"]);
  });

  test.each([
    ["no column of dates", `TopicPresenterRecordingTide gauges May 7, 2018Ann Lee[Video](${a})\n`],
    ["too few columns", `DateRecordingMay 7, 2018Ann Lee[Video](${a})\n`],
    ["rows below another heading", `DateTopicPresenterRecording\n\n## Others\n\nMay 7, 2018Tide gaugesAnn Lee[Video](${a})\n`],
  ])("%s: no such table", (_, body) => {
    expect(factsOf(body).recordings[0]?.witness.rule).toBe("link");
    expect(factsOf(body).recordings[0]?.presenters).toEqual([]);
  });
});

describe("dates of recordings", () => {
  test.each([
    ["https://files.example.org/GMT20221118-113231_Recording.mp4", "2022-11-18"],
    ["https://files.example.org/20190124-sand.mp4", "2019-01-24"],
    ["https://files.example.org/sand_2020_05_14.mp4?version=20190101", "2020-05-14"],
    ["https://wiki.example.org/download/attachments/12/sand%202020-05-14.mp4", "2020-05-14"],
    ["https://files.example.org/2020-05-14/sand%zz.mp4", null],
    ["https://files.example.org/sand-20201399.mp4", null],
    ["https://files.example.org/sand.mp4?on=2020-05-14", null],
    ["https://zoom.us/rec/share/2020-05-14", null],
  ])("the name of a media file: %s", (href, date) => {
    const [recording] = factsOf(`Recording: [see](${href})\n`).recordings;
    expect([recording?.date, recording?.dateBasis]).toEqual([date, date === null ? null : "file name"]);
  });

  test("the line around the link says more than the name of the file", () => {
    const [recording] = factsOf("Recording, May 15, 2020: [Sand waves](https://files.example.org/20200514-sand.mp4)\n").recordings;
    expect(recording).toMatchObject({ date: "2020-05-15", dateBasis: "text around the link" });
  });

  test("an attached file is dated by its name", () => {
    const attachment = (name: string) => ({ name, mediaType: null, href: `attachments/12/${name}`, bytes: null });
    const { recordings } = factsOf("x\n", { attachments: [attachment("20190124-sand.mp4"), attachment("sand.mp4")] });
    expect(recordings).toMatchObject([
      { date: "2019-01-24", dateBasis: "title" },
      { date: null, dateBasis: null },
    ]);
  });

  test("the section that a link stands in dates it, up to the next heading", () => {
    const body = `## Webinar, April 25, 2022\n\nIt was windy.\n\n[Recording](${a})\n\n## Others\n\n[Recording](${b})\n`;
    expect(factsOf(body).recordings).toMatchObject([
      { key: "AAAAAAAAAAA", date: "2022-04-25", dateBasis: "section" },
      { key: "BBBBBBBBBBB", date: null, dateBasis: null },
    ]);
  });

  test("a bold line dates its section too, and a date of the link's own line goes first", () => {
    const body = `**Webinar, April 25, 2022**\n\n[Recording](${a})\n\n[Recording of April 26, 2022](${b})\n`;
    expect(factsOf(body).recordings.map(({ date, dateBasis }) => [date, dateBasis])).toEqual([
      ["2022-04-25", "section"],
      ["2022-04-26", "title"],
    ]);
  });

  test("on a page with a date in its title sections date nothing", () => {
    const body = `## Last webinar, April 25, 2022\n\n[Recording](${a})\n`;
    expect(factsOf(body, { title: "2022-05-04 Call" }).recordings).toMatchObject([{ date: null }]);
  });
});

describe("the page that a line links before its recording", () => {
  const page = "https://wiki.example.org/wiki/display/DUNE/Tide+gauges";
  const about = (body: string) => factsOf(body).recordings.map((recording) => recording.about);

  test("is what the recording is about", () => {
    expect(about(`- [Tide gauges](${page}) ([Video](${a}))\n`)).toEqual([page]);
    expect(about(`- [Sand](Sand_12.html), [Tide gauges](${page}) [Video](${a})\n`)).toEqual([page]);
  });

  test.each([
    ["behind it", `- [Video](${a}) of [Tide gauges](${page})\n`],
    ["on the line before", `[Tide gauges](${page})<br>[Video](${a})\n`],
    ["in another entry", `- [Tide gauges](${page})\n- [Video](${a})\n`],
    ["elsewhere on the web", `- [Tide gauges](https://example.org/tide) ([Video](${a}))\n`],
    ["followed by another link", `- [Tide gauges](${page}), [slides](https://example.org/slides.pdf), [Video](${a})\n`],
  ])("not one %s", (_, body) => {
    expect(about(body)).toEqual([null]);
  });

  test("stands in the same cell of a table", () => {
    const html = `<table><tr><th>Talk</th><th>Link</th></tr><tr><td><a href="${page}">Tide gauges</a> <a href="${a}">Video</a></td><td></td></tr></table>`;
    expect(factsOfHtml(html).recordings[0]?.about).toBe(page);
  });
});
