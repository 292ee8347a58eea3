import { messageOf } from "../errors.ts";
import type { RuleFailure } from "./facts.ts";

/** Runs rules. One that throws is counted by name and reads nothing: `absent` stands for what it would have read. */
export class RuleRuns {
  readonly failures: RuleFailure[] = [];

  run<T>(rule: string, absent: T, read: () => T): T {
    try {
      return read();
    } catch (error) {
      this.failures.push({ rule, message: messageOf(error) });
      return absent;
    }
  }
}
