// Usage: node sync-and-die.ts CONFIG "reading 40" | "staged …": a sync that kills its own process there, or ends well where it never comes to it.
import { loadConfig } from "../../../src/config/index.ts";
import { sync } from "../../../src/sync.ts";

const [config = "", point = ""] = process.argv.slice(2);

function dieAt(place: string): void {
  if (place.startsWith(point)) process.kill(process.pid, "SIGKILL");
}

await sync({
  config: await loadConfig(config),
  archive: null,
  only: [],
  full: false,
  acceptRemovals: null,
  asOf: "2024-05-01",
  dryRun: false,
  onProgress: (stage, done) => dieAt(`${stage} ${done}.`),
  onStep: dieAt,
});
