import { describe, expect, test } from "vitest";
import { defaultRedactionPolicy, redact } from "../../src/pages/redaction/index.ts";

const html = (header: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  `<table><tbody><tr>${header.map((cell) => `<th><p><strong>${cell}</strong></p></th>`).join("")}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`)
    .join("")}</tbody></table>`;
const pipes = (header: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  ["", `| ${header.join(" | ")} |`, `| ${header.map(() => "---").join(" | ")} |`, ...rows.map((row) => `| ${row.join(" | ")} |`), ""].join(
    "\n",
  );

describe.each([
  ["html", html],
  ["markdown", pipes],
] as const)("a column of secrets in %s", (form, table) => {
  const redacted = (header: readonly string[], ...rows: readonly (readonly string[])[]): string =>
    redact(table(header, ...rows), form, defaultRedactionPolicy).text;

  test.each([
    ["Passcode", "8h#kP2!x", "passcode"],
    ["Passcode", "720002", "passcode"],
    ["Meeting password", "Tide2024", "passcode"],
    ["PIN", "4711", "passcode"],
    ["Mot de passe", "dune77", "passcode"],
    ["Phone", "6465550132", "phone"],
    ["Phone number", "020 7946 0033", "phone"],
    ["Mobile", "01 70 95 01 04", "phone"],
  ])("%s: %s goes, the other cells stay", (header, secret, kind) => {
    const text = redacted(["Recording", header], ["2024-05-06 call", secret], ["720002 gauges", "none"]);
    expect(text).toBe(table(["Recording", header], ["2024-05-06 call", `[redacted: ${kind}]`], ["720002 gauges", "none"]));
  });

  test.each([
    ["Passcode", "see the invitation"],
    ["Passcode", "none"],
    ["Password policy", "12345678"],
    ["PIN", "GPIO4"],
    ["Phone", "ask Ann"],
    ["Phone", "(1) 2.3-4"],
    ["Station", "720002"],
  ])("%s: %s is no secret", (header, cell) => {
    expect(redacted(["Recording", header], ["call", cell])).toBe(table(["Recording", header], ["call", cell]));
  });

  test("a second pass changes nothing, and each secret counts once", () => {
    const once = redact(table(["Name", "Passcode"], ["call", "720002"], ["talk", "x9!kk"]), form, defaultRedactionPolicy);
    expect(once.counts).toEqual({ phone: 0, email: 0, passcode: 2, secret: 0 });
    expect(redact(once.text, form, defaultRedactionPolicy).text).toBe(once.text);
  });

  test("what the policy keeps stays", () => {
    const given = table(["Name", "Passcode"], ["call", "720002"]);
    expect(redact(given, form, { ...defaultRedactionPolicy, passcodes: "keep" }).text).toBe(given);
  });
});

test("a header over two columns counts for both, and a table within a cell is its own", () => {
  const inner = html(["Station"], ["720002"]);
  const given = `<table><tr><th>Call</th><th colspan="2">Passcode</th></tr><tr><td>${inner}</td><td>123456</td><td>654321</td></tr></table>`;
  const text = redact(given, "html", defaultRedactionPolicy).text;
  expect(text).toBe(given.replace("123456", "[redacted: passcode]").replace("654321", "[redacted: passcode]"));
});

test("a cell over two columns moves those behind it", () => {
  const given =
    '<table><tr><th>Call</th><th>Host</th><th>Passcode</th></tr><tr><td colspan="2">all of 720001</td><td>123456</td></tr></table>';
  expect(redact(given, "html", defaultRedactionPolicy).text).toBe(given.replace("123456", "[redacted: passcode]"));
});

test("fenced code stays as it is", () => {
  const given = `\`\`\`\n${pipes(["Name", "Passcode"], ["call", "720002"])}\n\`\`\`\n`;
  expect(redact(given, "markdown", defaultRedactionPolicy).text).toBe(given);
});
