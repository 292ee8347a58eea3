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
  changes: {
    trigger:
      /zurückgetreten|trat |tritt |ausgeschieden|Amt|gewählt|ernannt|berufen|bestellt|neue|folgt|Nachfolge|abgelöst|gegründet|eingerichtet|ins Leben|aufgelöst|ruht|pausiert|inaktiv|finden|statt/,
    noChange:
      /\b(?:würden?|könnten?|sollten?|geplant|Vorschlag|Kandidat(?:in|en|innen)?|falls|wenn)(?![a-zà-ÿ])|\bsoll(?:en)?\b|\bw(?:ird|erden)\b.{1,80}\b(?:gewählt|ernannt|gegründet|aufgelöst)/,
    ownThing: /\b(?:die|unsere|diese) (?:Arbeitsgruppe|Gruppe)\b|\b(?:der|unser|dieser) (?:Ausschuss|Arbeitskreis|Verein)\b/,
    aboutLeaders: /vorsitz|leit|schriftführ|sprecher/,
    aboutMeetings: /sitzung|treffen|trifft/,
    roleWord: /vorsitzende[rn]?\b|\bvorsitz\b|\bleiter(?:in)?\b|\bleitung\b|schriftführer(?:in)?\b/,
    leftAndCame:
      /\b(?:ist|sind) (?:.{3,60} )?(?:zurückgetreten|ausgeschieden)\b|\btr(?:at|itt) (?:.{3,60} )?zurück\b|\b(?:legte?) (?:(?:sein|ihr) Amt|den Vorsitz) (?:.{2,40} )?nieder\b/,
    succeeds: /\b(?:folgt auf|folgte auf|tritt die Nachfolge von|übernimmt die Nachfolge von)(?= )/,
    came: /\bwurden?\b(?= .{3,60}\b(?:gewählt|ernannt|berufen|bestellt)\b)/,
    isTheNew: /\bneue[rn]? (?:stellvertretende[rn]? )?(?:Vorsitzende|Leiter(?:in)?|Schriftführer(?:in)?)/,
    disbanded: /\bwurden?\b(?= (?:.{2,40} )?aufgelöst\b)/,
    stoppedMeeting:
      /\b(?:ist|sind) (?:derzeit |seit .{3,30} )?(?:inaktiv|ausgesetzt|pausiert)\b|\bruht (?:derzeit|seit)\b|\bpausiert (?:derzeit|seit)\b/,
    wasFormed: /\bwurden?\b(?= (?:.{2,40} )?(?:gegründet|eingerichtet|ins Leben gerufen)(?![a-zà-ÿ]))/,
    fromADayOn: /\b(?:Sitzungen|Treffen|Besprechungen) finden ab\b|\bab .{3,30} (?:finden|findet|treffen wir uns|trifft sich)\b/,
  },
  leaderChanges: {
    cameAs: /^ (?:.{0,30}?\b(?:zur|zum|als)\b).{0,60}/,
    new: /\bneue[rn]? /,
    announced: /gewählt|begrüß/,
  },
  groupChanges: {
    aboutOne: /gruppe\b|ausschuss\b|komitee\b|verein\b|arbeitskreis\b/,
    aboutAny: /gruppen?\b|ausschuss\b|komitee\b|verein\b|arbeitskreis\b/,
    subject: /(?:gruppe|ausschuss|komitee|verein|arbeitskreis)$/,
    aboutNewOne: /gruppe\b|ausschuss\b|komitee\b|verein\b|arbeitskreis\b/,
    kindBeforeName: /(?:Arbeitsg|Untergr|Fachg|G)ruppe|Ausschuss|Komitee|Arbeitskreis|AG/,
  },
  cadenceChanges: {
    insteadOf: /\b(?:statt|anstatt|anstelle von)\b/,
    onWeekdays: /\b(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags)\b/,
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
