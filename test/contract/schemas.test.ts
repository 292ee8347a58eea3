import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { plainJson } from "../../src/records/canonical-json.ts";
import { type FileKind, fileSchemas, recordSchemas } from "../../src/records/index.ts";
import { jsonSchemaOf } from "../../src/records/json-schema.ts";

const folder = fileURLToPath(new URL("../../schema/", import.meta.url));
const kinds = Object.keys(fileSchemas) as FileKind[];

describe("the schemas in schema/", () => {
  test.each(kinds)("%s is what the code says: run `npm run schema` after a change of src/records", (kind) => {
    expect(readFileSync(`${folder}${kind}.schema.json`, "utf8")).toBe(plainJson(jsonSchemaOf(kind)));
  });

  test("are of no other kinds", () => {
    expect(readdirSync(folder).sort()).toEqual(kinds.map((kind) => `${kind}.schema.json`).sort());
  });

  test.each(kinds)("%s has its name and version, and is a schema", (kind) => {
    const schema = jsonSchemaOf(kind);
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", $id: `urn:minutebook:schema:1:${kind}` });
    expect(() => validator(kind)).not.toThrow();
  });
});

function validator(kind: FileKind): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(jsonSchemaOf(kind));
}

const tail = {
  formerIds: [],
  evidence: [{ source: "export", pageId: "1", url: null, heading: "Chairs", quote: "Chair: Ilse", basis: "stated" }],
};
const group = {
  kind: "group",
  id: "groups/lantern-guild",
  name: "Lantern Guild",
  aliases: [],
  groupKind: "sig",
  parent: null,
  homePage: null,
  status: { value: "active", since: null, basis: null },
  activity: {
    value: "unknown",
    since: null,
    asOf: null,
    lastOn: null,
    expectedEveryDays: null,
    learnedFrom: null,
    quietAfterDays: null,
    inactiveAfterDays: null,
    dormantAfterDays: null,
  },
  leadership: [
    {
      person: { name: "Ilse Brandvold", id: "people/ilse-brandvold" },
      role: "chair",
      start: "2022-21",
      end: null,
      evidence: [],
      conflicts: [],
      listedFrom: null,
      listedUntil: null,
      lastSeenOn: null,
      review: null,
    },
  ],
  meetingCadence: null,
  reportCadence: null,
  lastMeetingOn: null,
  lastReportOn: null,
  nextReportDue: null,
  reportCalendar: [],
  playlists: [],
  ...tail,
};

describe("consumers live with what a later version adds", () => {
  test("the record of today is valid, for the writer and for consumers", () => {
    expect(recordSchemas.group.safeParse(group).error?.issues ?? []).toEqual([]);
    expect(validator("group")(group)).toBe(true);
  });

  test("a new field, at the top and within, is ignored by consumers and refused by the writer", () => {
    const later = {
      ...group,
      colour: "green",
      status: { ...group.status, until: "2030-01-01" },
      leadership: group.leadership.map((term) => ({ ...term, elected: true })),
    };
    expect(validator("group")(later)).toBe(true);
    expect(recordSchemas.group.safeParse(later).success).toBe(false);
  });

  test("a new value of a list of known ones is taken by consumers and refused by the writer", () => {
    const later = {
      ...group,
      groupKind: "lodge",
      status: { ...group.status, value: "asleep" },
      leadership: group.leadership.map((term) => ({ ...term, role: "warden" })),
    };
    expect(validator("group")(later)).toBe(true);
    expect(recordSchemas.group.safeParse(later).success).toBe(false);
  });

  test("what is missing or of another type is still refused", () => {
    const validate = validator("group");
    const { name: _, ...nameless } = group;
    expect(validate(nameless)).toBe(false);
    expect(validate({ ...group, aliases: "none" })).toBe(false);
    expect(validate({ ...group, groupKind: 7 })).toBe(false);
  });
});
