import { readFile } from "node:fs/promises";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { ConfigError } from "../errors.ts";
import type { Config } from "./index.ts";

const acknowledgedList = z.array(
  z.strictObject({
    /** Of a change, as the log has it. */
    id: z
      .string()
      .regex(/^changes\/\d{4}\/[a-z0-9-]+$/, "expected the id of a change, such as changes/2024/dune-sig-group-inactive-1a2b3c4d"),
    until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "expected a day such as 2024-11-26"),
    reason: z.string().min(1, "expected why nobody needs to act"),
  }),
);

/** A change of which somebody said that it is known: until a day, nothing of its kind is told of its group again, and nothing asks for it. */
export type Acknowledged = z.infer<typeof acknowledgedList>[number];

/**
 * What is acknowledged beside a configuration: `acknowledged.yaml` in its folder, or the file that it names. None where there is no such file.
 * @throws ConfigError with every problem at once, each with its line
 */
export async function acknowledgedIn({ acknowledgedFile: file }: Pick<Config, "acknowledgedFile">): Promise<Acknowledged[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw new ConfigError(`cannot read ${file}: expected a YAML list of what is acknowledged`, { cause, file });
  });
  if (text === null) return [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const parsed = acknowledgedList.safeParse(document.errors.length > 0 ? undefined : (document.toJS() ?? []));
  if (parsed.success) return parsed.data;
  const problems = document.errors.map((error) => `${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]}`);
  for (const { path, message } of document.errors.length > 0 ? [] : parsed.error.issues) {
    const node = document.getIn(path.slice(0, 1), true);
    const offset = typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? Number(node.range[0]) : 0;
    problems.push(`${file}:${lines.linePos(offset).line}: ${path.join(".") || "(file)"}: ${message}`);
  }
  throw new ConfigError(`what is acknowledged does not fit: expected a list of { id, until, reason }\n${problems.join("\n")}`, { file });
}
