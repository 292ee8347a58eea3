import type { Log } from "../log.ts";
import type { Progress } from "../pipeline.ts";
import type { Output } from "./output.ts";

export interface ProgressView {
  readonly onProgress: Progress;
  /** Leaves the terminal clean. */
  end(): void;
}

const barWidth = 24;
const words = { reading: "reading", resolving: "joining what was read", writing: "writing pages" } as const;

/** A bar on a terminal; elsewhere one plain line a stage and one every thousand pages or videos. */
export function progressView(output: Output, log: Log, isLogJson: boolean): ProgressView {
  return output.stderr.isTTY === true && !isLogJson ? barView(output) : lineView(log);
}

function barView(output: Output): ProgressView {
  let last = 0;
  return {
    onProgress(stage, done, total) {
      const now = performance.now();
      if (now - last < 80 && done !== total) return;
      last = now;
      const share = total ? Math.min(1, done / total) : 0;
      const full = Math.round(share * barWidth);
      const count = total ? ` ${done}/${total}` : "";
      output.stderr.write(`\r\u001b[K${words[stage]} ${"█".repeat(full)}${"░".repeat(barWidth - full)}${count}`);
    },
    end: () => void output.stderr.write("\r\u001b[K"),
  };
}

function lineView(log: Log): ProgressView {
  let stage: string | null = null;
  return {
    onProgress(next, done, total) {
      const isNew = next !== stage;
      stage = next;
      if (isNew) log.info(total ? `${words[next]} (${total})` : words[next], { stage: next, total });
      else if (done % 1000 === 0) log.info(`${words[next]}: ${done}${total ? ` of ${total}` : ""}`, { stage: next, done, total });
    },
    end: () => undefined,
  };
}
