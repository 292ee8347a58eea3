// The action as one file, which GitHub runs from the repository as it is: dist-action/index.mjs, and the licences of what is in it. With --check nothing is
// written, and what is committed must be what would be. Usage: node scripts/bundle.ts [--check]
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { z } from "zod";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = "dist-action";

const built = await build({
  absWorkingDir: root,
  entryPoints: ["src/action/main.ts"],
  outfile: `${folder}/index.mjs`,
  bundle: true,
  write: false,
  metafile: true,
  platform: "node",
  target: "node24",
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  // Packages in the older format ask for Node's own modules by `require`, which a module does not have.
  banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
  logLevel: "warning",
});

const files = new Map([
  [`${folder}/index.mjs`, built.outputFiles.map(({ text }) => text).join("")],
  [`${folder}/LICENSES.txt`, await licencesOf(Object.keys(built.metafile.inputs))],
]);

if (process.argv.includes("--check")) {
  for (const [path, text] of files) {
    const committed = await readFile(`${root}${path}`, "utf8").catch(() => null);
    if (committed === text) continue;
    console.error(`${path} is not what src makes of it: run \`npm run bundle\` and commit it`);
    process.exitCode = 1;
  }
} else for (const [path, text] of files) await writeFile(`${root}${path}`, text);

/** Their authors ask that their notices go with every copy; one text under many names stands there once. */
async function licencesOf(inputs: readonly string[]): Promise<string> {
  const packages = [...new Set(inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))].sort();
  const namesOf = new Map<string, string[]>();
  for (const path of packages) {
    const { name, text } = await noticeOf(path);
    namesOf.set(text, [...(namesOf.get(text) ?? []), name]);
  }
  return [...namesOf].map(([text, names]) => `${[...new Set(names)].join("\n")}\n\n${text}\n`).join(`\n${"-".repeat(80)}\n\n`);
}

async function noticeOf(path: string): Promise<{ name: string; text: string }> {
  const about = z.object({ name: z.string(), version: z.string(), license: z.string() });
  const { name, version, license } = about.parse(JSON.parse(await readFile(`${root}${path}/package.json`, "utf8")));
  const file = (await readdir(`${root}${path}`)).sort().find((entry) => /^licen[cs]e(?:[.-]\w+)?$/i.test(entry));
  const text = file === undefined ? "" : (await readFile(`${root}${path}/${file}`, "utf8")).replaceAll("\r\n", "\n").trim();
  return { name: `${name} ${version} (${license})`, text };
}
