import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const video = (id: string) => `https://youtu.be/${id}`;
const first = "TideGauge0B";
const second = "TideGauge1B";
const names = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);

describe("who speaks, by the line of a recording", () => {
  test.each([
    [`[Recording](${video(first)}) of the talk by Ann Lee`, ["Ann Lee"]],
    [`[Tide gauges, presented by Ann Lee and Bo Chen](${video(first)})`, ["Ann Lee", "Bo Chen"]],
    [`Guest speaker: Dr. Ann Lee, CTO of Acme [video](${video(first)})`, ["Ann Lee"]],
    [`[A thoughtful discussion with Ann Lee, professor of sand](${video(first)})`, ["Ann Lee"]],
    [`[Round table w/ Ann Lee](${video(first)})`, ["Ann Lee"]],
    [`[Tides belong to readers | Ann Lee](${video(first)})`, ["Ann Lee"]],
    [`[Tides belong to readers | Harbour Committee](${video(first)})`, []],
    [`[Ann Lee, reader of the year, talks about tides](${video(first)})`, ["Ann Lee"]],
    [`Member Ann Lee spoke on her work at the harbour. [The video is here](${video(first)})`, ["Ann Lee"]],
    [`Ann Lee, CEO of Acme, presentation is available: [Tides](${video(first)})`, ["Ann Lee"]],
    [`[Recording](${video(first)}) of the work with Harbour Light`, []],
    [`[Recording](${video(first)}) seen by Ann Lee`, []],
    [`[Recording](${video(first)}) of the talk by the chair`, []],
    [`[Recording](${video(first)}) of the talk by Acme Inc.`, []],
  ])("%s", (line, presenters) => {
    expect(names(factsOf(`- ${line}\n`, { title: "Past talks" }).recordings[0]?.presenters)).toEqual(presenters);
  });

  test.each([
    ["The webinar on tides, presented by Ann Lee, reader at Acme.", ["Ann Lee"]],
    ["Tides rise. Ann Lee, CEO of Acme, will discuss them.", ["Ann Lee"]],
    [`Presented by Ann Lee: [Tides](${video(second)})`, []],
  ])("the paragraph before a bare link: %s", (before, presenters) => {
    const { recordings } = factsOf(`${before}\n\n[${video(first)}](${video(first)})\n`, { title: "Past talks" });
    expect(names(recordings.find((recording) => recording.key === first)?.presenters)).toEqual(presenters);
  });

  test("of several recordings in a line each has what begins behind it", () => {
    const line = `2022-05-04[Video](${video(first)})Guest presentation: Ann Lee, Acme2022-05-11[Video](${video(second)})Open talk`;
    const { recordings } = factsOf(`${line}\n`, { title: "Past talks" });
    expect(recordings.map((recording) => [recording.key, names(recording.presenters)])).toEqual([
      [first, ["Ann Lee"]],
      [second, []],
    ]);
  });

  test("a cell of the row says it", () => {
    const cell = (text: string) => `<td>${text}</td>`;
    const html = `<table><tr><th>Day</th><th>Video</th><th>Notes</th></tr><tr>${cell("May 4, 2022")}${cell(`<a href="${video(first)}">Video</a>`)}${cell("Guest presentation: Ann Lee")}</tr></table>`;
    expect(names(factsOfHtml(html, { title: "Past talks" }).recordings[0]?.presenters)).toEqual(["Ann Lee"]);
  });
});

describe("who speaks, by the words of an announcement", () => {
  const talk = (body: string) => names(factsOf(`${body}\n`, { title: "Tides for readers" }).talk?.presenters);

  test.each([
    ["In this workshop, Ann Lee, Bo Chen and Cy Dee, readers at Acme, will show how to read.", ["Ann Lee", "Bo Chen", "Cy Dee"]],
    ["Ann Lee, a reader at the harbour, leads this workshop about tides.", ["Ann Lee"]],
    ["The session will be run by - Ann Lee, Bo Chen", ["Ann Lee", "Bo Chen"]],
    ["The session run by Ann Lee, Bo Chen", ["Ann Lee", "Bo Chen"]],
    ["Our guest speaker, Ann Lee, takes us through the tide.", ["Ann Lee"]],
    ["Ann Lee reads the gauge.", undefined],
    ["The workshop shows gauges that Ann Lee made.", undefined],
  ])("%s", (sentence, presenters) => {
    expect(talk(sentence)).toEqual(presenters);
  });

  test("a label that names nobody is not made up for by the words", () => {
    expect(talk("Speakers: to be told\n\nIn this workshop, Ann Lee will show how to read.")).toBeUndefined();
  });
});

describe("who speaks, by labels", () => {
  const talk = (body: string) => names(factsOf(`${body}\n`, { title: "Tides for readers" }).talk?.presenters);

  test.each([
    [
      "**Presenters:**\n\nAnn Lee @ Dune School\n\nBo Chen @ Dune School\n\nThe Tide is high in the morning, bring boots.",
      ["Ann Lee", "Bo Chen"],
    ],
    ["**Presenters:**\n\nAnn Lee\n\nHarbour Light is open in the morning.", ["Ann Lee"]],
    ["- Who: Ann Lee\n- What: Tides", ["Ann Lee"]],
    [
      "**Presenters:**\n\n- [Ann Lee](https://a.example/ann), Director of Tides and [Bo Chen](https://a.example/bo), Keeper, [Acme](https://a.example)",
      ["Ann Lee", "Bo Chen"],
    ],
    ["- Who: Ann Lee\n- Where: Harbour", undefined],
  ])("%s", (body, presenters) => {
    expect(talk(body)).toEqual(presenters);
  });
});

describe("people behind the link of a recording", () => {
  const presenters = (line: string) =>
    factsOf(`## Recordings\n\n${line}\n`).recordings.flatMap((recording) => recording.presenters.map((person) => person.name));
  const video = "https://www.youtube.com/watch?v=abcdefghijB";

  test.each([
    [`- [Reading tide gauges](${video}), Ann Lee`, ["Ann Lee"]],
    [`- [Reading tide gauges](${video}) – Ann Lee, Bo van Chen`, ["Ann Lee", "Bo van Chen"]],
    [`See the [recording of a meetup where Ann Lee from Acme talks about gauges](${video}).`, ["Ann Lee"]],
    [`On the newest episode we met with Ann Lee and Bo Chen from Acme: [watch it](${video})`, ["Ann Lee", "Bo Chen"]],
  ])("%s", (line, names) => {
    expect(presenters(line)).toEqual(names);
  });

  test.each([
    `- [Reading tide gauges](${video}), Dune Meetup`,
    `- [Reading tide gauges](${video}), Tide Gauge SIG`,
    `- [Reading tide gauges](${video}), Dune Foundation, Ann Lee`,
    `- [Reading tide gauges](${video}), Monday`,
  ])("%s names none", (line) => {
    expect(presenters(line)).toEqual([]);
  });

  test("words of any kind may stand between the talk and who gives it", () => {
    const facts = factsOf("In this introductory hands-on workshop, Ann Lee will show tide gauges.\n", { title: "Reading tide gauges" });
    expect(facts.talk?.presenters.map((person) => person.name)).toEqual(["Ann Lee"]);
  });
});
