import { createHash, hash } from "node:crypto";
import type { z } from "zod";
import { RecordInvalidError } from "../errors.ts";
import { type FileKind, fileSchemas } from "./index.ts";

/**
 * The bytes of a record file: two-space JSON, keys in the order of the schema, arrays as given (each has a declared order),
 * one trailing newline. The writer rejects unknown keys.
 * @throws RecordInvalidError naming the record and the fields that do not fit
 */
export function canonicalJson<K extends FileKind>(kind: K, record: z.input<(typeof fileSchemas)[K]>): string {
  const parsed = fileSchemas[kind].safeParse(record);
  if (!parsed.success) {
    const where = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "(record)"}: ${issue.message}`);
    throw new RecordInvalidError(`the ${kind} ${(record as { id?: string }).id ?? ""} does not fit its schema: ${where.join("; ")}`);
  }
  return plainJson(parsed.data);
}

/** Two-space JSON with one trailing newline, for files without a schema of their own. */
export function plainJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Hex sha256 of a text's UTF-8 bytes, also where it comes in pieces, or of bytes. */
export function sha256Of(data: string | Uint8Array | readonly string[]): string {
  if (typeof data === "string" || data instanceof Uint8Array) return hash("sha256", data, "hex");
  const whole = createHash("sha256");
  for (const piece of data) whole.update(piece);
  return whole.digest("hex");
}
