import type { LexiconAddition } from "./types.ts";

/** Spanish headings and months, and links to courses. */
export const spanish: LexiconAddition = {
  language: "es",
  months: {
    enero: 1,
    febrero: 2,
    marzo: 3,
    abril: 4,
    mayo: 5,
    junio: 6,
    julio: 7,
    agosto: 8,
    septiembre: 9,
    setiembre: 9,
    octubre: 10,
    noviembre: 11,
    diciembre: 12,
  },
  labels: {
    attendees: /^(?:asistentes|participantes|presentes|asistencia)$/,
    notAttendees: /ausente|excusad|disculp/,
    date: /^(?:fecha|cuándo|fecha y hora)$/,
    agenda: /orden del día|temas/,
    minutes: /acta|resumen/,
    recording: /grabación/,
    presenters: /^(?:ponentes?|presentado por|expositor(?:es|a)?)$/,
    actions: /tareas|próximos pasos|acciones/,
  },
  titles: {
    meeting: /\bactas?\b|\breuni(?:ón|ones)\b/i,
    template: /\bplantilla\b/i,
    report: /\binforme\b/i,
    canceled: /\bcancelad[ao]\b|\bsuspendid[ao]\b/i,
    folder: /\breuniones\b|\bactas\b|\barchivo\b|\binformes\b/i,
  },
  courses: { says: /curso/ },
  attendance: { here: /^s[ií](?![\p{L}\d])/iu, notHere: /^no\W*$/iu },
  periods: { ordinalEnding: /º/, of: /de/ },
  cadences: [
    ["biweekly", /\bcada dos semanas\b|\bquincenal/i],
    ["monthly", /\bmensual/i],
    ["quarterly", /\btrimestral/i],
    ["weekly", /\bsemanal|\bcada semana\b/i],
  ],
  roles: [
    ["vice-chair", /\bvicepresidente?a?\b/i],
    ["chair", /\bpresident[ae]\b/i],
    ["secretary", /\bsecretari[ao]\b/i],
    ["lead", /\bcoordinador(?:a)?\b/i],
  ],
};
