import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

// Who may import whom, as docs/architecture.md and the house rules have it. A room that is not in this table fails the test: decide where it stands.
const allowed: Readonly<Record<string, readonly string[]>> = {
  "errors.ts": [],
  "log.ts": [],
  records: ["errors.ts"],
  pages: ["records", "errors.ts"],
  files: ["errors.ts"],
  config: ["records", "errors.ts"],
  http: ["config", "errors.ts", "log.ts"],
  sources: ["pages", "files", "http", "records", "config", "errors.ts"],
  extraction: ["pages", "records", "errors.ts"],
  changes: ["records", "errors.ts"],
  archive: ["records", "pages", "errors.ts"],
  resolution: ["extraction", "changes", "records", "pages", "errors.ts"],
  publish: ["records", "changes", "archive", "errors.ts"],
  queries: ["archive", "records", "errors.ts"],
  "run-report.ts": ["archive", "pages", "resolution", "sources"],
  "check.ts": ["archive", "pages", "errors.ts"],
  run: ["archive", "changes", "extraction", "pages", "records", "resolution", "run-report.ts", "sources", "errors.ts"],
  "pipeline.ts": [
    "archive",
    "changes",
    "extraction",
    "pages",
    "publish",
    "records",
    "resolution",
    "run",
    "run-report.ts",
    "sources",
    "errors.ts",
    "log.ts",
  ],
  "backfill.ts": ["config", "pages", "pipeline.ts", "redact.ts", "run-report.ts", "sources", "errors.ts"],
  "sync.ts": ["backfill.ts", "config", "pipeline.ts", "redact.ts", "run-report.ts", "sources", "errors.ts"],
  "detect.ts": ["archive", "backfill.ts", "config", "pipeline.ts", "run", "run-report.ts", "errors.ts"],
  doctor: ["archive", "check.ts", "config", "http", "sources", "errors.ts"],
  setup: ["config", "extraction", "http", "pages", "records", "resolution", "sources", "errors.ts"],
  "redact.ts": ["archive", "config", "pages", "pipeline.ts", "run", "run-report.ts", "errors.ts"],
  "run-file.ts": ["archive", "run-report.ts", "errors.ts"],
  library: ["archive", "http", "records", "errors.ts"],
  "publish.ts": ["archive", "publish", "queries", "records"],
  "index.ts": ["archive", "library", "records", "errors.ts"],
  cli: [
    "pipeline.ts",
    "backfill.ts",
    "sync.ts",
    "detect.ts",
    "publish.ts",
    "check.ts",
    "doctor",
    "redact.ts",
    "setup",
    "queries",
    "config",
    "log.ts",
    "errors.ts",
    "records",
    "run-file.ts",
    "run-report.ts",
    "publish",
  ],
  action: [
    "pipeline.ts",
    "backfill.ts",
    "sync.ts",
    "detect.ts",
    "publish.ts",
    "check.ts",
    "queries",
    "config",
    "publish",
    "http",
    "records",
    "run-report.ts",
    "errors.ts",
    "log.ts",
  ],
};

/** Rooms that must give the same for the same input: no files, network, clock or environment. */
const pure: Readonly<Record<string, readonly string[]>> = {
  records: ["node:crypto"],
  pages: [],
  extraction: [],
  changes: [],
  resolution: [],
};

const root = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => path.replaceAll("\\", "/"))
  .sort();

const typesOnly = /^(?:import|export) (?:type [^;]*?|\{(?:\s*type \w+(?: as \w+)?,?)+\s*\}) from "[^"]+";$/gm;

function importsOf(file: string, isRunning = false): string[] {
  const code = readFileSync(join(root, file), "utf8").replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  const text = isRunning ? code.replace(typesOnly, "") : code;
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()"([^"]+)"/g)].map((match) => match[1] ?? "");
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

/** File → files of ours that it imports: all, or those that are there when it runs. */
function graphOf(isRunning: boolean): Map<string, string[]> {
  return new Map(
    files.map((file) => [
      file,
      importsOf(file, isRunning)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => relative(root, normalize(join(root, dirname(file), specifier))).replaceAll("\\", "/")),
    ]),
  );
}

const ours = graphOf(false);

test("every import of ours names a file that is there, with its ending", () => {
  const missing = [...ours].flatMap(([file, targets]) =>
    targets.filter((target) => !files.includes(target)).map((target) => `${file} → ${target}`),
  );
  expect(missing).toEqual([]);
});

test("every room has its row", () => {
  expect([...new Set(files.map(roomOf))].filter((room) => allowed[room] === undefined)).toEqual([]);
});

test("no room imports what it must not", () => {
  const wrong = [...ours].flatMap(([file, targets]) => {
    const room = roomOf(file);
    return targets
      .filter((target) => roomOf(target) !== room && !allowed[room]?.includes(roomOf(target)))
      .map((target) => `${file} → ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("rooms form no circle", () => {
  const rooms = new Map<string, Set<string>>();
  for (const [file, targets] of ours) {
    const of = rooms.get(roomOf(file)) ?? new Set();
    for (const target of targets) if (roomOf(target) !== roomOf(file)) of.add(roomOf(target));
    rooms.set(roomOf(file), of);
  }
  expect(circleIn(rooms)).toBeNull();
});

test("files form no circle when they run", () => {
  expect(circleIn(new Map([...graphOf(true)].map(([file, targets]) => [file, new Set(targets)])))).toBeNull();
});

function circleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(" → ");
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next, [...path, node]);
      if (circle) return circle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const circle = visit(node, []);
    if (circle) return circle;
  }
  return null;
}

describe("rooms that are pure", () => {
  test.each(Object.entries(pure))("%s touches no file, network, clock or environment", (room, builtIns) => {
    const wrong: string[] = [];
    for (const file of files.filter((path) => roomOf(path) === room)) {
      for (const specifier of importsOf(file))
        if (specifier.startsWith("node:") && !builtIns.includes(specifier)) wrong.push(`${file} → ${specifier}`);
      const code = readFileSync(join(root, file), "utf8").replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
      for (const [use] of code.matchAll(/\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bfetch\(|\bMath\.random\(|\bperformance\./g))
        wrong.push(`${file}: ${use}`);
    }
    expect(wrong).toEqual([]);
  });
});

test("only src/http opens sockets", () => {
  const wrong = files.filter(
    (file) =>
      roomOf(file) !== "http" &&
      importsOf(file).some((specifier) => /^(?:node:(?:https?|net|tls|dgram|http2)|axios|undici|got)$/.test(specifier)),
  );
  expect(wrong).toEqual([]);
});

test("only configuration and the action's inputs read the environment", () => {
  const wrong = files.filter(
    (file) => !["config", "action"].includes(roomOf(file)) && /\bprocess\.env\b/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});
