import type { z } from "zod";

/** These say what file this is: another value there is another file, not a later version of this one. */
const fixed: ReadonlySet<string> = new Set(["kind", "schemaVersion"]);

/** Where and why a value does not fit. */
interface OpenIssue {
  /** Field names and positions, joined by dots; empty for the value itself. */
  readonly path: string;
  readonly message: string;
}

/**
 * What keeps `value` from being read as `schema`, in the manner that the contract asks of consumers: fields and enum values that
 * a later minor version adds are no issue, a known field that is missing or of the wrong type is. The zod schemas themselves are
 * closed, because they also guard what we write.
 */
export function openIssues(schema: z.ZodType, value: unknown): OpenIssue[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues
    .filter((issue) => !isOfLaterVersion(issue, value))
    .map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
}

/** The issues as one line of a message. */
export function issuesInWords(issues: readonly OpenIssue[]): string {
  const shown = issues.slice(0, 3).map((issue) => `${issue.path || "(file)"}: ${issue.message}`);
  if (issues.length > shown.length) shown.push(`and ${issues.length - shown.length} more`);
  return shown.join("; ");
}

function isOfLaterVersion(issue: z.core.$ZodIssue, value: unknown): boolean {
  switch (issue.code) {
    case "unrecognized_keys":
      return true;
    case "invalid_value":
      return !fixed.has(issue.path.map(String).join(".")) && typeof valueAt(value, issue.path) === "string";
    case "invalid_union": {
      const inner = valueAt(value, issue.path);
      return issue.errors.some((branch) => branch.length > 0 && branch.every((of) => isOfLaterVersion(of, inner)));
    }
    default:
      return false;
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}
