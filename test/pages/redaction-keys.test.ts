import { describe, expect, test } from "vitest";
import { defaultRedactionPolicy, redact, type TextForm } from "../../src/pages/redaction/index.ts";

const run = (text: string, form: TextForm = "plain"): string => redact(text, form, defaultRedactionPolicy).text;
const secret = "[redacted: secret]";

// Put together here, so that no scanner takes this file for a leak.
const random = "aB3dE5gH7jK9mN1pQ3sT5uV7wX9yZ1bC3dE5";
const keys = {
  github: `ghp_${random}`,
  githubServer: `ghs_${random}`,
  githubFine: `github_pat_11${random}`,
  gitlab: `glpat-${random.slice(0, 20)}`,
  slack: `xoxb-${"1".repeat(12)}-${random.slice(0, 12)}`,
  aws: `AKIA${"DUNE5TIDE5LAMP55"}`,
  google: `AIza${random.slice(0, 35)}`,
  model: `sk-${random}`,
  jwt: `eyJ${"hbGciOiJIUzI1NiJ9"}.eyJ${"zdWIiOiJkdW5lIn0"}.${random}`,
};

test.each(Object.entries(keys))("a key of the kind %s goes in prose, in an address and in a file's name", (_kind, key) => {
  expect(run(`token: ${key}, keep`)).toBe(`token: ${secret}, keep`);
  expect(run(`The key ${key} was shown.`)).toBe(`The key ${secret} was shown.`);
  expect(run(`<p>${key}</p>`, "html")).toBe(`<p>${secret}</p>`);
  expect(run(`https://h.example/hook/${key}/x`, "url")).toBe("https://h.example/hook/redacted/x");
  expect(run(`[hook](https://h.example/hook/${key}/x)`, "markdown")).toBe("[hook](https://h.example/hook/redacted/x)");
});

test.each([
  [`Authorization: Bearer ${random}`, `Authorization: Bearer ${secret}`],
  [`API key: ${random.toLowerCase()}`, `API key: ${secret}`],
  [`client_secret = "${random}"`, `client_secret = "${secret}"`],
  [`token: ${random}`, `token: ${secret}`],
  [
    `-----BEGIN PRIVATE KEY-----\n${random}\n${random}\n-----END PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----${secret}-----END PRIVATE KEY-----`,
  ],
])("%j", (text, expected) => {
  expect(run(text)).toBe(expected);
});

test("the address of a webhook opens what its path names", () => {
  expect(run("https://hooks.slack.com/services/T0/B0/duneTIDE55", "url")).toBe("https://hooks.slack.com/services/redacted");
});

test.each([
  "Bearer tokens are used, bearer of the certificate 1234567890123456",
  "token: the JWT; secret: shared-secret-between-parties-2",
  "Token: Example20-compatible-token-v2",
  "token: 0x52908400098527886E0F7030069857D2E4169EE7",
  "token: 9f86d081884c7d659a2feaa0c55ad015",
  "API key: YOUR_API_KEY_GOES_HERE",
  "public key: 02b4632d08485ff1df2db55b9dafd23347d1c47a457072a1e87be26896549a8737",
  "commit 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b, sha256:9f86d081884c7d659a2feaa0c55ad015",
  "disk-sk-1234567890abcdefGH sk-learn-contrib-imbalanced-2 ghp_ short",
  "eyJhbGciOiJIUzI1NiJ9 is a header",
  "secret: https://example.org/how/secrets/2024/are/kept",
])("leaves %j", (text) => {
  expect(run(text)).toBe(text);
});

describe("the policy and the counts", () => {
  test("a key is counted as its own kind", () => {
    expect(redact(`Passcode: 4711, ${keys.github}`, "plain", defaultRedactionPolicy).counts).toEqual({
      phone: 0,
      email: 0,
      passcode: 1,
      secret: 1,
    });
  });
  test("who keeps passcodes keeps keys", () => {
    expect(redact(keys.github, "plain", { ...defaultRedactionPolicy, passcodes: "keep" }).text).toBe(keys.github);
  });
  test("code stays as it is", () => {
    expect(run(`<code>${keys.github}</code>`, "html")).toBe(`<code>${keys.github}</code>`);
    expect(run(`\`${keys.github}\``, "markdown")).toBe(`\`${keys.github}\``);
  });
});
