import { randomBytes } from "node:crypto";
import { readFileSync, unlinkSync } from "node:fs";
import { rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { ArchiveError } from "../errors.ts";
import { codeOf, onDisk, readIfThere } from "./disk.ts";
import { workFolder } from "./paths.ts";

const beatMs = 60_000;
/** A holder on another host cannot be asked; one that has not touched its lock for so long was killed (or its disk went away). */
const silentMs = 15 * 60_000;
/** Between making the file and filling it a lock has no content; one that stays so was left by a kill. */
const emptyMs = 10_000;
/** How long a run waits for another one that is taking the same stale lock away. */
const gateMs = 20;
const mostAttempts = 50;

const lockSchema = z.object({ pid: z.number().int(), host: z.string(), startedAt: z.string(), token: z.string() });
type Holder = z.infer<typeof lockSchema>;

export interface Lock {
  /** Throws where the lock was taken over or deleted: this run must not write any more. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/** Locks of this process: after a restart of a container an old lock may carry our own pid. */
const held = new Set<string>();

/**
 * Takes `.minutebook/lock`, of which one archive has one. A lock whose process is gone is taken over.
 * @throws ArchiveError when another run holds it
 */
export async function takeLock(dir: string, onNotice: (message: string) => void = () => undefined): Promise<Lock> {
  const file = join(dir, workFolder, "lock");
  const holder: Holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString(), token: randomBytes(8).toString("hex") };
  const text = `${JSON.stringify(holder)}\n`;
  // Known as ours before it is there: another run of this process may read it at once.
  held.add(holder.token);
  try {
    for (let attempt = 0; !(await made(file, text)); attempt += 1) {
      const found = await readIfThere(file);
      if (found === null) continue;
      if (attempt >= mostAttempts || !(await isStale(file, found.toString("utf8"))))
        throw lockedBy(file, parseHolder(found.toString("utf8")));
      if (await takeAway(file)) onNotice(takenOver(parseHolder(found.toString("utf8"))));
    }
  } catch (error) {
    held.delete(holder.token);
    throw error;
  }
  return heldLock(file, text, holder.token);
}

/** A lock that lies in an archive, and whether the next run would take it over. */
export interface LockState {
  /** Null where the lock has no content that this version can read. */
  readonly holder: { readonly pid: number; readonly host: string; readonly startedAt: string } | null;
  readonly untouchedMs: number;
  readonly isStale: boolean;
}

/** Null where no run writes. Looks only. */
export async function lockState(dir: string): Promise<LockState | null> {
  const file = join(dir, workFolder, "lock");
  const found = await readIfThere(file);
  if (found === null) return null;
  const text = found.toString("utf8");
  return { holder: parseHolder(text), untouchedMs: await untouchedFor(file), isStale: await isStale(file, text) };
}

function heldLock(file: string, text: string, token: string): Lock {
  const onExit = (): void => {
    try {
      if (readFileSync(file, "utf8") === text) unlinkSync(file);
    } catch {
      // The next run takes it over: this process is gone by then.
    }
  };
  process.on("exit", onExit);
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return {
    async assertHeld() {
      if ((await readIfThere(file))?.toString("utf8") === text) return;
      throw new ArchiveError(
        `${file} is no longer ours: another run has taken over the archive; nothing was written, run the command again`,
        { file },
      );
    },
    async release() {
      clearInterval(beat);
      process.off("exit", onExit);
      held.delete(token);
      if ((await readIfThere(file))?.toString("utf8") === text) await onDisk("delete", file, () => rm(file, { force: true }));
    },
  };
}

async function made(file: string, text: string): Promise<boolean> {
  return onDisk("write", file, async () => {
    try {
      await writeFile(file, text, { flag: "wx" });
      return true;
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      throw error;
    }
  });
}

async function isStale(file: string, text: string): Promise<boolean> {
  const untouchedMs = await untouchedFor(file);
  const holder = parseHolder(text);
  if (holder === null) return untouchedMs > emptyMs;
  if (untouchedMs > silentMs) return true;
  if (holder.host !== hostname()) return false;
  return holder.pid === process.pid ? !held.has(holder.token) : !isAlive(holder.pid);
}

async function untouchedFor(file: string): Promise<number> {
  return Date.now() - (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return codeOf(error) === "EPERM";
  }
}

/**
 * Two runs may find the same stale lock. Only the one that has made the gate may delete it, and it judges once more behind the gate: so nobody
 * deletes the lock that a faster one has made by then.
 */
async function takeAway(file: string): Promise<boolean> {
  const gate = `${file}.takeover`;
  if (!(await made(gate, ""))) {
    const madeAt = (await stat(gate).catch(() => null))?.mtimeMs;
    if (madeAt !== undefined && Date.now() - madeAt > emptyMs) await rm(gate, { force: true });
    await sleep(gateMs);
    return false;
  }
  try {
    const found = await readIfThere(file);
    if (found === null || !(await isStale(file, found.toString("utf8")))) return false;
    await onDisk("delete", file, () => rm(file, { force: true }));
    return true;
  } finally {
    await rm(gate, { force: true });
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function takenOver(holder: Holder | null): string {
  if (holder === null) return "an empty lock of a run that was killed is taken over";
  return `the lock of a run that is gone (${whoIs(holder)}) is taken over; what it left is finished or dropped`;
}

function whoIs({ pid, host, startedAt }: Holder): string {
  const since = Date.parse(startedAt);
  const age = Number.isNaN(since) ? "" : `, ${spanOf(Date.now() - since)} ago`;
  return `pid ${pid}${host === hostname() ? "" : ` on ${host}`}, since ${startedAt}${age}`;
}

function spanOf(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return minutes < 2880 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

function lockedBy(file: string, holder: Holder | null): ArchiveError {
  // It has no content yet, or was left like that by a kill: the next run takes it over.
  const isEmpty = holder === null ? `; a lock that stays empty is taken over after ${emptyMs / 1000} seconds` : "";
  const who = holder === null ? "" : ` (${whoIs(holder)})`;
  return new ArchiveError(
    `another run${who} is writing this archive: wait until it has ended${isEmpty}; if it is certain that there is no such run, delete ${file}`,
    {
      file,
    },
  );
}
