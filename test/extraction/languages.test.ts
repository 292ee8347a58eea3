import { describe, expect, test } from "vitest";
import { datesIn, firstDay } from "../../src/extraction/dates.ts";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import { factsOf, statementsOf } from "./support.ts";

const who = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);
const dateOf = (text: string) => datesIn(text, defaultLexicon)[0]?.edtf;

describe("attendance", () => {
  test.each([
    ["Teilnehmer", "Sitzung 24.11.2021"],
    ["Teilnehmerinnen", "Besprechung 24.11.2021"],
    ["Teilnehmer:innen", "Treffen 24.11.2021"],
    ["Teilnehmende", "Protokoll 24.11.2021"],
    ["Anwesend", "Protokoll vom 24. November 2021"],
    ["Anwesenheitsliste", "Protokoll 24.11.2021"],
    ["Participants", "Compte rendu du 24 novembre 2021"],
    ["Présents", "Réunion du 24 novembre 2021"],
    ["Présentes", "Compte-rendu 24.11.2021"],
    ["Liste de présence", "Réunion 24.11.2021"],
    ["Asistentes", "Acta del 24 de noviembre de 2021"],
    ["Participantes", "Reunión del 24 de noviembre de 2021"],
    ["Asistencia", "Acta 24.11.2021"],
  ])("%s below “%s”", (heading, title) => {
    const [meeting] = factsOf(`## ${heading}\n\n- Ann Lee\n- Bo Chen\n`, { title }).meetings;
    expect(meeting?.date).toBe("2021-11-24");
    expect(who(meeting?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test.each([
    ["Abwesend", "Protokoll 24.11.2021"],
    ["Entschuldigt", "Protokoll 24.11.2021"],
    ["Excusés", "Réunion 24.11.2021"],
    ["Absents", "Réunion 24.11.2021"],
    ["Ausentes", "Reunión 24.11.2021"],
    ["Teilnehmerzahl der Flut", "Protokoll 24.11.2021"],
  ])("not %s", (heading, title) => {
    const [meeting] = factsOf(`## ${heading}\n\n- Ann Lee\n`, { title }).meetings;
    expect(meeting?.date).toBe("2021-11-24");
    expect(who(meeting?.attendees)).toEqual([]);
  });

  test.each([
    ["**Anwesend:** Ann Lee, Bo Chen\n\n**Entschuldigt:** Cy Dee\n", "Protokoll 24.11.2021"],
    ["**Présents:** Ann Lee, Bo Chen\n\n**Excusés:** Cy Dee\n", "Réunion 24.11.2021"],
    ["**Presentes:** Ann Lee, Bo Chen\n\n**Ausentes:** Cy Dee\n", "Acta 24.11.2021"],
  ])("fields: %s", (body, title) => {
    expect(who(factsOf(body, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });
});

describe("other headings", () => {
  test.each([
    ["Tagesordnung", "Protokoll 24.11.2021"],
    ["Themen", "Protokoll 24.11.2021"],
    ["Ordre du jour", "Réunion 24.11.2021"],
    ["Orden del día", "Reunión 24.11.2021"],
    ["Temas", "Acta 24.11.2021"],
  ])("%s is the agenda", (heading, title) => {
    expect(factsOf(`## ${heading}\n\n- sand\n- tide\n`, { title }).meetings[0]?.agenda).toEqual(["sand", "tide"]);
  });

  test.each([
    ["Datum", "Sitzung der Flut", "24. November 2021"],
    ["Termin", "Treffen am Hafen", "24.11.2021"],
    ["Date et heure", "Réunion du port", "24 novembre 2021"],
    ["Fecha", "Reunión del puerto", "24 de noviembre de 2021"],
  ])("%s gives the day", (label, title, day) => {
    expect(factsOf(`**${label}:** ${day}\n\n## Participants\n\n- Ann Lee\n`, { title }).meetings).toMatchObject([{ date: "2021-11-24" }]);
  });

  test.each(["Referentin", "Vortragende", "Sprecher", "Intervenants", "Présenté par", "Orateurs", "Ponentes", "Presentado por"])(
    "%s speak",
    (label) => {
      expect(who(factsOf(`**${label}:** Ann Lee\n`, { title: "A talk on sand" }).talk?.presenters)).toEqual(["Ann Lee"]);
    },
  );

  test.each(["Sprecherwechsel", "Orden", "Intervention"])("%s does not", (label) => {
    expect(factsOf(`**${label}:** Ann Lee\n`, { title: "A talk on sand" }).talk).toBeNull();
  });
});

describe("meetings that do not take place", () => {
  test.each([
    "Sitzung 24.11.2021 entfällt",
    "Sitzung 24.11.2021 (abgesagt)",
    "Réunion 24.11.2021 annulée",
    "Reunión 24.11.2021 cancelada",
    "Reunión 24.11.2021 (suspendida)",
  ])("%s", (title) => {
    expect(factsOf("x\n", { title }).meetings).toMatchObject([{ date: "2021-11-24", status: "canceled" }]);
  });

  test.each(["Sitzung 24.11.2021", "Réunion 24.11.2021", "Reunión 24.11.2021"])("%s does", (title) => {
    expect(factsOf("## Participants\n\n- Ann Lee\n", { title }).meetings).toMatchObject([{ status: "held" }]);
  });
});

describe("roles", () => {
  const roleOf = (role: string) => defaultLexicon.roles.find(([, pattern]) => pattern.test(role))?.[0] ?? null;

  test.each([
    ["Vorsitzender", "chair"],
    ["stellvertretende Vorsitzende", "vice-chair"],
    ["Schriftführerin", "secretary"],
    ["Leiterin", "lead"],
    ["Présidente", "chair"],
    ["Vice-président", "vice-chair"],
    ["Secrétaire", "secretary"],
    ["Presidenta", "chair"],
    ["Vicepresidente", "vice-chair"],
    ["Secretario", "secretary"],
    ["Coordinadora", "lead"],
  ])("%s: %s", (word, role) => {
    expect(roleOf(word)).toBe(role);
  });

  test.each(["Begleiter", "Wasserleitungen", "Presidio"])("%s is none", (word) => {
    expect(roleOf(word)).toBeNull();
  });
});

describe("cadences", () => {
  const cadenceOf = (text: string) => defaultLexicon.cadences.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

  test.each([
    ["alle zwei Wochen", "biweekly"],
    ["monatlich", "monthly"],
    ["vierteljährlich", "quarterly"],
    ["jede Woche", "weekly"],
    ["toutes les deux semaines", "biweekly"],
    ["réunion mensuelle", "monthly"],
    ["trimestriel", "quarterly"],
    ["hebdomadaire", "weekly"],
    ["cada dos semanas", "biweekly"],
    ["reunión mensual", "monthly"],
    ["trimestral", "quarterly"],
    ["semanal", "weekly"],
  ])("%s: %s", (text, cadence) => {
    expect(cadenceOf(text)).toBe(cadence);
  });

  test.each(["eine Woche später", "la semaine passée", "una semana"])("%s is none", (text) => {
    expect(cadenceOf(text)).toBeNull();
  });
});

describe("dates", () => {
  test.each([
    ["3. März 2021", "2021-03-03"],
    ["24. Dezember 2021", "2021-12-24"],
    ["1. Jänner 2022", "2022-01-01"],
    ["24. September 2021", "2021-09-24"],
    ["1er avril 2021", "2021-04-01"],
    ["14 août 2021", "2021-08-14"],
    ["3 décembre 2021", "2021-12-03"],
    ["2 de marzo de 2021", "2021-03-02"],
    ["1º de mayo de 2021", "2021-05-01"],
    ["15 septiembre 2021", "2021-09-15"],
  ])("%s", (text, edtf) => {
    expect(dateOf(text)).toBe(edtf);
  });

  test.each(["31. Februar 2021", "3. Flut 2021", "31 avril 2021", "2 de arena de 2021"])("%s is no day", (text) => {
    expect(firstDay(text, defaultLexicon)).toBeNull();
  });

  test.each([
    ["24.11.2021", "2021-11-24"],
    ["04.11.2021", "2021-11-04"],
    ["4.3.2021", "2021-03-04"],
    ["04/11/2021", "2021-04-11"],
    ["4-3-2021", "2021-04-03"],
  ])("%s: dots put the day first, other signs the month", (text, edtf) => {
    expect(dateOf(text)).toBe(edtf);
  });

  test.each(["11.24.2021", "31.02.2021", "10.1.2.3"])("%s is no day", (text) => {
    expect(firstDay(text, defaultLexicon)).toBeNull();
  });

  test.each([
    ["9–11 March 2021", "2021-03-09"],
    ["9-11 March 2021", "2021-03-09"],
    ["9th - 11th March, 2021", "2021-03-09"],
    ["9.–11. März 2021", "2021-03-09"],
    ["March 9–11, 2021", "2021-03-09"],
    ["March 9-11 2021", "2021-03-09"],
    ["Sep. 9th – 11th, 2021", "2021-09-09"],
  ])("%s begins on its first day", (text, edtf) => {
    expect(dateOf(text)).toBe(edtf);
  });

  test.each(["9–11 gauges 2021", "dunes 9–11, 2021"])("%s is no range of days", (text) => {
    expect(firstDay(text, defaultLexicon)).toBeNull();
  });

  test.each([
    ["1H 2021", "2021-40"],
    ["2H 2021", "2021-41"],
    ["2H2021", "2021-41"],
    ["1H, 2021", "2021-40"],
  ])("%s is a half", (text, edtf) => {
    expect(dateOf(text)).toBe(edtf);
  });

  test.each(["3H 2021", "11H 2021", "1Hour 2021"])("%s is none", (text) => {
    expect(dateOf(text) ?? "none").not.toMatch(/-4[01]$/);
  });
});

describe("a report", () => {
  const body = "## Description\n\nWe watch.\n\n## Overall Health\n\ngood\n\n## Issues\n\nnone\n";
  const report = (lines: string, title = "2021-Q2 Report") => factsOf(`${lines}\n\n${body}`, { title }).report;

  test.each([
    ["Submitted by: Ann Lee, July 9, 2021", ["Ann Lee"], "2021-07-09"],
    ["**Submitted by:** Ann Lee, 9 July 2021", ["Ann Lee"], "2021-07-09"],
    ["**Submitted by:** Ann Lee", ["Ann Lee"], null],
    ["**Submitted by:** Ann Lee, Bo Chen", ["Ann Lee", "Bo Chen"], null],
  ])("%s", (line, authors, day) => {
    const found = report(line);
    expect(who(found?.authors)).toEqual(authors);
    expect(found?.publishedOn ?? null).toBe(day);
  });

  test.each(["Informe 1H 2021", "Rapport 1H 2021", "Bericht 1H 2021"])("%s is one", (title) => {
    expect(factsOf(body, { title }).kind).toBe("report");
  });

  test.each(["Plantilla 1H 2021", "Sandburg 1H 2021"])("%s is none", (title) => {
    expect(factsOf(body, { title }).kind).not.toBe("report");
  });

  test("has the half of its title as its period", () => {
    expect(report("", "1H 2021 Report")?.period).toEqual({ label: "2021-H1", start: "2021-01-01", end: "2021-06-30" });
    expect(report("", "2H 2021 Report")?.period).toMatchObject({ label: "2021-H2" });
  });
});

describe("changes told in other languages", () => {
  const said = (sentence: string) => statementsOf(`${sentence}\n`, { title: "2022-04-13 Meeting" });

  test.each([
    ["Ann Lee a été élue présidente du comité le 12 juin 2017.", "leadership.handover", "chair", [], ["Ann Lee"], "2017-06-12"],
    ["Ann Lee a démissionné de son poste de présidente.", "leadership.left", "chair", ["Ann Lee"], [], "2022-04-13"],
    ["Ann Lee remplace Bo Chen comme présidente.", "leadership.handover", "chair", ["Bo Chen"], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee devient secrétaire.", "leadership.handover", "secretary", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee wurde zur Vorsitzenden gewählt.", "leadership.handover", "chair", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee wurde am 3. März 2021 zur Vorsitzenden gewählt.", "leadership.handover", "chair", [], ["Ann Lee"], "2021-03-03"],
    ["Ann Lee ist als Vorsitzende zurückgetreten.", "leadership.left", "chair", ["Ann Lee"], [], "2022-04-13"],
    ["Ann Lee folgt auf Bo Chen als Vorsitzende.", "leadership.handover", "chair", ["Bo Chen"], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee ist neue Vorsitzende.", "leadership.handover", "chair", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee fue elegida presidenta.", "leadership.handover", "chair", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee dimitió como presidenta.", "leadership.left", "chair", ["Ann Lee"], [], "2022-04-13"],
    ["Ann Lee sustituye a Bo Chen como presidenta.", "leadership.handover", "chair", ["Bo Chen"], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee 当选为副主席。", "leadership.handover", "vice-chair", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee 辞去主席职务。", "leadership.left", "chair", ["Ann Lee"], [], "2022-04-13"],
    ["Ann Lee 接替 Bo Chen 担任主席。", "leadership.handover", "chair", ["Bo Chen"], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee が議長に就任した。", "leadership.handover", "chair", [], ["Ann Lee"], "2022-04-13"],
    ["Ann Lee が議長を辞任した。", "leadership.left", "chair", ["Ann Lee"], [], "2022-04-13"],
  ])("%s", (sentence, type, role, from, to, at) => {
    expect(said(sentence)).toMatchObject([{ type, role, from, to, at }]);
  });

  test.each([
    ["Le groupe de travail Marées a été créé le 12 juin 2017.", "group.created", "groupe de travail Marées", "2017-06-12"],
    ["Le groupe de travail Marées est en sommeil depuis janvier 2023.", "group.inactive", "groupe de travail Marées", "2023-01"],
    ["Le comité Marées a été dissous en mars 2021.", "group.disbanded", "comité Marées", "2021-03"],
    ["Die Arbeitsgruppe Gezeiten wurde im März 2021 gegründet.", "group.created", "Arbeitsgruppe Gezeiten", "2021-03"],
    ["Die Arbeitsgruppe Gezeiten ruht seit Januar 2023.", "group.inactive", "Arbeitsgruppe Gezeiten", "2023-01"],
    ["Die Arbeitsgruppe Gezeiten wurde aufgelöst.", "group.disbanded", "Arbeitsgruppe Gezeiten", "2022-04-13"],
    ["Se creó el grupo de trabajo Mareas en marzo de 2021.", "group.created", "grupo de trabajo Mareas", "2021-03"],
    ["El comité Mareas fue disuelto.", "group.disbanded", "comité Mareas", "2022-04-13"],
    ["The Committee on Tides was formed in March 2021.", "group.created", "Committee on Tides", "2021-03"],
  ])("%s", (sentence, type, group, at) => {
    const found = said(sentence);
    expect(found).toMatchObject([{ type, at, mayMeanOwn: false }]);
    expect(found[0]?.groups).toContain(group);
  });

  test.each([
    ["Le groupe a été dissous en mars 2021.", "group.disbanded", "2021-03"],
    ["本工作组成立于2019年3月12日。", "group.created", "2019-03-12"],
    ["本グループは2019年3月12日に設立されました。", "group.created", "2019-03-12"],
  ])("%s is about the page's own group", (sentence, type, at) => {
    expect(said(sentence)).toMatchObject([{ type, at, mayMeanOwn: true }]);
  });

  test("from a day on", () => {
    expect(said("Die Sitzungen finden ab Mai 2024 mittwochs statt dienstags statt.")).toMatchObject([
      { type: "cadence.changed", at: "2024-05" },
    ]);
  });

  test.each([
    "Ann Lee sera élue présidente.",
    "Ann Lee est candidate au poste de présidente.",
    "Le rapport du groupe de travail a été créé en mars 2021.",
    "Ann Lee wird im Mai zur Vorsitzenden gewählt.",
    "Ann Lee sollte zur Vorsitzenden gewählt werden.",
    "Das Protokoll der Arbeitsgruppe wurde aufgelöst.",
    "Die neue Vorsitzende wird gesucht.",
    "Ann Lee será elegida presidenta.",
    "El informe del grupo fue creado en marzo.",
    "提名 Ann Lee 为主席。",
    "公司成立于2019年3月12日。",
    "Ann Lee が議長に就任する予定。",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
