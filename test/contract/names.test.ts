import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// The program is for any community. What it knows of one stands in that community's configuration, never in code.
const communities = [
  "hyperledger",
  "hcsig",
  "hc-sig",
  "mesig",
  "twgc",
  "healthcare",
  "health care",
  "linux ?foundation",
  "linuxfoundation",
  "lf-hyperledger",
  "lfdt",
  "decentralized trust",
  "besu",
  "fabric",
  "sawtooth",
  "iroha",
  "anoncreds",
  "cacti",
  "indy",
  "ursa",
  "blockchain",
  "patient subgroup",
  "payer subgroup",
  "media and entertainment",
];
const pattern = new RegExp(`(?<![\\w-])(?:${communities.join("|")})(?![a-z])`, "i");

const root = fileURLToPath(new URL("../../", import.meta.url));
const places = ["src", "jobs", "scripts", "schema", ".github"];

function filesIn(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}

test("no code, job, script or workflow names a real community", () => {
  const found: string[] = [];
  for (const file of places.flatMap(filesIn)) {
    const text = readFileSync(file, "utf8");
    text.split("\n").forEach((line, index) => {
      const match = pattern.exec(line);
      if (match) found.push(`${file.replace(root, "")}:${index + 1}: ${match[0]}`);
    });
  }
  expect(found).toEqual([]);
});
