import { expect, test } from "vitest";
import type { ArchiveReader } from "../../src/archive/index.ts";
import { changesWritten } from "../../src/queries/index.ts";
import { change } from "../publish/support.ts";

test("the changes of a run are those that are new in the log, the newest first", async () => {
  const known = new Map([change({ at: "2024-10" }), change({ at: "2024-11" }), change()].map((one) => [one.id, one]));
  const [older = "", newer = "", again = ""] = [...known.keys()];
  const reader: Pick<ArchiveReader, "read"> = { read: async (id) => known.get(id) ?? null };
  const writes = [
    { path: `${older}.json`, before: null, after: "a" },
    { path: `${newer}.json`, before: null, after: "b" },
    // More evidence for what was told before, what was taken out, and what is no change.
    { path: `${again}.json`, before: "c", after: "d" },
    { path: "changes/2023/gone.json", before: "e", after: null },
    { path: "changes/index.json", before: null, after: "f" },
    { path: "feeds/changes.json", before: null, after: "g" },
  ];
  expect((await changesWritten(reader as ArchiveReader, writes)).map(({ id }) => id)).toEqual([newer, older]);
});
