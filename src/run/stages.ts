import type { StageTime } from "../run-report.ts";

/** How long each stage of a run took. */
export class Stages {
  readonly #done: StageTime[] = [];
  #name: StageTime["name"] | null = null;
  #since = 0;

  /** Ends the stage before. */
  begin(name: StageTime["name"]): void {
    this.end();
    this.#name = name;
    this.#since = performance.now();
  }

  end(): readonly StageTime[] {
    if (this.#name !== null) this.#done.push({ name: this.#name, seconds: secondsSince(this.#since) });
    this.#name = null;
    return this.#done;
  }
}

export function secondsSince(since: number): number {
  return Math.round(performance.now() - since) / 1000;
}
