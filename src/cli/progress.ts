import type { Log } from "../log.ts";
import type { Progress } from "../pipeline.ts";
import type { Output } from "./output.ts";
import { paceText } from "./pace.ts";

export interface ProgressView {
  readonly onProgress: Progress;
  /** Leaves the terminal clean. */
  end(): void;
}

const barWidth = 24;
const words = { reading: "reading", resolving: "joining what was read", writing: "writing pages" } as const;

/** A bar on a terminal; elsewhere one plain line a stage and one every thousand pages or videos. */
export function progressView(output: Output, log: Log, isLogJson: boolean, clock = (): number => performance.now()): ProgressView {
  return output.stderr.isTTY === true && !isLogJson ? barView(output, clock) : lineView(log, clock);
}

function barView(output: Output, clock: () => number): ProgressView {
  let last = Number.NEGATIVE_INFINITY;
  const began = new Stopwatch(clock);
  return {
    onProgress(stage, done, total) {
      const now = clock();
      const elapsed = began.elapsed(stage, now);
      if (now - last < 80 && done !== total) return;
      last = now;
      const share = total ? Math.min(1, done / total) : 0;
      const full = Math.round(share * barWidth);
      const count = total ? ` ${done}/${total}${paceText(done, total, elapsed)}` : "";
      output.stderr.write(`\r\u001b[K${words[stage]} ${"█".repeat(full)}${"░".repeat(barWidth - full)}${count}`);
    },
    end: () => void output.stderr.write("\r\u001b[K"),
  };
}

/** How long the present stage has been going on. */
class Stopwatch {
  #stage: string | null = null;
  #since = 0;
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  elapsed(stage: string, now: number = this.#clock()): number {
    if (stage !== this.#stage) this.#since = now;
    this.#stage = stage;
    return now - this.#since;
  }
}

function lineView(log: Log, clock: () => number): ProgressView {
  let stage: string | null = null;
  const began = new Stopwatch(clock);
  return {
    onProgress(next, done, total) {
      const elapsed = began.elapsed(next);
      const isNew = next !== stage;
      stage = next;
      if (isNew) log.info(total ? `${words[next]} (${total})` : words[next], { stage: next, total });
      else if (done % 1000 === 0)
        log.info(`${words[next]}: ${done}${total ? ` of ${total}` : ""}${paceText(done, total, elapsed)}`, { stage: next, done, total });
    },
    end: () => undefined,
  };
}
