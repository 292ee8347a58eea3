import type { LexiconAddition } from "./types.ts";

/** German headings and months. */
export const german: LexiconAddition = {
  language: "de",
  months: { januar: 1, jänner: 1, februar: 2, märz: 3, mai: 5, juni: 6, juli: 7, oktober: 10, okt: 10, dezember: 12, dez: 12 },
  labels: {
    attendees: /^(?:teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|anwesend(?:e)?|anwesenheit(?:sliste)?|teilnahme)$/,
    notAttendees: /entschuldigt|abwesend|fehlend/,
    date: /^(?:datum|termin|wann|datum und zeit)$/,
    agenda: /tagesordnung|themen/,
    minutes: /protokoll|ergebnisse|notizen/,
    recording: /aufzeichnung|mitschnitt/,
    onOneLine: /vorsitzende[rn]?|schriftführer(?:in)?|protokoll|ort|datum/,
    presenters: /^(?:vortragende|referent(?:en|in|innen)?|sprecher(?:in|innen)?)$/,
    actions: /aufgaben|nächste schritte|maßnahmen/,
  },
  titles: {
    meeting: /\bprotokoll\b|\bsitzung(?:en)?\b|\bbesprechung(?:en)?\b|\btreffen\b/i,
    template: /\bvorlage\b/i,
    report: /\bbericht\b/i,
    canceled: /\bentfällt\b|\babgesagt\b|\bverschoben\b/i,
    folder: /\bprotokolle\b|\bsitzungen\b|\btreffen\b|\barchiv\b|\bberichte\b/i,
  },
  leadingKinds: [
    ["working-group", /^(?:Arbeitsgruppe|Arbeitskreis|Fachgruppe) (?=\p{Lu})/u],
    ["committee", /^(?:Fachausschuss|Ausschuss|Komitee) (?:für )?(?=\p{Lu})/u],
  ],
  groupWord: /gruppe|arbeitskreis|ausschuss|komitee/,
  attendance: { here: /^ja(?![\p{L}\d])/iu, notHere: /^nein\W*$/iu },
  periods: { ordinalEnding: /\./ },
  cadences: [
    ["biweekly", /\balle zwei wochen\b|\bzweiwöchentlich\b|\b14-tägig\b/i],
    ["monthly", /\bmonatlich\b|\beinmal im monat\b/i],
    ["quarterly", /\bvierteljährlich\b|\bquartalsweise\b/i],
    ["weekly", /\bwöchentlich\b|\bjede woche\b/i],
  ],
  leaders: {
    label: /^(?:stellvertretende[rn]? )?vorsitzende[rn]?$|^leit(?:ung|er(?:in)?)$|^schriftführer(?:in)?$|^schatzmeister(?:in)?$/,
    term: { to: /bis/, now: /heute/, since: /seit|ab/, chosen: /gewählt am/, until: /bis/ },
  },
  columns: {
    leaders: {
      role: /^(?:rolle|funktion|amt)$/,
      name: /^(?:name|person|mitglied)$/,
      group: /gruppe$|ausschuss$|komitee$/,
      term: /^amtszeit$/,
      since: /^seit$/,
      until: /^bis$/,
    },
  },
  meets: { says: /trifft sich|treffen|sitzung|tagt/ },
  roles: [
    ["vice-chair", /\bstellvertretende[rn]? vorsitzende[rn]?\b/i],
    ["chair", /\bvorsitzende[rn]?\b|\bvorsitz\b/i],
    ["secretary", /\bschriftführer(?:in)?\b/i],
    ["other", /\bschatzmeister(?:in)?\b/i],
    ["lead", /\bleiter(?:in)?\b|\bleitung\b/i],
  ],
};
