/** What tells, near a number, that it is to be dialled. By language; a stem stands for its forms. Alone, `call` is a meeting and says nothing. */
const dialWords: Readonly<Record<string, readonly string[]>> = {
  en: [
    "dial",
    "dial-?in",
    "call-?in",
    "call in",
    "phones?",
    "telephone",
    "tel",
    "toll",
    "toll-?free",
    "fax",
    "sms",
    "one[- ]?tap",
    "by phone",
    "whatsapp",
    "mobile(?! app| sdk| wallet| agent)",
  ],
  de: ["einwahl\\w*", "einwählen", "telefon\\w*", "rufnummern?", "gebührenfrei", "handy", "mobil"],
  fr: ["t[eé]l[eé]phone", "t[eé]l[eé]phonique", "tél", "composez", "num[eé]ro d['’]appel", "num[eé]ro vert", "num[eé]ro local"],
  es: ["tel[eé]fono", "tel[eé]fonos", "marque", "marcar", "marcaci[oó]n", "m[oó]vil", "celular"],
  pt: ["telefone", "telefones", "disque", "discar", "discagem", "telem[oó]vel"],
  it: ["telefono", "componi", "comporre", "cellulare"],
  nl: ["telefoon\\w*", "inbellen", "inbelnummers?", "mobiel"],
  nordic: ["telefon", "ring inn?", "ring ind", "puhelin\\w*"],
  pl: ["telefon\\w*", "zadzwoń", "wybierz numer"],
};
const dialWordsUnspaced = [
  "电话",
  "電話",
  "拨打",
  "拨号",
  "撥打",
  "撥號",
  "ダイヤル",
  "携帯",
  "전화",
  "телефон",
  "тел\\.",
  "позвон",
  "набер",
  "номер",
];

/** In which an invitation lists numbers, as it names them. */
const countries =
  "Argentina|Australia|Austria|Österreich|Belgi(?:um|que|ë|en)|Bra[sz]il|Bulgaria|Canada|Chile|China|Colombia|Costa Rica|Croatia|Cyprus|Czech(?:ia| Republic)|Denmark|Danmark|Estonia|Finland|Suomi|France|Frankreich|Francia|Germany|Deutschland|Allemagne|Alemania|Greece|Hong Kong|Hungary|Iceland|India|Indonesia|Ireland|Israel|Ital(?:y|ia|ie)|Japan|日本|Kenya|Korea|Latvia|Lithuania|Luxembourg|Malaysia|Malta|M[eé]xi(?:co|que)|Netherlands|Nederland|New Zealand|Nigeria|Norway|Norge|Pakistan|Panama|Peru|Perú|Philippines|Poland|Polska|Portugal|Romania|Russia|Россия|Saudi Arabia|Serbia|Singapore|Slova(?:kia|k Republic)|Slovenia|South Africa|South Korea|Spain|España|Espagne|Sweden|Sverige|Switzerland|Schweiz|Suisse|Taiwan|Thailand|Turkey|Türkiye|Ukraine|Україна|United Kingdom|United States|UK|USA?|Uruguay|Venezuela|Vietnam";

const words = Object.values(dialWords).flat().join("|");
export const dialWord = new RegExp(`(?<![\\p{L}\\d_-])(?:${words})(?![\\p{L}\\d_])|${dialWordsUnspaced.join("|")}`, "iu");
export const countryName = new RegExp(`(?<![\\p{L}\\d_-])(?:${countries})(?![\\p{L}\\d_-])`, "u");
/** The id of a meeting is grouped like a number of a phone, in any language: `ID de réunion : 123 456 789`. */
export const idLabel = /(?<![\p{L}\d])(?:id|ids|№)(?![\p{L}\d])\.?[^\d\n|]{0,30}$|(?:会议号|會議號|идентификатор|код)[^\d\n|]{0,30}$/iu;
