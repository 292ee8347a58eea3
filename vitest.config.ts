import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Node loads the files itself, as in production: syntax that is not erasable fails here too.
    experimental: { viteModuleRunner: false },
    testTimeout: 60_000,
    reporters: ["default", "./test/support/plain-count.ts"],
  },
});
