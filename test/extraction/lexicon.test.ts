import { describe, expect, test } from "vitest";
import { firstDay } from "../../src/extraction/dates.ts";
import { combine } from "../../src/extraction/lexicon/combine.ts";
import { english } from "../../src/extraction/lexicon/en.ts";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import type { LexiconAddition } from "../../src/extraction/lexicon/types.ts";
import { factsOf } from "./support.ts";

describe("a lexicon of several languages", () => {
  const french: LexiconAddition = {
    language: "fr",
    months: { janvier: 1 },
    labels: { attendees: /^présents$/, agenda: /ordre du jour/ },
    titles: { meeting: /\bréunion\b/ },
    cadences: [["weekly", /\bhebdomadaire\b/i]],
    notHeldOnTop: /^pas de réunion$/,
  };
  const words = combine(english, french);

  test("reads the words of each", () => {
    expect(words.language).toBe("en+fr");
    expect(words.months).toMatchObject({ january: 1, janvier: 1 });
    expect(["agenda", "ordre du jour"].map((label) => words.labels.agenda.test(label))).toEqual([true, true]);
    expect(["attendees", "présents"].map((label) => words.labels.attendees.test(label))).toEqual([true, true]);
    expect(["No meeting today", "pas de réunion"].map((line) => words.notHeldOnTop.test(line))).toEqual([true, true]);
  });

  test("keeps the anchors and flags of each pattern", () => {
    expect(["présents hier", "the attendees said"].map((label) => words.labels.attendees.test(label))).toEqual([false, false]);
    expect(["RÉUNION", "MEETING"].map((title) => words.titles.meeting.test(title))).toEqual([true, true]);
    expect(words.groupKinds.every(([, pattern]) => pattern.flags.includes("g"))).toBe(true);
  });

  test("asks the first language first", () => {
    expect(words.cadences).toEqual([...english.cadences, ...(french.cadences ?? [])]);
  });

  test("leaves what the addition does not name, and the base itself, as they are", () => {
    const before = english.labels.agenda.source;
    expect(words.labels.minutes).toBe(english.labels.minutes);
    expect(words.roles).toBe(english.roles);
    expect(combine(english)).toBe(english);
    expect(combine(english, { language: "xx" }).labels).toBe(english.labels);
    expect(english.labels.agenda.source).toBe(before);
    expect(english.labels.agenda.test("ordre du jour")).toBe(false);
  });

  test("joins any number of additions", () => {
    const both = combine(english, french, { language: "pt", labels: { agenda: /pauta/ } });
    expect(both.language).toBe("en+fr+pt");
    expect(["agenda", "ordre du jour", "pauta"].every((label) => both.labels.agenda.test(label))).toBe(true);
  });
});

describe("headings of meeting pages", () => {
  test.each([
    ["zh", "日期", "参会人员", "议程", "会议录制"],
    ["zh, traditional", "會議時間", "出席人員", "議程", "錄影"],
    ["zh, others", "会议时间", "与会者", "议题", "回看"],
    ["ja", "日時", "参加者", "議題", "録画"],
    ["ja, others", "開催日", "出席者", "アジェンダ", "録音"],
  ])("%s", (_, date, attendees, agenda, recording) => {
    const body = `## ${date}\n\n2019年3月12日\n\n## ${attendees}\n\n- 李安\n- Bo Chen\n\n## ${agenda}\n\n- 砂丘\n\n## ${recording}\n\n[x](https://youtu.be/AAAAAAAAAAA)\n`;
    const facts = factsOf(body, { title: "砂丘" });
    expect(facts.kind).toBe("meeting");
    expect(facts.meetings).toMatchObject([
      { date: "2019-03-12", attendees: [{ name: "李安" }, { name: "Bo Chen" }], agenda: ["砂丘"], recordings: ["AAAAAAAAAAA"] },
    ]);
  });

  test("fields in one line, behind a wide colon", () => {
    const body = "日期：2019年3月12日\n\n参会人员：李安\n\n## 会议纪要\n\n- 砂丘\n";
    expect(factsOf(body, { title: "砂丘" }).meetings).toMatchObject([{ date: "2019-03-12", attendees: [{ name: "李安" }] }]);
  });

  test("who was absent and when the next meeting is are no attendees and no date", () => {
    const body =
      "## 参会人员\n\n- 李安\n\n## 缺席人员\n\n- 王波\n\n## 请假\n\n- 陈丁\n\n## 下次会议时间\n\n2019年4月9日\n\n## 日期\n\n2019年3月12日\n";
    expect(factsOf(body, { title: "砂丘" }).meetings).toMatchObject([{ date: "2019-03-12", attendees: [{ name: "李安" }] }]);
  });

  test("presenters", () => {
    expect(factsOf("## 演讲嘉宾\n\n- Ann Lee\n", { title: "砂丘" }).talk?.presenters).toMatchObject([{ name: "Ann Lee" }]);
    expect(factsOf("## 発表者\n\n- Bo Chen\n", { title: "砂丘" }).talk?.presenters).toMatchObject([{ name: "Bo Chen" }]);
    expect(factsOf("## 演讲厅\n\n- Ann Lee\n", { title: "砂丘" }).talk).toBeNull();
  });
});

describe("dates", () => {
  test.each([
    ["2019年3月12日", "2019-03-12"],
    ["2019年03月12日 会议", "2019-03-12"],
    ["会议纪要（2019年12月1日）", "2019-12-01"],
    ["2019 年 3 月 12 日", "2019-03-12"],
  ])("%s", (text, day) => {
    expect(firstDay(text, defaultLexicon)?.edtf).toBe(day);
  });

  test.each(["2019年13月1日", "2019年2月30日", "3月12日", "2019年3月"])("%s is no day", (text) => {
    expect(firstDay(text, defaultLexicon)).toBeNull();
  });
});

describe("meetings that were not held", () => {
  test.each([
    ["2019年3月12日 会议取消", "- 砂丘\n"],
    ["2019年3月12日 例会（延期）", "- 砂丘\n"],
    ["2019年3月12日 会议", "本次会议取消\n"],
    ["2019年3月12日 会议", "会议延期\n"],
    ["2019年3月12日 会议", "春节放假取消\n"],
    ["2019年3月12日 定例会 会議中止", "- 砂丘\n"],
  ])("%s: %s", (title, body) => {
    const facts = factsOf(body, { title });
    expect(facts.kind).toBe("other");
    expect(facts.meetings).toMatchObject([{ date: "2019-03-12", status: "canceled" }]);
  });

  test.each(["取消旧的仪器\n", "砂丘会议取消了旧的仪器\n", `${"- 砂丘\n".repeat(13)}- 会议取消\n`])("not: %s", (body) => {
    expect(factsOf(body, { title: "2019年3月12日 会议" }).meetings).toMatchObject([{ status: "unknown" }]);
  });
});
