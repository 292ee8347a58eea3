import { readFile } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";

test.each(["--version", "-V"])("%s prints the version of the package", async (option) => {
  const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  const stdout = new PassThrough();
  expect(await run([option], { stdout, stderr: new PassThrough() } as never)).toBe(0);
  stdout.end();
  expect(await text(stdout)).toBe(`${version}\n`);
});
