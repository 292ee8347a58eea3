import { appendFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault } from "../../../src/archive/index.ts";
import { changeJson, changeSealed, type Json, seal } from "./damage.ts";
import { person } from "./sample.ts";

const changeFile = "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json";
const meetingFile = "meetings/orchard-sig/2022/2022-03-04-102.json";
const recordingFile = "recordings/youtube/abcDEF_-123.json";

type Damage = (dir: string) => Promise<unknown>;
const on =
  (path: string, change: (value: Json) => unknown): Damage =>
  (dir) =>
    changeSealed(dir, path, change);
const write =
  (path: string, text: string): Damage =>
  (dir) =>
    writeFile(join(dir, path), text);
const remove =
  (path: string): Damage =>
  (dir) =>
    rm(join(dir, path));
const field =
  (name: string, value: unknown) =>
  (record: Json): Json => ({ ...record, [name]: value });
const redirect = (id: string, to: string): string => `${JSON.stringify({ kind: "redirect", id, to }, null, 2)}\n`;

/** What is damaged, how, and the one fault that it must give: path, rule, a piece of the message. */
export const damages: [string, Damage, [path: string, rule: Fault["rule"], message: string]][] = [
  ["no root", remove("minutebook.json"), ["minutebook.json", "root", "is this the archive's folder?"]],
  [
    "a later version",
    (dir) => changeJson(dir, "minutebook.json", field("schemaVersion", 2)),
    ["minutebook.json", "schema-version", "expected schemaVersion 1, found 2: a newer minutebook"],
  ],
  ["a root that is no JSON", write("minutebook.json", "{"), ["minutebook.json", "json", "expected JSON"]],
  [
    "a root without a title",
    (dir) => changeJson(dir, "minutebook.json", field("title", undefined)),
    ["minutebook.json", "schema", "title"],
  ],
  [
    "a root with other bytes",
    (dir) => appendFile(join(dir, "minutebook.json"), "\n"),
    ["minutebook.json", "canonical", "expected two-space JSON"],
  ],
  [
    "a count",
    (dir) =>
      changeJson(dir, "minutebook.json", (root) => ({
        ...root,
        collections: { ...Object(root.collections), groups: { ...Object(root.collections).groups, count: 7 } },
      })),
    ["groups/index.json", "index", "expected 7 records as minutebook.json counts them, found 2"],
  ],
  [
    "an index's content",
    (dir) => changeJson(dir, "people/index.json", field("of", "people ")),
    ["people/index.json", "hash", "that minutebook.json lists"],
  ],
  [
    "an index of something else",
    on("courses/index.json", field("of", "groups")),
    ["courses/index.json", "index", 'expected "of" to be courses, found groups'],
  ],
  ["an index that is no JSON", write("courses/index.json", ""), ["courses/index.json", "json", "expected JSON"]],
  [
    "an unsorted index",
    on("pages/index.json", (index) => ({
      ...index,
      records: [Object(index).records[1], Object(index).records[0], Object(index).records[2]],
    })),
    ["pages/index.json", "index-order", "found pages/ORCH/100 after pages/ORCH/101"],
  ],
  [
    "an id listed twice",
    on("people/index.json", (index) => ({ ...index, records: [...Object(index).records, Object(index).records[1]] })),
    ["people/index.json", "index-order", "people/mira-tolvanen twice"],
  ],
  [
    "an id of another collection",
    on("courses/index.json", (index) => ({
      ...index,
      records: [{ id: "groups/x", title: "", group: null, date: null, sha256: "0".repeat(64) }],
    })),
    ["courses/index.json", "id", 'the id "groups/x" does not begin with courses/'],
  ],
  [
    "a date in an index",
    on("courses/index.json", (index) => ({ ...index, records: [{ ...Object(index).records[0], date: "1999" }] })),
    ["courses/orchard-academy/pruning-basics.json", "index-entry", 'expected the index to give date as "2022-02", found "1999"'],
  ],
  ["a missing record", remove(changeFile), [changeFile, "missing", "expected the record that its index lists"]],
  [
    "a changed record",
    (dir) => changeJson(dir, "people/mira-tolvanen.json", field("accountIds", ["a"])),
    ["people/mira-tolvanen.json", "hash", "that the index lists"],
  ],
  ["a record that is no JSON", (dir) => writeFile(join(dir, changeFile), "{").then(() => seal(dir)), [changeFile, "json", "expected JSON"]],
  ["a missing field", on(changeFile, field("summary", undefined)), [changeFile, "schema", "summary"]],
  ["a field of the wrong type", on(changeFile, field("confidence", 3)), [changeFile, "schema", "confidence"]],
  ["a date that is none", on(meetingFile, field("date", "4 March")), [meetingFile, "schema", "date"]],
  ["another kind", on(changeFile, field("kind", "course")), [changeFile, "schema", "kind"]],
  [
    "another order of keys",
    on("people/mira-tolvanen.json", (value) => Object.fromEntries(Object.entries(value).reverse())),
    ["people/mira-tolvanen.json", "canonical", "the keys in the schema's order"],
  ],
  [
    "no newline at the end",
    (dir) =>
      writeFile(
        join(dir, "people/deo-achterberg.json"),
        JSON.stringify(person({ name: "Deo Achterberg", id: "people/deo-achterberg" }), null, 2),
      ).then(() => seal(dir)),
    ["people/deo-achterberg.json", "canonical", "one newline at the end"],
  ],
  [
    "an id unlike its path",
    on("people/deo-achterberg.json", field("id", "people/somebody")),
    ["people/deo-achterberg.json", "id", "expected the id people/deo-achterberg of its path, found people/somebody"],
  ],
  [
    "a group that does not exist",
    on("people/mira-tolvanen.json", field("roles", [{ group: "groups/none", role: "chair", start: null, end: null }])),
    ["people/mira-tolvanen.json", "reference", "expected roles.0.group to lead to a record, found groups/none"],
  ],
  [
    "a parent that is a page",
    on("groups/orchard-sig.json", field("homePage", "people/mira-tolvanen")),
    ["groups/orchard-sig.json", "reference", "expected homePage to lead to one of the pages"],
  ],
  [
    "a former id without a redirect",
    on("people/mira-tolvanen.json", field("formerIds", ["people/m-tolvanen"])),
    ["people/mira-tolvanen.json", "former-id", "found nothing that leads anywhere"],
  ],
  [
    "a former id that is a record",
    on("people/mira-tolvanen.json", field("formerIds", ["people/deo-achterberg"])),
    ["people/mira-tolvanen.json", "former-id", "found a record of its own"],
  ],
  [
    "a former id that leads elsewhere",
    (dir) =>
      writeFile(join(dir, "people/old.json"), redirect("people/old", "people/deo-achterberg")).then(() =>
        on("people/mira-tolvanen.json", field("formerIds", ["people/old"]))(dir),
      ),
    ["people/mira-tolvanen.json", "former-id", "found a redirect to people/deo-achterberg"],
  ],
  [
    "a redirect to nothing",
    write("people/old.json", redirect("people/old", "people/none")),
    ["people/old.json", "redirect", "people/none leads nowhere"],
  ],
  [
    "a redirect to itself",
    write("people/old.json", redirect("people/old", "people/old")),
    ["people/old.json", "redirect", "people/old leads nowhere"],
  ],
  [
    "a redirect of another id",
    write("people/old.json", redirect("people/older", "people/mira-tolvanen")),
    ["people/old.json", "id", "found people/older"],
  ],
  [
    "a meeting of which its recording does not know",
    on(recordingFile, field("meetings", [])),
    [meetingFile, "recording-meeting", "expected recordings/youtube/abcDEF_-123 to name this meeting too"],
  ],
  [
    "a recording of which its meeting does not know",
    on(meetingFile, field("recordings", [])),
    [recordingFile, "recording-meeting", "to name this recording too"],
  ],
  [
    "a page without an envelope",
    async (dir) => {
      await rm(join(dir, "raw/ORCH/101.json"));
      await rm(join(dir, "raw/ORCH/101.view.html"));
    },
    ["raw/ORCH/101.json", "raw", "expected what was read of the page pages/ORCH/101"],
  ],
  [
    "a page without a body",
    remove("raw/ORCH/101.view.html"),
    ["raw/ORCH/101.view.html", "raw", "expected the body that raw/ORCH/101.json speaks of"],
  ],
  [
    "the envelope of another page",
    (dir) => changeJson(dir, "raw/ORCH/101.json", field("pageId", "100")),
    ["raw/ORCH/101.json", "raw", "expected the page id 101 of its path"],
  ],
  [
    "a schema of another version",
    write("schema/group.schema.json", "{}\n"),
    ["schema/group.schema.json", "schema-file", "found another one"],
  ],
  ["a missing schema", remove("schema/group.schema.json"), ["schema/group.schema.json", "schema-file", "found no such file"]],
  [
    "a record that no index lists",
    write("people/stray.json", `${JSON.stringify(person({ name: "Stray", id: "people/stray" }), null, 2)}\n`),
    ["people/stray.json", "stranger", "which nothing lists"],
  ],
  ["a file of another kind", write("pages/ORCH/notes.txt", "x"), ["pages/ORCH/notes.txt", "stranger", "which nothing lists"]],
  ["a file beside the root", write("minutebook.json.bak", "x"), ["minutebook.json.bak", "stranger", "which nothing lists"]],
  [
    "a folder beside the root",
    (dir) => mkdir(join(dir, "backup")).then(() => writeFile(join(dir, "backup/a"), "x")),
    ["backup", "stranger", "found backup/"],
  ],
  [
    "the raw body of another form",
    write("raw/ORCH/101.storage.xml", "<p/>"),
    ["raw/ORCH/101.storage.xml", "stranger", "which nothing lists"],
  ],
  ["a raw page that no index lists", write("raw/ORCH/7.json", "{}"), ["raw/ORCH/7.json", "stranger", "which nothing lists"]],
  [
    "a quote that is too long",
    on("people/mira-tolvanen.json", field("evidence", [{ source: "wiki", url: null, quote: "x".repeat(241) }])),
    ["people/mira-tolvanen.json", "quote", "at most 240 characters"],
  ],
];
