import { RemovalsHeldError } from "../../errors.ts";
import { inOrder } from "../ahead.ts";
import type { KnownPage } from "../types.ts";
import { createdDayOf } from "./envelope.ts";
import { type Match, matchMigrated } from "./migration.ts";
import type { NameBook } from "./names.ts";
import { asListed, isThere, type SyncPlan } from "./plan.ts";
import type { Work } from "./prepare.ts";
import type { PageTree } from "./tree.ts";
import type { Fate } from "./types.ts";

export interface Gone {
  readonly known: KnownPage;
  readonly fate: Exclude<Fate, "present">;
}

interface Settled {
  readonly continued: ReadonlyMap<string, KnownPage>;
  readonly gone: readonly Gone[];
}

interface Seen {
  readonly plan: SyncPlan;
  readonly known: ReadonlyMap<string, KnownPage>;
  readonly names: NameBook;
  readonly tree: PageTree;
}

/** A space that loses more than this in one run has more likely lost its permissions, or we ours. */
const removalShare = 0.1;
const removalsWithoutQuestion = 5;

/**
 * Pages that are no longer listed: under another id after a migration, or gone, as the wiki itself says of each.
 * @throws RemovalsHeldError where they are too many to vanish by themselves
 */
export async function settleAbsent({ config, context, connection, note }: Work, { plan, known, names, tree }: Seen): Promise<Settled> {
  const { absent } = plan;
  if (absent.length === 0) return { continued: new Map(), gone: [] };
  const fresh = plan.fetch.filter((page) => !known.has(page.pageId));
  await names.learn(fresh.map((page) => page.createdBy));
  const matches = matchMigrated(absent, fresh, (page) => ({
    title: tree.titleOf(page),
    creator: names.person(page.createdBy)?.name ?? null,
    createdOn: createdDayOf(page),
  }));
  const continued = new Map(matches.map((match) => [match.listed.pageId, match.known]));
  const matched = new Set(matches.map((match) => match.known));
  const rest = absent.filter((page) => !matched.has(page));
  if (isMigration(absent, matches)) {
    for (const { envelope } of rest) note(envelope.pageId, `"${envelope.title}" was not found under a new id: its record stays as it was`);
    return { continued, gone: [] };
  }
  const there = [...known.values()].filter(({ envelope }) => isThere(envelope.status)).length;
  const asked = rest.filter((page) => isOfThisSite(page));
  for (const { envelope } of rest.filter((page) => !isOfThisSite(page)))
    note(envelope.pageId, `"${envelope.title}" was read at another address and is not here: its record stays as it was`);
  // Some wikis list no archived page: those are not missed anew in every run.
  const missed = asked.filter(({ envelope }) => envelope.status === "current");
  holdRemovals(missed, there - missed.length, context.acceptRemovals);
  const gone: Gone[] = [];
  for await (const { page, fate } of inOrder(asked, config.limits.concurrency, async (page) => ({ page, fate: await fateOf(page) }))) {
    if (fate !== "present") gone.push({ known: page, fate });
    else note(page.envelope.pageId, `"${page.envelope.title}" is not listed and yet there: its record stays as it was`);
  }
  return { continued, gone };

  /** A number of before a migration means nothing to the wiki of after it. */
  function isOfThisSite({ envelope: { url, currentId } }: KnownPage): boolean {
    return url === null || currentId !== undefined || url.startsWith(`${connection.wiki.siteUrl}/`);
  }

  async function fateOf(page: KnownPage): Promise<Fate> {
    const { pageIdBasis, currentId } = page.envelope;
    // Pages of an export without ids are known by their titles alone.
    return pageIdBasis === "title" && currentId === undefined ? "missing" : connection.wiki.fate(asListed(page), connection.space);
  }
}

/**
 * Stops before pages are taken for gone that are too many to vanish by themselves.
 * @throws RemovalsHeldError with the number to accept
 */
function holdRemovals(absent: readonly KnownPage[], present: number, accepted: number | null): void {
  const ceiling = Math.max(removalsWithoutQuestion, Math.floor((present + absent.length) * removalShare));
  if (absent.length <= Math.max(ceiling, accepted ?? 0)) return;
  const named = absent.slice(0, 3).map(({ envelope }) => `"${envelope.title}" (${envelope.pageId})`);
  const more = absent.length > named.length ? ` and ${absent.length - named.length} more` : "";
  throw new RemovalsHeldError(
    `${absent.length} of ${present + absent.length} pages are no longer listed, more than the ${ceiling} that one run takes for granted: ${named.join(", ")}${more}. Nothing of this source was changed. See that the account may still read the space; if the pages are really gone, run again with --accept-removals ${absent.length}`,
  );
}

/** Whether a space was moved to another wiki or imported anew: most of what is missing is there under another id. */
function isMigration(absent: readonly KnownPage[], matches: readonly Match[]): boolean {
  return matches.length > 0 && matches.length * 2 >= absent.length;
}
