import { writeLaterSample } from "./write-sample.ts";

// A child process for the kill tests: writes the later sample and kills itself at a step, as a power cut or the OOM killer would.
// node write-later-and-die.ts <archive> <step from 1>; exits normally where the run has fewer steps.

const [dir = "", dieAt = "0"] = process.argv.slice(2);
let step = 0;
await writeLaterSample(dir, {
  onStep: () => {
    step += 1;
    if (step === Number(dieAt)) process.kill(process.pid, "SIGKILL");
  },
});
