import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileNameOf, type Space } from "./blocks.ts";
import { blocksWithin } from "./fill.ts";
import { htmlForm } from "./html-form.ts";
import { markdownForm } from "./markdown-form.ts";
import { planSpace } from "./plan.ts";
import { Random } from "./random.ts";

export type ExportForm = "html" | "markdown";

export interface MadeExport {
  readonly dir: string;
  readonly pages: number;
  readonly bytes: number;
  readonly medianBytes: number;
  readonly meanBytes: number;
  readonly maxBytes: number;
}

const space: Space = { key: "BENCH", name: "Coastal Bench SIG" };
/** Writes an invented space of `count` pages into the empty folder `dir`: the same bytes for the same count, form and seed. */
export async function makeExport(dir: string, count: number, form: ExportForm, seed = 1): Promise<MadeExport> {
  const random = new Random(seed);
  const write = form === "html" ? htmlForm : markdownForm;
  const drafts = planSpace(random, count, space.name);
  await mkdir(dir, { recursive: true });
  const sizes: number[] = [];
  for (const draft of drafts) {
    const body = blocksWithin(random, draft, write, space).map(({ text }) => text);
    const text = write.file(draft.frame, body.join(""), space);
    sizes.push(Buffer.byteLength(text));
    await writeFile(join(dir, fileNameOf(draft.frame, write.ending)), text);
  }
  const frames = drafts.map((draft) => draft.frame);
  await writeFile(join(dir, `index.${write.ending}`), write.index(frames, space));
  sizes.sort((a, b) => a - b);
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    dir,
    pages: count,
    bytes,
    medianBytes: sizes[count >> 1] ?? 0,
    meanBytes: Math.round(bytes / count),
    maxBytes: sizes.at(-1) ?? 0,
  };
}
