// Every locked package must accept the Node versions that we promise: the floor and the one we develop on.
import { readFile } from "node:fs/promises";
import semver from "semver";
import { z } from "zod";

const promised = ["22.20.0", "24.0.0"];
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ engines: z.object({ node: z.string().optional() }).optional(), optional: z.boolean().optional() }),
  ),
});
const lock = lockFile.parse(JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8")));
const refused = Object.entries(lock.packages).flatMap(([name, { engines }]) =>
  promised
    .filter((version) => engines?.node !== undefined && !semver.satisfies(version, engines.node))
    .map((version) => `${name || "(this package)"} wants node ${engines?.node}, not ${version}`),
);
for (const line of refused) console.error(line);
console.log(`${Object.keys(lock.packages).length} packages accept node ${promised.join(" and ")}: ${refused.length === 0 ? "yes" : "no"}`);
process.exitCode = refused.length === 0 ? 0 : 1;
