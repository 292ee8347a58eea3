// A release is of the version that package.json names, and the changelog tells of it. Usage: node scripts/check-release.ts v1.2.0
import { readFile } from "node:fs/promises";
import { z } from "zod";

const read = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), "utf8");
const tag = process.argv[2] ?? "";
const { version } = z.object({ version: z.string() }).parse(JSON.parse(await read("package.json")));
const problems = [
  ...(tag === `v${version}` ? [] : [`the tag is ${tag || "missing"}, package.json says ${version}: expected the tag v${version}`]),
  ...((await read("CHANGELOG.md")).split("\n").some((line) => line.startsWith(`## ${version}`))
    ? []
    : [`CHANGELOG.md has no heading "## ${version}": move what is unreleased below one`]),
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
