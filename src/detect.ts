import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openExisting } from "./archive/index.ts";
import { communityOf, hooksOf, policyOf } from "./backfill.ts";
import { type Config, redactionKey } from "./config/index.ts";
import { ingest, type RunHooks } from "./pipeline.ts";
import { rememberedGroups } from "./run/declared-groups.ts";
import { rememberedFormerUrls } from "./run/former-addresses.ts";
import type { RunReport } from "./run-report.ts";

export interface DetectOptions extends RunHooks {
  readonly archive: string;
  /** What is declared about groups; null for nothing. */
  readonly config: Config | null;
  /** Default: the archive's own. One before that is a replay of the past, which leaves the archive alone. */
  readonly asOf: string | null;
  /** Where a replay is written, as an archive of its own; null for nowhere. */
  readonly out: string | null;
  readonly dryRun: boolean;
}

/** Whether a day lies before the archive's own. */
export async function isReplay({ archive, asOf }: Pick<DetectOptions, "archive" | "asOf">): Promise<boolean> {
  const { asOf: own = "" } = (await openExisting(archive)).root() ?? {};
  return asOf !== null && asOf < own;
}

/**
 * Looks for changes in what an archive holds, and adds and corrects them; nothing is read from anywhere else.
 * @throws InputError where the folder holds no archive
 */
export async function detect(options: DetectOptions): Promise<RunReport> {
  const { archive, config, asOf, dryRun } = options;
  return ingest({
    command: "detect",
    archive,
    title: null,
    sources: () => [],
    policy: policyOf(config),
    ...(await communityOf(config)),
    asOf,
    redactionKey: redactionKey(),
    dryRun,
    ...hooksOf(options),
  });
}

/**
 * What the archive would have told on a day of the past: its pages as they were then, as far as that is known, and what follows from them. `use` gets the
 * folder of an archive of that day, which is gone afterwards where the options do not say where to write it.
 */
export async function replay<T>(
  options: DetectOptions & { readonly asOf: string },
  use: (folder: string, report: RunReport) => Promise<T>,
): Promise<T> {
  const { archive, config, asOf, out } = options;
  const { pastOf } = await import("./run/past.ts");
  const reader = await openExisting(archive);
  const temporary = out === null ? await mkdtemp(join(tmpdir(), "minutebook-replay-")) : null;
  const folder = out ?? join(temporary ?? "", "archive");
  try {
    const report = await ingest({
      command: "detect",
      archive: folder,
      title: reader.root()?.title ?? null,
      sources: () => [pastOf(reader, asOf)],
      reads: [archive],
      policy: policyOf(config),
      groups: await rememberedGroups(reader),
      formerUrls: await rememberedFormerUrls(reader),
      ...(await communityOf(config)),
      asOf,
      knownBy: asOf,
      redactionKey: redactionKey(),
      dryRun: false,
      ...hooksOf(options),
    });
    return await use(folder, report);
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  }
}
