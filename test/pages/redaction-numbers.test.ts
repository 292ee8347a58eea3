import { describe, expect, test } from "vitest";
import { defaultRedactionPolicy, redact, type TextForm } from "../../src/pages/redaction/index.ts";

const run = (text: string, form: TextForm = "plain"): string => redact(text, form, defaultRedactionPolicy).text;
const phone = "[redacted: phone]";

describe("numbers without a plus", () => {
  test.each([
    ["Paris 01 99 00 55 13", `Paris ${phone}`],
    ["01.99.00.55.13, 01-99-00-55-13", `${phone}, ${phone}`],
    ["03-5550-1489 or 03‑5550‑1490", `${phone} or ${phone}`],
    ["06-5550-1489", phone],
    ["0049 69 5550 9922", phone],
    ["00 33 1 99 00 55 13", phone],
    ["0044 (0)20 7946 0123", phone],
    ["0039 06 5550 1234", phone],
    ["8 (495) 555-01-23 and 8-800-555-01-23", `${phone} and ${phone}`],
    ["(11) 4755-0123, (11) 94755-0123", `${phone}, ${phone}`],
    ["(495) 555-01-23", phone],
    ["(020) 7946 0123 and (030) 5550123", `${phone} and ${phone}`],
    ["1 646 555 0142", phone],
    ["+16465550123 01 99 00 55 13", `${phone} ${phone}`],
    ["Tel. 030 5550123 8 (495) 555-01-23", `Tel. ${phone} ${phone}`],
  ])("%j is one wherever it stands", (text, expected) => {
    expect(run(text)).toBe(expected);
    expect(run(`<td>${text}</td>`, "html")).toBe(`<td>${expected}</td>`);
  });

  test.each([
    ["Einwahl: 069 5550 9922", `Einwahl: ${phone}`],
    ["069 5550 9922 (Deutschland)", `${phone} (Deutschland)`],
    ["Ireland: 01 555 0122", `Ireland: ${phone}`],
    ["Dial by your location\n- 030 5550 1234 Berlin\n- 0131 496 0123\n", `Dial by your location\n- ${phone} Berlin\n- ${phone}\n`],
    ["Par téléphone :\n\n0800 555 012\n", `Par téléphone :\n\n${phone}\n`],
    ["España 911 98 23 45", `España ${phone}`],
    ["電話 03 5550 1489", `電話 ${phone}`],
    ["Telefone: 1155501234", `Telefone: ${phone}`],
    ["Rufnummer 06955509922", `Rufnummer ${phone}`],
  ])("%j is one for what stands near", (text, expected) => {
    expect(run(text)).toBe(expected);
  });

  test.each<[TextForm, string, string]>([
    ["html", "<p>01&nbsp;99&nbsp;00&nbsp;55&nbsp;13</p>", `<p>${phone}</p>`],
    ["html", "<p>8&nbsp;(495)&nbsp;<b>555-01-23</b></p>", `<p>${phone}<b></b></p>`],
    [
      "markdown",
      "| Country | Dial-in number |\n| --- | --- |\n| Peru | 5550 1234 |\n",
      `| Country | Dial-in number |\n| --- | --- |\n| Peru | ${phone} |\n`,
    ],
  ])("in %s: %s", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });

  test.each([
    "01 02 2024, 01.02.2024 10:30, 2024-03-04 05-06-2024, 02-03-2024-0001",
    "01 02 03 04 05 counts, 10 20 30 40 50 60, 1 2 3 4 5 6 7 8 9 10",
    "01 99 00 55 13 07 08, 01 99 00 55 13 aa bb are bytes",
    "| 01 | 99 | 00 | 55 | 13 |",
    "069 5550 9922 gauges, 0123 4567 8901 2345",
    "03-2021-2023, (12) 2019-2020, 12 (11) 4700-4712, 12(11) 4700-9669",
    "(01) 09501101530003, (2019) 1234-5678",
    "versions 20.04.18.1 and 0.10.20.30, 10.0.0.1, 192.168.100.100, 0.96.24.32.18",
    "France has 67 391 582 people, India 1 380 004 385, Japan 123 456 789",
    "€ 0 123 456 789, 012 345 678 bytes, $1 646 555 0142",
    "12 Dune Street, Tide Harbour, MA 01100-1234, USA",
    "ID de réunion : 010 555 0142, Webinar-ID: 1 646 555 0142",
    "Dial in with the number, e.g. 475 8695 990",
    "IBAN DE89 3704 0044 0532 0130 00, RFC 2119, ISO 27001-2013, ISBN 0-306-40615-2",
    "0010 4500 0034, 0020 0040 0060, commit 00491234",
    "PROJ-03-5550-1489, /03-5550-1489/, #1 646 555 0142",
  ])("leaves %j", (text) => {
    for (const form of ["plain", "markdown", "html"] as const) expect(run(text, form)).toBe(text);
  });

  test("code stays as it is", () => {
    expect(run("`01 99 00 55 13`\n\n```\n8 (495) 555-01-23\n```\n", "markdown")).toBe("`01 99 00 55 13`\n\n```\n8 (495) 555-01-23\n```\n");
  });
});

