import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeSample } from "./write-sample.ts";

/** A path in a new temp folder, which is removed after the test; nothing is there yet. */
export async function newArchivePath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "minutebook-archive-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, "archive");
}

/** The sample as an archive on the disk. */
export async function newSampleArchive(): Promise<string> {
  const dir = await newArchivePath();
  await writeSample(dir);
  return dir;
}
