import { tracesOf, wordsInSource, wordsInText } from "./word-patterns.ts";

/**
 * How wikis and invitations call a passcode, by language. An invitation speaks the language of the one who made it, and a page may hold several.
 * Words are written as in print: a blank stands for any blank, an accent may be missing or be an entity.
 */
interface LabelWords {
  readonly language: string;
  /** Nothing else is called so: after it even a plain word is a passcode. */
  readonly passcodes?: readonly string[];
  /** Also the name of a field or a topic: after it only what looks like a code is one. */
  readonly passwords?: readonly string[];
  /** What lets one in, under a name that could mean other things in a text about software. */
  readonly entryCodes?: readonly string[];
  /** The number of a conference that phones dial, told from a meeting's public number by the `#` behind it. */
  readonly dialledIds?: readonly string[];
  /** What leads from the label to what it opens: "password to register", "mot de passe de la réunion". */
  readonly of?: readonly string[];
}

const labelWords: readonly LabelWords[] = [
  {
    language: "en",
    passcodes: ["passcode", "passcodes", "pass code", "pass codes", "pass-code"],
    passwords: ["password", "passwords", "passwd", "pwd"],
    entryCodes: [
      "host key",
      "hostkey",
      "host-key",
      "meeting key",
      "attendee key",
      "participant key",
      "session key",
      "webinar key",
      "claim host key",
    ],
    dialledIds: ["conference id", "conference number"],
    of: ["to", "for", "of"],
  },
  {
    language: "de",
    passwords: ["passwort", "kennwort"],
    entryCodes: [
      "kenncode",
      "zugangscode",
      "zugangskennwort",
      "zugangspasswort",
      "zugriffscode",
      "einwahlcode",
      "teilnehmercode",
      "sitzungskennwort",
      "sitzungspasswort",
      "besprechungskennwort",
      "besprechungspasswort",
      "meetingkennwort",
      "meetingpasswort",
      "konferenzpasswort",
    ],
    dialledIds: ["konferenz-id", "telefonkonferenz-id", "konferenzkennung"],
    of: ["für", "zum", "zur", "der", "des", "vom"],
  },
  {
    language: "fr",
    passwords: ["mot de passe"],
    entryCodes: ["code secret", "code d'accès", "code confidentiel", "clé secrète"],
    dialledIds: ["id de conférence", "id. de conférence", "id de conférence téléphonique"],
    of: ["de", "du", "pour", "à"],
  },
  {
    language: "es",
    passwords: ["contraseña"],
    entryCodes: ["código de acceso", "clave de acceso", "código secreto", "clave de la reunión"],
    dialledIds: ["id de conferencia", "id. de conferencia", "id de conferencia telefónica"],
    of: ["de", "del", "para"],
  },
  {
    language: "pt",
    passwords: ["senha", "palavra-passe"],
    entryCodes: ["senha de acesso", "código de acesso", "código secreto"],
    dialledIds: ["id da conferência", "id de conferência", "id da conferência telefônica"],
    of: ["de", "da", "do", "para"],
  },
  {
    language: "it",
    entryCodes: ["codice di accesso", "codice d'accesso", "codice accesso", "codice segreto"],
    dialledIds: ["id conferenza", "id conferenza telefonica"],
    of: ["di", "del", "della", "alla", "per"],
  },
  { language: "nl", passwords: ["wachtwoord"], entryCodes: ["toegangscode"], dialledIds: ["conferentie-id"], of: ["van", "voor"] },
  { language: "sv", passwords: ["lösenord"], entryCodes: ["åtkomstkod", "lösenkod"], dialledIds: ["konferens-id"], of: ["för", "till"] },
  { language: "da", passwords: ["kodeord"], entryCodes: ["adgangskode"], dialledIds: ["konference-id"], of: ["til"] },
  { language: "no", passwords: ["passord"], entryCodes: ["tilgangskode", "møtekode"], dialledIds: ["konferanse-id"] },
  { language: "fi", passwords: ["salasana"], entryCodes: ["pääsykoodi", "tunnuskoodi"] },
  { language: "pl", passwords: ["hasło"], entryCodes: ["kod dostępu"], of: ["do", "spotkania"] },
  { language: "cs", passwords: ["heslo"], entryCodes: ["přístupový kód", "přístupové heslo"] },
  { language: "hu", passwords: ["jelszó"], entryCodes: ["hozzáférési kód", "belépési kód"] },
  { language: "ro", passwords: ["parolă"], entryCodes: ["cod de acces"] },
  { language: "tr", passwords: ["şifre", "parola"], entryCodes: ["erişim kodu", "geçiş kodu", "parola kodu"] },
  { language: "id", passwords: ["kata sandi"], entryCodes: ["kode sandi", "kode akses"] },
  { language: "vi", passwords: ["mật khẩu"], entryCodes: ["mật mã", "mã truy cập"] },
  {
    language: "ru",
    passwords: ["пароль"],
    entryCodes: ["код доступа", "код-пароль", "секретный код", "ключ организатора"],
    of: ["для", "к", "от", "конференции", "собрания", "встречи", "вебинара"],
  },
  { language: "uk", entryCodes: ["код доступу", "секретний код"] },
  { language: "zh", passcodes: ["密码", "密碼", "口令"], entryCodes: ["访问代码", "访问码", "接入码", "存取碼", "主持人密钥"] },
  { language: "ja", passcodes: ["パスワード", "パスコード"], entryCodes: ["アクセスコード", "アクセス コード", "暗証番号", "ホストキー"] },
  { language: "ko", passcodes: ["비밀번호", "암호"], entryCodes: ["액세스 코드", "참가 코드", "비번", "호스트 키"] },
];

type WordKind = "passcodes" | "passwords" | "entryCodes" | "dialledIds" | "of";

function allOf(...kinds: readonly WordKind[]): string[] {
  return [...new Set(kinds.flatMap((kind) => labelWords.flatMap((row) => row[kind] ?? [])))];
}

export type LabelKind = "passcode" | "password" | "entryCode" | "dialledId" | "pin" | "code" | "short";

const labels = allOf("passcodes", "passwords", "entryCodes", "dialledIds");
/** Label enough only where something around them says so. */
const shortLabels = ["pin", "code", "codes", "pw", "pass"];
const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  ["entryCode", allOf("entryCodes")],
  ["dialledId", allOf("dialledIds")],
  ["passcode", allOf("passcodes")],
  ["password", allOf("passwords")],
  ["pin", ["pin"]],
  ["code", ["code", "codes"]],
].map(([kind, words]) => [kind as LabelKind, new RegExp(`^(?:${wordsInText(words as string[])})$`, "i")]);

/** Every word that may be a label, the longest of those that begin alike. Whether it is one, what stands around it tells. */
export function labelPattern(): RegExp {
  return new RegExp(wordsInText([...labels, ...shortLabels]), "gi");
}

export function kindOfLabel(label: string): LabelKind {
  return kinds.find(([, pattern]) => pattern.test(label))?.[0] ?? "short";
}

/** What the header of a column of passcodes says. */
export const headerWords = wordsInText(allOf("passcodes", "passwords", "entryCodes"));
export const purposeWords = wordsInText(allOf("of"));

const traces = tracesOf(labels);
const inSource = new RegExp(wordsInSource(labels), "i");

/** A quick look at a source that was not read yet, tags and entities included: the search for pieces of words costs a tenth of the pattern. */
export function mayHoldLabel(source: string): boolean {
  const lower = source.toLowerCase();
  return traces.some((trace) => lower.includes(trace)) && inSource.test(source);
}
