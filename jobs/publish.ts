// An archive as a static site, feeds and tables. Usage: node jobs/publish.ts config/mine.yaml site
import { loadConfig } from "../src/config/index.ts";
import { publish } from "../src/publish.ts";

const config = await loadConfig(process.argv[2] ?? new URL("../config/sample.yaml", import.meta.url).pathname);
const { out, files, written } = await publish({ archive: config.archive, out: process.argv[3] ?? "site" });
console.log(`${out}: ${files} files, ${written} written`);
