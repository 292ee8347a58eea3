import type { Reporter, TestModule } from "vitest/node";

/** Closes a run with one plain line, "N passed, N failed, N skipped", that any CI can read. */
class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1;
      if (module.errors().length > 0) count.failed += 1;
    }
    process.stdout.write(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  }
}

// vitest loads reporters by their default export.
// biome-ignore lint/style/noDefaultExport: the contract of a reporter module
export default PlainCount;
