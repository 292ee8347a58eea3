import { type ArchiveWriter, type Plan, startWriting, type WritingOptions } from "../../../src/archive/index.ts";
import { facts, laterSample, type Sample, sample } from "./sample.ts";

export async function writeSample(dir: string, of: Sample = sample(), asOf = facts.asOf, options: WritingOptions = {}): Promise<Plan> {
  return run(dir, options, async (writer) => {
    await writeAll(writer, of);
    return writer.plan({ ...facts, asOf });
  });
}

export async function writeLaterSample(dir: string, options: WritingOptions = {}): Promise<Plan> {
  const later = laterSample();
  return run(dir, options, async (writer) => {
    await writeAll(writer, later);
    for (const [from, to] of later.redirects) await writer.redirect(from, to);
    for (const id of later.removed) await writer.remove(id);
    return writer.plan({ ...facts, asOf: "2022-09-01" });
  });
}

export async function writeAll(writer: ArchiveWriter, of: Sample): Promise<void> {
  for (const record of of.records) await writer.record(record.kind, record);
  for (const [id, page] of of.raw) await writer.rawPage(id, page);
  for (const [path, text] of of.files) await writer.file(path, text);
}

export async function run(dir: string, options: WritingOptions, work: (writer: ArchiveWriter) => Promise<Plan>): Promise<Plan> {
  const writer = await startWriting(dir, options);
  try {
    const plan = await work(writer);
    await writer.apply();
    return plan;
  } finally {
    await writer.discard();
  }
}
