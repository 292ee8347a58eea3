import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { Spill } from "../../src/archive/spill.ts";

// A disk that takes at most 1,000 bytes at a time, as a nearly full one may.
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  return {
    ...real,
    open: async (...given: Parameters<typeof real.open>) => {
      const file = await real.open(...given);
      const write = file.write.bind(file);
      const inPieces = (bytes: Buffer, offset: number, length: number, position: number) =>
        write(bytes, offset, Math.min(length, 1_000), position);
      return Object.assign(file, { write: inPieces });
    },
  };
});

test("what a disk takes in pieces is read back whole", async () => {
  const dir = await mkdtemp(join(tmpdir(), "minutebook-spill-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const spill = await Spill.open(dir);
  const values = ["short", "tide ".repeat(2_000), { level: 3.2, names: Array.from({ length: 400 }, (_, index) => `gauge ${index}`) }];
  const places = [];
  for (const value of values) places.push(await spill.add(value));
  const back = [];
  for (const place of places) back.push(await spill.get(place));
  await spill.close();
  expect(back).toEqual(values);
});

test("what a killed run left goes with the next one, other files stay", async () => {
  const dir = await mkdtemp(join(tmpdir(), "minutebook-spill-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await mkdir(join(dir, ".minutebook"));
  for (const name of ["spill-123-abc", "spill-9-x", "lock"]) await writeFile(join(dir, ".minutebook", name), "left");
  const spill = await Spill.open(dir);
  expect(await spill.get(await spill.add("new"))).toBe("new");
  await spill.close();
  expect(await readdir(join(dir, ".minutebook"))).toEqual(["lock"]);
});

test("what is added and read by turns is what was added", async () => {
  const dir = await mkdtemp(join(tmpdir(), "minutebook-spill-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const spill = await Spill.open(dir);
  const first = await spill.add("tide ".repeat(50));
  expect(await spill.get(first)).toBe("tide ".repeat(50));
  const second = await spill.add("gauge");
  expect([await spill.get(second), await spill.get(first)]).toEqual(["gauge", "tide ".repeat(50)]);
  await spill.close();
});
