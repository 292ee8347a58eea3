import { RemovalsHeldError } from "../../errors.ts";
import type { KnownPage } from "../types.ts";
import type { Match } from "./migration.ts";

/** A space that loses more than this in one run has more likely lost its permissions, or we ours. */
const removalShare = 0.1;
const removalsWithoutQuestion = 5;

/**
 * Stops before pages are taken for gone that are too many to vanish by themselves.
 * @throws RemovalsHeldError with the number to accept
 */
export function holdRemovals(source: string, absent: readonly KnownPage[], present: number, accepted: number | null): void {
  const ceiling = Math.max(removalsWithoutQuestion, Math.floor((present + absent.length) * removalShare));
  if (absent.length <= Math.max(ceiling, accepted ?? 0)) return;
  const named = absent.slice(0, 3).map(({ envelope }) => `"${envelope.title}" (${envelope.pageId})`);
  const more = absent.length > named.length ? ` and ${absent.length - named.length} more` : "";
  throw new RemovalsHeldError(
    `source ${source}: ${absent.length} of ${present + absent.length} pages are no longer listed, more than the ${ceiling} that one run takes for granted: ${named.join(", ")}${more}. Nothing of this source was changed. See that the account may still read the space; if the pages are really gone, run again with --accept-removals ${absent.length}`,
  );
}

/** Whether a space was moved to another wiki or imported anew: most of what is missing is there under another id. */
export function isMigration(absent: readonly KnownPage[], matches: readonly Match[]): boolean {
  return matches.length > 0 && matches.length * 2 >= absent.length;
}
