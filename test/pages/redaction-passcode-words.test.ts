import { describe, expect, test } from "vitest";
import { defaultRedactionPolicy, redact, type TextForm } from "../../src/pages/redaction/index.ts";

const run = (text: string, form: TextForm = "plain"): string => redact(text, form, defaultRedactionPolicy).text;
const passcode = "[redacted: passcode]";

describe("what other languages call a passcode", () => {
  test.each([
    ["Code secret : 471123", "Code secret : #"],
    ["Code secret\u00A0: aB3xQ9", "Code secret\u00A0: #"],
    ["Mot de passe de la réunion : dune77", "Mot de passe de la réunion : #"],
    ["Code d’accès : 4711", "Code d’accès : #"],
    ["Code d'accès à la réunion : 471100", "Code d'accès à la réunion : #"],
    ["Código de acceso: 471123", "Código de acceso: #"],
    ["Codigo de acceso: 471123", "Codigo de acceso: #"],
    ["Contrasen\u0303a: dune77", "Contrasen\u0303a: #"],
    ["Senha de acesso: 471123", "Senha de acesso: #"],
    ["Senha: 471123", "Senha: #"],
    ["Codice di accesso: 471123", "Codice di accesso: #"],
    ["Zugangscode: 471123", "Zugangscode: #"],
    ["Kenncode: dune77", "Kenncode: #"],
    ["Sitzungspasswort: Tide77", "Sitzungspasswort: #"],
    ["Toegangscode: 471123", "Toegangscode: #"],
    ["Lösenord: 471123", "Lösenord: #"],
    ["Adgangskode: 471123", "Adgangskode: #"],
    ["Møtekode: 471123", "Møtekode: #"],
    ["Hasło: dune77", "Hasło: #"],
    ["Haslo: dune77", "Haslo: #"],
    ["Код доступа: 471123", "Код доступа: #"],
    ["Пароль конференции: 471123", "Пароль конференции: #"],
    ["アクセスコード：471123", "アクセスコード：#"],
    ["暗証番号：4711", "暗証番号：#"],
    ["액세스 코드: 471123", "액세스 코드: #"],
    ["Mật khẩu: 471123", "Mật khẩu: #"],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected.replace(/(?<!&)#(?!\d)/, passcode));
  });

  test.each([
    "Le mot de passe doit avoir 12 caractères",
    "Mot de passe : voir le courriel",
    "Contraseña: mínimo 8 caracteres",
    "Zugangscode: siehe Einladung",
    "Senha: consulte o convite",
    "Code secret dans le dépôt 2024",
    "Der Codeserver: v2.4.1",
    "密码学会议 2024",
  ])("leaves %j", (text) => {
    expect(run(text)).toBe(text);
  });

  test.each<[TextForm, string, string]>([
    ["html", "<p>C&oacute;digo de acceso: 471123</p>", "<p>C&oacute;digo de acceso: #</p>"],
    ["html", "<p>Mot&nbsp;de&nbsp;passe&nbsp;: <b>dune77</b></p>", "<p>Mot&nbsp;de&nbsp;passe&nbsp;: <b>#</b></p>"],
    ["html", "<p>&#1055;&#1072;&#1088;&#1086;&#1083;&#1100;: dune77</p>", "<p>&#1055;&#1072;&#1088;&#1086;&#1083;&#1100;: #</p>"],
    ["html", "<tr><th>Zugangscode</th><td>471123</td></tr>", "<tr><th>Zugangscode</th><td>#</td></tr>"],
    ["markdown", "| Code secret |\n| --- |\n| dune77 |\n", "| Code secret |\n| --- |\n| # |\n"],
  ])("in %s: %s", (form, text, expected) => {
    expect(run(text, form)).toBe(expected.replace(/(?<!&)#(?!\d)/, passcode));
  });
});

describe("short labels, keys and pins", () => {
  test.each([
    ["pw: dune77", "pw: #"],
    ["PW: 471123", "PW: #"],
    ["pass: Kx8ab9 for all", "pass: # for all"],
    ["Meeting key: 471123", "Meeting key: #"],
    ["host key: 471123", "host key: #"],
    ["PIN - 4711", "PIN - #"],
    ["PIN\n\n4711\n", "PIN\n\n#\n"],
    ["Access code\n471123\n", "Access code\n#\n"],
    ["Phone Conference ID: 710 555 012#", "Phone Conference ID: #"],
    ["Telefonkonferenz-ID: 710 555 012#", "Telefonkonferenz-ID: #"],
    ["ID de conférence téléphonique : 710 555 012#", "ID de conférence téléphonique : #"],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected.replace(/(?<!&)#(?!\d)/, passcode));
  });

  test.each([
    "pass: the vote",
    "Pass: 1234",
    "Pass: 120, fail: 3",
    "pass: 95.5%",
    "pass: 10/12",
    "pass: #12345",
    "pass: v1.2.3",
    "pass: node12 and node13",
    "by pass: see below",
    "host key: ssh-ed25519",
    "Meeting key: decide",
    "Conference ID: 710 555 012",
  ])("leaves %j", (text) => {
    expect(run(text)).toBe(text);
  });
});

describe("a value below its label", () => {
  test.each<[TextForm, string, string]>([
    ["markdown", "*Passcode:*\\\n471123\n", "*Passcode:*\\\n#\n"],
    ["markdown", "*Passcode:*\\\r\n471123\r\n", "*Passcode:*\\\r\n#\r\n"],
    ["markdown", "- Passcode\n  - 471123\n", "- Passcode\n  - #\n"],
    ["markdown", "- Passcode:\n  \n  - 471123\n", "- Passcode:\n  \n  - #\n"],
    ["markdown", "* Zoom meeting passcode\n  * 471123\n", "* Zoom meeting passcode\n  * #\n"],
    ["markdown", "1. Passcode\n   1. 471123\n", "1. Passcode\n   1. #\n"],
    [
      "html",
      "<ul>\n<li><p>Passcode</p>\n<ul>\n<li><p>471123</p></li></ul></li></ul>",
      "<ul>\n<li><p>Passcode</p>\n<ul>\n<li><p>#</p></li></ul></li></ul>",
    ],
  ])("in %s: %j", (form, text, expected) => {
    expect(run(text, form)).toBe(expected.replace(/(?<!&)#(?!\d)/, passcode));
  });

  test.each([
    "- Passcode\n  - ask the host\n",
    "- Passcode\n  - 2024-05-06: changed\n",
    "- Password\n  - 471123 people have one\n",
    "The new passcode policy\n\n- 471123\n",
  ])("leaves %j", (text) => {
    expect(run(text, "markdown")).toBe(text);
  });
});
