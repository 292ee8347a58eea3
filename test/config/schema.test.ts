import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseConfig } from "../../src/config/index.ts";
import { configSchema } from "../../src/config/json-schema.ts";
import { plainJson } from "../../src/records/canonical-json.ts";

const folder = fileURLToPath(new URL("../../config/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

function fits(value: unknown): boolean {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.validate(configSchema(), value);
}

test("config/schema.json is what the code says: run `npm run schema` after a change of src/config/schema.ts", () => {
  expect(readFileSync(`${folder}schema.json`, "utf8")).toBe(plainJson(configSchema()));
});

describe.each(files)("config/%s", (file) => {
  const text = readFileSync(`${folder}${file}`, "utf8");

  test("is understood, by the program as by an editor", () => {
    expect(() => parseConfig(text, file)).not.toThrow();
    expect(fits(parse(text))).toBe(true);
  });

  test("names the schema, and holds no secret", () => {
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/schema\.json\n/);
    expect(text).not.toMatch(/(?:apiKey|token|clientSecret|refreshToken): *"?(?!\$\{)[\w-]/);
  });
});

test.each([
  ["a key that nobody knows", { title: "T", archive: "a", sources: [{ id: "v", type: "youtube", playlist: "PL1", views: true }] }],
  ["a source of no known type", { title: "T", archive: "a", sources: [{ id: "v", type: "vimeo" }] }],
  ["no source", { title: "T", archive: "a", sources: [] }],
])("an editor marks %s, as the program does", (_, value) => {
  expect(fits(value)).toBe(false);
  expect(() => parseConfig(JSON.stringify(value), "x.yaml")).toThrow(/does not fit/);
});

test.each([
  ["both a playlist and a channel", { playlist: "PL1", channel: "@a" }, 'one of "playlist" and "channel"'],
  ["neither", {}, 'one of "playlist" and "channel"'],
  [
    "two credentials",
    { playlist: "PL1", apiKey: "k", oauth: { clientId: "a", clientSecret: "b", refreshToken: "c" } },
    'one of "apiKey" and "oauth"',
  ],
])("a source of YouTube with %s is refused", (_, over, message) => {
  const value = { title: "T", archive: "a", sources: [{ id: "v", type: "youtube", ...over }] };
  expect(() => parseConfig(JSON.stringify(value), "x.yaml")).toThrow(message);
});
