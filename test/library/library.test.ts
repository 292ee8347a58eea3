import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ArchiveError, type Collection, collections, openArchive } from "../../src/index.ts";
import { minutebook } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

let folder = "";
let dir = "";
let server: Server;
let base = "";
/** Path → what the host says in place of the file. */
const instead = new Map<string, string>();
const asked: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "minutebook-library-"));
  dir = join(folder, "archive");
  expect((await minutebook("backfill", "--config", at("config/sample.yaml"), "--archive", dir)).code).toBe(0);
  server = createServer(async (request, response) => {
    const path = (request.url ?? "").replace(/^\/site\//, "");
    asked.push(path);
    const bytes = instead.get(path) ?? (await readFile(join(dir, path)).catch(() => null));
    response.writeHead(bytes === null ? 404 : 200).end(bytes);
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/site/`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function ids(place: string, ...args: Parameters<Awaited<ReturnType<typeof openArchive>>["records"]>): Promise<string[]> {
  const archive = await openArchive(place);
  return (await Array.fromAsync(archive.records(...args))).map(({ id }) => id);
}

describe("docs/library.md", async () => {
  const text = await readFile(at("docs/library.md"), "utf8");
  const examples = [...text.matchAll(/```ts\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)].map(([, code = "", printed = null]) => ({
    code,
    printed,
  }));

  test.each(examples)("example $#", async ({ code, printed }) => {
    const file = join(await tempFolder(), "example.ts");
    await writeFile(
      file,
      code.replace('"minutebook"', JSON.stringify(pathToFileURL(at("src/index.ts")).href)).replace('"./archive"', JSON.stringify(dir)),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    if (printed === null) expect(stdout.trim().split("\n").length).toBeGreaterThan(1);
    else expect(stdout).toBe(printed);
  });

  test("has examples", () => expect(examples.length).toBeGreaterThan(3));
});

describe("a filter", () => {
  test("of a group takes what names it, by the last part of its id or all of it", async () => {
    const all = await ids(dir, "meetings");
    const own = await ids(dir, "meetings", { group: "coastal-sensing-sig" });
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    expect(await ids(dir, "meetings", { group: "groups/coastal-sensing-sig" })).toEqual(own);
    const archive = await openArchive(dir);
    for await (const meeting of archive.records("meetings", { group: "coastal-sensing-sig" }))
      expect(meeting.group).toBe("groups/coastal-sensing-sig");
    expect(await ids(dir, "meetings", { group: "nobody" })).toEqual([]);
  });

  test("of days takes what is dated between them, both included; what is undated never fits", async () => {
    const archive = await openArchive(dir);
    const entries = (await archive.index("meetings")).filter(({ date }) => date !== null);
    const days = entries.map(({ date }) => date ?? "").sort();
    const [since = "", until = ""] = [days[Math.floor(days.length / 3)], days[Math.floor((2 * days.length) / 3)]];
    const wanted = entries.filter(({ date }) => date !== null && date >= since && date <= until).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(1);
    expect(await ids(dir, "meetings", { since, until })).toEqual(wanted);
    expect(await ids(dir, "people", { since: "1990-01-01" })).toEqual([]);
  });

  test("orders by date", async () => {
    const archive = await openArchive(dir);
    const dates = async (order: "newest" | "oldest") =>
      (await Array.fromAsync(archive.records("meetings", { order }))).map(({ date }) => date);
    const oldest = await dates("oldest");
    const dated = oldest.filter((date) => date !== null);
    expect(dated).toEqual([...dated].sort());
    expect((await dates("newest")).filter((date) => date !== null)).toEqual([...dated].reverse());
    expect(oldest.slice(dated.length).every((date) => date === null)).toBe(true);
  });

  test("reads nothing that does not fit", async () => {
    asked.length = 0;
    await ids(base, "meetings", { since: "2999-01-01" });
    expect(asked).toEqual(["minutebook.json", "meetings/index.json"]);
  });
});

describe("an address", () => {
  test("shows the same as the folder", async () => {
    const [here, there] = [await openArchive(dir), await openArchive(base)];
    expect(there.root()).toEqual(here.root());
    for (const collection of collections)
      expect(await Array.fromAsync(there.records<Collection>(collection))).toEqual(
        await Array.fromAsync(here.records<Collection>(collection)),
      );
    expect(await there.get("groups", "coastal-sensing-sig")).toEqual(await here.get("groups", "coastal-sensing-sig"));
    expect(await there.read("groups/nobody")).toBeNull();
  });

  test.each(["", "minutebook.json"])("may end with %j, or without a slash", async (end) => {
    expect((await openArchive(`${base}${end}`)).root()?.title).toBe((await openArchive(base.slice(0, -1))).root()?.title);
    expect((await openArchive(new URL(base))).root()).not.toBeNull();
    expect((await openArchive(pathToFileURL(dir))).root()).not.toBeNull();
  });

  test("without an archive, with something else, or with a newer one is told", async () => {
    await expect(openArchive(`${base}none/`)).rejects.toThrow(/shows no archive: expected minutebook\.json there/);
    for (const [text, message] of [
      ["<html>", /is not JSON .*is this the address of an archive/],
      ['{ "schemaVersion": 99 }', /schemaVersion 99, this minutebook reads up to 1/],
    ] as const) {
      instead.set("minutebook.json", text);
      await expect(openArchive(base)).rejects.toThrow(message);
      instead.clear();
    }
  });

  test("that shows a new state while it is read is told, not mixed", async () => {
    const archive = await openArchive(base);
    const [entry] = await archive.index("people");
    const path = `${entry?.id}.json`;
    instead.set(path, (await readFile(join(dir, path), "utf8")).replace('"name": "', '"name": "Not '));
    const reading = Array.fromAsync(archive.records("people"));
    await expect(reading).rejects.toThrow(ArchiveError);
    await expect(reading).rejects.toThrow(/put up anew while it was read, open it again/);
    instead.clear();
  });
});

test("get gives records of its collection alone", async () => {
  const archive = await openArchive(dir);
  expect((await archive.get("groups", "coastal-sensing-sig"))?.kind).toBe("group");
  expect(await archive.get("people", "groups/coastal-sensing-sig")).toBeNull();
  expect(await archive.get("groups", "../../etc/passwd")).toBeNull();
});

test("loading the library loads nothing that opens sockets, and no package but the schemas'", () => {
  const hook = `data:text/javascript,${encodeURIComponent('import { registerHooks } from "node:module"; registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });')}`;
  const script = `await import(${JSON.stringify(pathToFileURL(at("src/index.ts")).href)})`;
  const { stdout } = spawnSync(process.execPath, ["--import", hook, "--input-type=module", "-e", script], { encoding: "utf8" });
  const loaded = stdout.split("\n");
  expect(loaded.some((url) => url.endsWith("/src/library/index.ts"))).toBe(true);
  expect(loaded.filter((url) => /\/src\/http\/|node:https?$|node:net$/.test(url))).toEqual([]);
  expect([...new Set(loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []))]).toEqual(["zod"]);
});
