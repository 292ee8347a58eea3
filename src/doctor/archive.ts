import { constants } from "node:fs";
import { access, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { assertPlaceForArchive, lockState, openArchive } from "../archive/index.ts";
import { check } from "../check.ts";
import { messageOf } from "../errors.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

const mebibyte = 1024 * 1024;
const least = 100 * mebibyte;
const little = 1024 * mebibyte;

/** Whether the archive's folder can be written, and has room. A run stages what changes beside what is there. */
export async function diskFinding(archive: string): Promise<Finding> {
  const folder = await nearestFolder(archive);
  try {
    await access(folder, constants.W_OK);
  } catch {
    return fail(
      "disk",
      `${folder} cannot be written by this user`,
      `give this user the right to write there, or name another folder with "archive"`,
    );
  }
  const { bavail, bsize } = await statfs(folder);
  return roomFinding(bavail * bsize, folder);
}

export function roomFinding(freeBytes: number, folder: string): Finding {
  const free = `${Math.floor(freeBytes / mebibyte).toLocaleString("en")} MiB free for ${folder}`;
  const remedy = "make room, or move the archive to another disk";
  if (freeBytes < least) return fail("disk", free, remedy);
  return freeBytes < little ? warn("disk", free, remedy) : ok("disk", free);
}

/** The folder, or the nearest one above it that is there. */
export async function nearestFolder(path: string): Promise<string> {
  const whole = resolve(path);
  const isThere = await access(whole).then(
    () => true,
    () => false,
  );
  return isThere || dirname(whole) === whole ? whole : nearestFolder(dirname(whole));
}

/** The archive as `check` sees it. */
export async function archiveFindings(archive: string): Promise<Finding[]> {
  try {
    await assertPlaceForArchive(archive);
    const root = (await openArchive(archive)).root();
    if (root === null) return [ok("archive", `none in ${archive} yet: the first run makes it`)];
    const { checked, faults } = await check(archive);
    const [first] = faults;
    if (first === undefined) return [ok("archive", `as of ${root.asOf}, ${checked} files checked, no faults`)];
    return [
      fail(
        "archive",
        `${faults.length} ${faults.length === 1 ? "fault" : "faults"} in ${archive}, the first: ${first.path}: ${first.rule}: ${first.message}`,
        `run \`minutebook check --archive ${archive}\`; restore what it names from git, or make it anew with \`minutebook rebuild\``,
      ),
    ];
  } catch (error) {
    return [fail("archive", messageOf(error), "name the folder of an archive, or restore it from git")];
  }
}

/** Whether a run writes right now, or left its lock. */
export async function lockFinding(archive: string): Promise<Finding> {
  const state = await lockState(archive);
  if (state === null) return ok("lock", "no run is writing the archive");
  const { holder, isStale, untouchedMs } = state;
  const who = holder === null ? "an unknown run" : `the run with pid ${holder.pid} on ${holder.host}, since ${holder.startedAt}`;
  if (isStale) return ok("lock", `left by ${who}, which is gone: the next run takes it over`);
  return warn(
    "lock",
    `held by ${who}, last touched ${Math.round(untouchedMs / 1000)} s ago`,
    "wait until it has ended; a lock whose run was killed is taken over by the next one, on another host after 15 minutes",
  );
}
