import { type Finding, fail, ok, warn } from "./finding.ts";

const worryMs = 2 * 60_000;
const wrongMs = 3600_000;

/** Compares our clock with those of the servers that answered: the as-of day of a run comes from it, and so does the age of a lock. */
export function clockFinding(aheadMs: readonly number[]): Finding {
  const sorted = [...aheadMs].sort((a, b) => a - b);
  // A server's clock may be wrong too: of several the middle one counts.
  const ahead = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const off = Math.abs(ahead);
  if (off < worryMs) return ok("clock", "agrees with the servers that answered");
  const message = `this machine's clock is ${spanOf(off)} ${ahead > 0 ? "behind" : "ahead of"} the servers that answered`;
  const remedy = "set it, such as by switching its time service (NTP) on; until then give --as-of";
  return off < wrongMs ? warn("clock", message, remedy) : fail("clock", message, remedy);
}

function spanOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}
