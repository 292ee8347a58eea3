import type { FileTree } from "../../files/index.ts";
import { type DateHabits, dateHabitsOf } from "./dates.ts";
import type { PageFolder } from "./layout.ts";
import { dateTextOf } from "./metadata-line.ts";
import { readFile } from "./read-file.ts";
import { exportedText } from "./text.ts";

const sampledPages = 40;

/** From pages all over the export. Nothing but the dates of their wrappers is kept, so these texts need no redaction. */
export async function habitsOfSpace(tree: FileTree, layout: PageFolder): Promise<DateHabits> {
  const step = Math.max(1, Math.floor(layout.pages.length / sampledPages));
  const dates: string[] = [];
  for (const file of layout.pages.filter((_, index) => index % step === 0).slice(0, sampledPages)) {
    try {
      const read = readFile(exportedText(await tree.read(file), file), file, layout.form, null);
      const line = read.kind === "page" ? read.page.metadataLine : null;
      dates.push(line === null ? "" : (dateTextOf(line) ?? ""));
    } catch {
      // Why it cannot be read is told when its turn comes.
    }
  }
  return dateHabitsOf(dates);
}
