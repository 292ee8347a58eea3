// The committed bundle alone, as GitHub starts it: a copy in an empty folder, without node_modules, package.json or this repository.
import { execFileSync, spawn } from "node:child_process";
import { copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { inventPlaylist, startYouTube, Tube } from "../support/youtube/index.ts";
import { makeRepository } from "./support/repository.ts";
import { type SimulatedRunner, simulateRunner } from "./support/runner.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const runners: { remove(): Promise<void> }[] = [];
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.remove();
});

/** The Node of this repository's scripts, or the one that runs the tests: never another one of the PATH. */
async function alone(runner: SimulatedRunner, inputs: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) {
  const folder = join(runner.folder, "action");
  await mkdir(folder, { recursive: true });
  await copyFile(at("dist-action/index.mjs"), join(folder, "index.mjs"));
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  const child = spawn(process.execPath, [join(folder, "index.mjs")], {
    cwd: runner.workspace,
    env: { ...runner.environment, ...more, ...given },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, stdout, stderr };
}

async function stage(yaml: string) {
  const runner = await simulateRunner();
  runners.push(runner);
  const repository = makeRepository(runner.folder, runner.workspace, { "minutebook.yaml": yaml });
  return { runner, repository };
}

describe("the bundle, alone in an empty folder", () => {
  test("syncs an export into the repository and tells of it", async () => {
    const { runner, repository } = await stage(
      "title: Reef\narchive: ./archive\nsources:\n  - { id: reefwg, type: confluence-export, path: ./REEFWG, space: REEFWG }\n",
    );
    await cp(at("config/sample/REEFWG"), join(runner.workspace, "REEFWG"), { recursive: true });
    const { code, stdout, stderr } = await alone(runner, {});
    expect([code, stderr], stdout).toEqual([0, ""]);
    const outputs = await runner.outputs();
    expect(outputs).toMatchObject({ state: "ok", changed: "true", commit: repository.onOrigin("rev-parse", "main") });
    expect(await runner.summary()).toContain("## ✅ Reef: ");
  });

  test("reads a zip and a playlist: what is loaded only when it is needed is in it too", async () => {
    const tube = new Tube();
    const { id: playlist } = inventPlaylist(tube, 3);
    const youtube = await startYouTube({ tube, keys: ["a-key-of-the-test"] });
    runners.push({ remove: () => youtube.close() });
    const { runner } = await stage(
      `title: Reef\narchive: ./archive\nsources:\n  - { id: videos, type: youtube, playlist: ${playlist}, apiKey: "\${YOUTUBE_API_KEY}", apiRoot: ${youtube.apiRoot} }\n  - { id: zip, type: confluence-export, path: ./none.zip }\n`,
    );
    await writeFile(join(runner.workspace, "none.zip"), "no zip at all");
    const { code, stdout, stderr } = await alone(runner, {}, { YOUTUBE_API_KEY: "a-key-of-the-test" });
    expect([code, stderr], stdout).toEqual([0, ""]);
    const outputs = await runner.outputs();
    expect(outputs.state).toBe("partial");
    expect(JSON.parse(outputs.counts ?? "").recordings.added).toBe(3);
    expect(stdout).toContain("::add-mask::a-key-of-the-test\n");
    expect(stdout).toMatch(/source zip: .*zip/);
  });

  test("says what is wrong with its inputs", async () => {
    const { runner } = await stage("title: x\n");
    const { code, stdout } = await alone(runner, { command: "nothing" });
    expect(code).toBe(1);
    expect(stdout).toContain('::error title=minutebook%3A configuration::input "command" is "nothing": expected one of sync');
    expect(await runner.outputs()).toMatchObject({ state: "failed" });
  });
});

describe("what is in the bundle", () => {
  test("asks for nothing but Node's own modules", async () => {
    const text = await readFile(at("dist-action/index.mjs"), "utf8");
    const asked = [...text.matchAll(/^import .*? from "([^"]+)";$/gm), ...text.matchAll(/\bimport\("([^"]+)"\)/g)].map(
      (match) => match[1] ?? "",
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !isBuiltin(name))).toEqual([]);
  });

  test("goes with the licences of its packages", async () => {
    const licences = await readFile(at("dist-action/LICENSES.txt"), "utf8");
    for (const name of ["axios", "cheerio", "yaml", "zod", "@googleapis/youtube", "yauzl"])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
  });

  test("stays out of the package", () => {
    const packed = execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
      cwd: at("."),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [{ files }] = z.tuple([z.object({ files: z.array(z.object({ path: z.string() })) })]).parse(JSON.parse(packed));
    const paths = files.map(({ path }) => path);
    expect(paths).toContain("README.md");
    expect(paths.filter((path) => /^(?:dist-action|src|test)\/|^action\.yml$/.test(path))).toEqual([]);
  });
});
