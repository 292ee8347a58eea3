import { randomUUID } from "node:crypto";
import { appendFile } from "node:fs/promises";
import type { Problem } from "../publish/job-summary.ts";
import { fileEntry, logLine, workflowCommand } from "./commands.ts";

/** The runner shows ten of a kind for each step and hides the others without a word. */
const mostAnnotations = 10;
const longestAnnotation = 2_000;
/** What is shorter is no secret, and masking it would make the log unreadable. */
const shortestSecret = 4;

export interface RunnerFiles {
  /** Null outside of a runner. */
  readonly output: string | null;
  readonly summary: string | null;
}

/** The one that runs the step: its log, its files. */
export class Runner {
  readonly #files: RunnerFiles;
  readonly #write: (text: string) => void;

  constructor(files: RunnerFiles, write: (text: string) => void) {
    this.#files = files;
    this.#write = write;
  }

  /** From here on the log shows `***` in its place. Each line is masked on its own: the log is read by lines. */
  mask(secret: string): void {
    for (const line of new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim())))
      if (line.length >= shortestSecret) this.#write(workflowCommand("add-mask", line));
  }

  log(text: string): void {
    for (const line of text.split("\n")) this.#write(logLine(line));
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.#write(workflowCommand("group", title));
    try {
      return await work();
    } finally {
      this.#write(workflowCommand("endgroup"));
    }
  }

  /** Ten at most, errors first; the last one counts those that the summary alone names. */
  annotate(problems: readonly Problem[]): void {
    const sorted = [...problems.filter(({ weight }) => weight === "error"), ...problems.filter(({ weight }) => weight !== "error")];
    const shown = sorted.length > mostAnnotations ? sorted.slice(0, mostAnnotations - 1) : sorted;
    for (const { weight, what, why } of shown)
      this.#write(
        workflowCommand(weight, why.slice(0, longestAnnotation).toWellFormed(), {
          title: `minutebook: ${what}`.slice(0, 200).toWellFormed(),
        }),
      );
    const more = sorted.length - shown.length;
    if (more > 0) this.#write(workflowCommand("warning", `${more} more: see the summary of the job`, { title: "minutebook" }));
  }

  async output(name: string, value: string): Promise<void> {
    if (this.#files.output !== null) await appendFile(this.#files.output, fileEntry(name, value, `minutebook-${randomUUID()}`));
  }

  async summary(markdown: string): Promise<void> {
    if (this.#files.summary !== null) await appendFile(this.#files.summary, markdown);
  }
}
