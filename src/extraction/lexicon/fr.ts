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
  changes: {
    trigger:
      /démission|quitt|retir|élu|nomm|désign|devient|remplac|succèd|succéd|créé|fondé|lancé|constitué|dissou|sommeil|suspend|cessé|désormais|inacti/,
    noChange:
      /\b(?:serait|pourrait|devrait|propos(?:e|ons|ent)|prévoi[a-zà-ÿ]+|candidat(?:e?s)?|envisag[a-zà-ÿ]+)(?![a-zà-ÿ])|\bsi (?:le|la|un|une)\b/,
    future: /\b(?:sera|seront)\b/,
    ownThing: /\b(?:le|notre|ce) (?:groupe|comité|sous-groupe)\b/,
    aboutLeaders: /présid|secrétaire|responsable|trésori/,
    aboutMeetings: /réuni/,
    roleWord: /présidente?\b|secrétaire\b|responsable\b|trésori(?:er|ère)\b/,
    leftAndCame:
      /\b(?:a|ont) démissionné|\bdémissionne(?:nt)?\b|\b(?:a quitté|quitte) (?:ses fonctions|son poste)\b|\bs['’]est retirée?(?= )/,
    succeeds: /\b(?:remplace|succède à|a remplacé|a succédé à)(?= )/,
    came: /\b(?:a été|est|ont été|sont) (?:élu|nommé|désigné)(?:e?s?)(?= )|\bdevient\b/,
    disbanded: /\b(?:a été|est) (?:dissous|dissoute)\b/,
    stoppedMeeting:
      /\b(?:est|sont) (?:en sommeil|en pause|inacti(?:f|ve)s?|suspendue?s?)\b|\ba (?:cessé|suspendu) (?:ses activités|ses réunions|de se réunir)/,
    wasFormed: /\b(?:a|ont) été (?:créé|fondé|lancé|constitué)e?s?(?![a-zà-ÿ])/,
    nowMeets: /\bse réuni(?:t|ssent|ra) désormais\b|\bdésormais\b/,
  },
  leaderChanges: {
    cameAs:
      /^ (?:(?:comme|en tant que|au poste de|à la|le|la|nouve(?:au|lle)) ){0,3}(?:vice-)?(?:président|secrétaire|responsable|trésori).{0,60}/,
  },
  groupChanges: {
    aboutOne: /\b(?:groupe|comité|association|équipe)/,
    aboutAny: /\b(?:groupes?|comités?|association|équipe)/,
    subject: /(?:groupe|comité|association)(?: de travail)?$/,
    auxiliary: /\s*\b(?:officiellement|récemment)\b/,
    aboutNewOne: /\b(?:groupe|comité|association|équipe)/,
    kindBeforeName: /[Gg]roupe(?: de travail)?|[Cc]omité|[Ss]ous-groupe|[Aa]ssociation/,
  },
  cadenceChanges: { meeting: /réuni/, meetingOrCadence: /réuni/ },
  meets: { says: /réunit|réunions?|réunissons/ },
  roles: [
    ["vice-chair", /\bvice-présidente?\b/i],
    ["chair", /\bprésidente?\b/i],
    ["secretary", /\bsecrétaire\b/i],
    ["other", /\btrésori(?:er|ère)(?![a-zà-ÿ])/i],
    ["lead", /\bresponsable\b/i],
  ],
};