describe("callers among the names of who came", () => {
  test.each<[TextForm, string, string]>([
    ["markdown", "- Ann Lee\n- 16465550142\n- 442079460123\n- Jo\n", `- Ann Lee\n- ${phone}\n- ${phone}\n- Jo\n`],
    ["markdown", "> - Ann Lee\n> - 16465550142\n\n## Next\n", `> - Ann Lee\n> - ${phone}\n\n## Next\n`],
    ["html", "<ul><li>Ann Lee</li>\n<li>16465550142</li></ul>", `<ul><li>Ann Lee</li>\n<li>${phone}</li></ul>`],
  ])("in %s: %j", (form, text, expected) => {
    expect(run(text, form)).toBe(expected);
  });

  test.each([
    "- Meeting ID\n- 16465550142\n",
    "- Total supply\n- 16465550142\n",
    "- Ann Lee\n- 20563484\n- 1646555014\n- 1646555014200\n- 16465550000\n",
    "- Ann Lee, 2 lamps\n- 16465550142\n",
    "16465550142\n",
  ])("leaves %j", (text) => {
    expect(run(text, "markdown")).toBe(text);
  });
});

describe("names of files", () => {
  test.each([
    ["Notes-jo.doe@example.org_5001.html", "redacted_5001.html"],
    ["Notes%20jo.doe%40example.org_5001.html", "Notes%20redacted_5001.html"],
    ["jo@example.org.html", "redacted.html"],
    ["jo@example.de.md", "redacted.md"],
    ["attachments/5000/jo@example.org-report.pdf", "attachments/5000/redacted-report.pdf"],
    ["Call-+1-646-555-0123_5002.html", "Call-redacted_5002.html"],
    ["Call-%2B49%2030%20555%200123.pdf", "Call-redacted.pdf"],
    ["Fax-030-5550123.pdf", "Fax-redacted.pdf"],
  ])("%s", (name, expected) => {
    expect(run(name, "url")).toBe(expected);
    expect(run(`[x](${name})`, "markdown")).toBe(`[x](${expected})`);
    expect(run(`<a href="${name}">x</a>`, "html")).toBe(`<a href="${expected}">x</a>`);
  });

  test.each([
    "Notes+2024-05-08_12345.html",
    "Meeting+20240508_12345.html",
    "Tides-@-Dune_5003.html",
    "2024-05-08-Call_20563484.html",
    "icon@2x.png",
    "bundle@1.2.3.min.js",
    "attachments/20563484/20563490.png",
    "Team-dev@lists.example.org_5004.html",
    "Call-2024-05-08-1000.html",
  ])("leaves %s", (name) => {
    expect(run(name, "url")).toBe(name);
    expect(run(`<a href="${name}">x</a>`, "html")).toBe(`<a href="${name}">x</a>`);
  });
});

describe("addresses that are spelled", () => {
  const email = "[redacted: email]";
  test.each([
    ["jo at example dot org", email],
    ["write to jo_doe at mail dot example dot co dot uk.", `write to ${email}.`],
    ["jo dot doe at example dot com", email],
    ["jo [at] example [dot] org, jo (at) example dot org", `${email}, ${email}`],
    ["jo(at)example.org", email],
    ["jo@example dot org", email],
    ["JO AT EXAMPLE DOT ORG", email],
    ["ask Jo (jo at example dot org) for it", `ask Jo (${email}) for it`],
    ["E-mail: jo at example.org", `E-mail: ${email}`],
    ["mail us at lamp-folk at example dot org with ideas", `mail us at ${email} with ideas`],
  ])("%j", (text, expected) => {
    expect(run(text)).toBe(expected);
  });

  test("a tag may stand between the words", () => {
    expect(run("<p>jo at example <b>dot</b> org</p>", "html")).toBe(`<p>${email}<b></b></p>`);
  });

  test.each([
    "meet at example dot com",
    "we meet at example dot, then go on",
    "find us at example dot org",
    "look at the dot com boom",
    "a dot b at c dot d",
    "Lee at example.org, hosted at lamps.example.org",
    "the point at node dot js",
    "jo at example dot is nothing",
    "dev at lists dot example dot org, dev [at] lists [dot] example [dot] org",
  ])("leaves %j", (text) => {
    expect(run(text)).toBe(text);
  });
});
