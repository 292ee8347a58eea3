import { describe, expect, test } from "vitest";
import type { ConfluenceSourceConfig } from "../../../src/config/index.ts";
import { SourceError } from "../../../src/errors.ts";
import { FileKeeper } from "../../../src/sources/confluence/files.ts";
import type { ListedAttachment, Wiki } from "../../../src/sources/confluence/types.ts";
import type { Redactor } from "../../../src/sources/types.ts";

const mebibyte = 1024 * 1024;
const asIs: Redactor = (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } });

function fileOf(id: string, bytes: number | null): ListedAttachment {
  return { id, name: `${id}.pdf`, mediaType: "application/pdf", url: `https://wiki.example.org/${id}`, bytes };
}

/** A keeper of texts at a wiki whose files have `size` bytes, and what it asked for and noted. */
function keeperOf(
  size: number,
  attachmentLimits: ConfluenceSourceConfig["attachmentLimits"] = { fileMegabytes: null, runMegabytes: null },
) {
  const asked: string[] = [];
  const notes: string[] = [];
  const bytes = Buffer.alloc(size);
  const wiki = {
    file: async (_: string, { id }: ListedAttachment) => {
      asked.push(id);
      if (id === "lost") throw new SourceError("absent", "not there", { status: 404 });
      return bytes;
    },
  };
  const keeper = new FileKeeper(wiki as unknown as Wiki, { attachments: "text", attachmentLimits }, asIs, (what, reason) =>
    notes.push(`${what}: ${reason}`),
  );
  return { asked, notes, keeper };
}

describe("the files of one run", () => {
  test("are 200 MiB of texts at most, over all pages", async () => {
    const { keeper, asked, notes } = keeperOf(5 * mebibyte);
    let kept = 0;
    for (let page = 0; page < 42; page += 1) {
      const { files, hashes } = await keeper.keep(String(page), [fileOf(`f${page}`, 5 * mebibyte)], undefined);
      expect(hashes.size).toBe(files.length);
      kept += files.length;
    }
    expect([kept, asked.length]).toEqual([40, 40]);
    expect(notes).toEqual([
      expect.stringMatching(/^40\/f40\.pdf: 5242880 bytes are more than the files of one run may have/),
      expect.stringMatching(/^41\/f41\.pdf: /),
    ]);
  });

  test("have room for a small one where a large one had none", async () => {
    const { keeper } = keeperOf(5 * mebibyte);
    for (let page = 0; page < 39; page += 1) await keeper.keep(String(page), [fileOf(`f${page}`, 5 * mebibyte)], undefined);
    const last = [fileOf("a", 5 * mebibyte), fileOf("b", 5 * mebibyte)];
    expect([...(await keeper.keep("39", last, undefined)).hashes.keys()]).toEqual(["a"]);
  });
});

test("a file that is listed and not given takes no other with it", async () => {
  const { keeper, notes } = keeperOf(3);
  const { hashes } = await keeper.keep("1", [fileOf("lost", 3), fileOf("b", 3)], undefined);
  expect([[...hashes.keys()], notes]).toEqual([["b"], [expect.stringMatching(/^1\/lost\.pdf: the file is listed and not kept/)]]);
});

test.each([
  ["of one file", { fileMegabytes: 0.5, runMegabytes: null }, 0.5, 3],
  ["of one file, beyond", { fileMegabytes: 0.5, runMegabytes: null }, 0.6, 0],
  ["of more than is usual", { fileMegabytes: 6, runMegabytes: null }, 6, 3],
  ["of all files of a run", { fileMegabytes: null, runMegabytes: 5 }, 2, 2],
] as const)("limits that are configured count: %s", async (_, limits, megabytes, count) => {
  const size = Math.floor(megabytes * mebibyte);
  const { keeper } = keeperOf(size, limits);
  const { files } = await keeper.keep(
    "1",
    ["a", "b", "c"].map((id) => fileOf(id, size)),
    undefined,
  );
  expect(files).toHaveLength(count);
});
