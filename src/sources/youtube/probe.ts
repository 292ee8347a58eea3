import type { YoutubeSourceConfig } from "../../config/index.ts";
import type { Patience } from "../../http/client.ts";
import type { Probe, Trouble } from "../types.ts";
import { Connection } from "./connect.ts";
import { feedLength } from "./feed.ts";
import { feedWanted, findPlaylist } from "./find.ts";
import { unitsFor } from "./types.ts";
import { wantedOf } from "./wanted.ts";

/**
 * Asks for the playlist alone: one quota unit, or one request for the feed.
 * @throws SourceError and ConfigError as a run would
 */
export async function probeYoutube(config: YoutubeSourceConfig, patience: Patience = {}): Promise<Probe> {
  const connection = new Connection(config, null, patience);
  try {
    const wanted = wantedOf(config);
    if (config.credentials.kind === "none") {
      const feed = await connection.feed(feedWanted(wanted, config.id));
      return {
        found: `public feed "${feed.title}", ${feed.entries.length} videos`,
        title: feed.title,
        troubles: [
          {
            weight: "warn",
            message: `without credentials the first ${feedLength} videos alone are read, without durations, and nothing is ever known to be lost`,
            remedy: 'make an API key (docs/youtube.md) and name its environment variable as "apiKey"',
          },
        ],
        clockAheadMs: connection.clockAheadMs(),
      };
    }
    const found = await findPlaylist(await connection.api(), wanted);
    const units = unitsFor(found.count ?? 0);
    const how = config.credentials.kind === "oauth" ? "OAuth" : "an API key";
    return {
      found: `${found.kind} "${found.title}", ${found.count ?? "an unknown number of"} videos, read with ${how}: about ${units} quota units a run of ${config.quotaUnits}`,
      title: found.title,
      troubles: unitsTrouble(units, config.quotaUnits),
      clockAheadMs: connection.clockAheadMs(),
    };
  } finally {
    connection.close();
  }
}

function unitsTrouble(units: number, quotaUnits: number): Trouble[] {
  if (units <= quotaUnits) return [];
  return [
    {
      weight: "warn",
      message: `a whole reading costs about ${units} quota units, and a run may spend ${quotaUnits}: only a whole one tells what was taken out`,
      remedy: `raise "quotaUnits" to ${units} or more (a project has 10,000 a day)`,
    },
  ];
}
