import { runAction } from "./run.ts";

process.exitCode = await runAction({
  environment: process.env,
  write: (text) => void process.stdout.write(text),
  now: new Date(),
});
