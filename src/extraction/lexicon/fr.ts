import type { LexiconAddition } from "./types.ts";

/** French headings and months. */
export const french: LexiconAddition = {
  language: "fr",
  months: {
    janvier: 1,
    février: 2,
    mars: 3,
    avril: 4,
    mai: 5,
    juin: 6,
    juillet: 7,
    août: 8,
    septembre: 9,
    octobre: 10,
    novembre: 11,
    décembre: 12,
  },
  labels: {
    attendees: /^(?:participant(?:e?s|\(e\)s)?|présent(?:e?s|\(e\)s)?|liste de présence)$/,
    notAttendees: /excusé|absent/,
    date: /^(?:date|quand|date et heure)$/,
    agenda: /ordre du jour|sujets/,
    minutes: /compte[- ]rendu|relevé/,
    recording: /enregistrement/,
    onOneLine: /(?:vice-)?présidente?|secrétaire|trésori(?:er|ère)|lieu|date/,
    presenters: /^(?:intervenant(?:e?s)?|présenté par|orateurs?)$/,
    actions: /actions à mener|prochaines étapes|à faire/,
  },
  titles: {
    meeting: /\bcompte[- ]rendu\b|\bréunion(?:s)?\b/i,
    template: /\bmodèle\b/i,
    report: /\brapport\b/i,
    canceled: /\bannulée?(?![a-zà-ÿ])|\breportée?(?![a-zà-ÿ])/i,
    folder: /\bréunions\b|\bcomptes[- ]rendus\b|\barchives\b|\brapports\b/i,
  },
  leadingKinds: [
    ["working-group", /^Groupe de travail (?=\p{Lu})/u],
    ["committee", /^(?:Sous-comité|Comité) (?=\p{Lu})/u],
  ],
  groupWord: /groupe|comité/,
  attendance: { here: /^oui(?![\p{L}\d])/iu, notHere: /^non\W*$/iu },
  ambiguousMonths: ["mars"],
  periods: { ordinalEnding: /er/ },
  cadences: [
    ["biweekly", /\btoutes les deux semaines\b|\bbimensuel/i],
    ["monthly", /\bmensuel|\btous les mois\b/i],
    ["quarterly", /\btrimestriel/i],
    ["weekly", /\bhebdomadaire|\btoutes les semaines\b/i],
  ],
  leaders: {
    label: /^(?:vice-)?présidente?s?$|^secrétaire$|^trésori(?:er|ère)$|^responsable$/,
    term: { to: /à/, now: /aujourd'hui/, since: /depuis/, chosen: /élue? en/, until: /jusqu'à/ },
  },
  columns: {
    leaders: {
      role: /^(?:rôle|fonction|poste)$/,
      name: /^(?:nom|personne|membre)$/,
      group: /groupe(?: de travail)?$|comité$/,
      term: /^mandat$/,
      since: /^depuis$/,
      until: /^jusqu'à$/,
    },
  },
  meets: { says: /réunit|réunions?|réunissons/ },
  roles: [
    ["vice-chair", /\bvice-présidente?\b/i],
    ["chair", /\bprésidente?\b/i],
    ["secretary", /\bsecrétaire\b/i],
    ["other", /\btrésori(?:er|ère)(?![a-zà-ÿ])/i],
    ["lead", /\bresponsable\b/i],
  ],
};
