// A wiki of invented pages in a process of its own, so that its work is not measured as ours. Prints its address, and ends when its input does.
import { inventSpace, startConfluence } from "../../test/support/confluence/index.ts";

const [pages = "1000", latencyMs = "0"] = process.argv.slice(2);
const wiki = inventSpace(Number(pages));
const confluence = await startConfluence({ flavour: "cloud", wiki, latencyMs: Number(latencyMs) });
process.stdout.write(`${JSON.stringify({ baseUrl: confluence.baseUrl, space: [...wiki.spaces.keys()][0] })}\n`);
process.stdin.on("data", () => {
  process.stdout.write(`${JSON.stringify({ requests: confluence.requests.length })}\n`);
  confluence.resetLog();
});
process.stdin.on("end", () => void confluence.close());
