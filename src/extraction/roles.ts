import type { Role } from "../records/index.ts";
import type { PageView } from "./view.ts";

/** The role that a text names, the more special first. */
export function roleIn(text: string, view: PageView): Role | null {
  for (const [role, pattern] of view.words.roles) if (pattern.test(text)) return role;
  return null;
}
