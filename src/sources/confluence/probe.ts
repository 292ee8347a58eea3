import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { SourceError } from "../../errors.ts";
import type { Patience } from "../../http/client.ts";
import type { Probe, Trouble } from "../types.ts";
import { type Connection, Connector } from "./connect.ts";
import type { Wiki } from "./types.ts";

const flavours: Readonly<Record<Wiki["flavour"], string>> = {
  cloud: "Confluence Cloud (REST v2)",
  server: "Confluence Data Center or Server (REST v1)",
  pages: "public pages of a Confluence whose REST is closed",
};

/**
 * Finds out, in a few requests, what a run would find out first: what the wiki speaks, whether the credentials are good, whether the space is seen,
 * and whether it is searched.
 * @throws SourceError and ConfigError as a run would
 */
export async function probeConfluence(config: ConfluenceSourceConfig, patience: Patience = {}): Promise<Probe> {
  const connection = await new Connector(config, () => undefined, patience).find();
  const { wiki, space, http } = connection;
  try {
    const who = config.auth.kind === "none" ? "as anybody may" : `with ${config.auth.kind === "basic" ? "e-mail and token" : "a token"}`;
    const troubles = [...troublesOf(config, connection), ...(await searchTrouble(connection))];
    return {
      found: `${flavours[wiki.flavour]}, space ${space.key}${space.name === null ? "" : ` "${space.name}"`}, read ${who}`,
      troubles,
      clockAheadMs: http.told.clockAheadMs,
    };
  } finally {
    http.close();
  }
}

function troublesOf(config: ConfluenceSourceConfig, { wiki, http }: Connection): Trouble[] {
  const troubles: Trouble[] = [];
  if (config.auth.kind !== "none" && http.told.isLoginFailed)
    troubles.push({
      weight: "fail",
      message: "the wiki takes the credentials for wrong and answers as to anybody",
      remedy: "make a new token, and set the environment variables that the configuration names",
    });
  if (wiki.flavour === "pages")
    troubles.push({
      weight: "warn",
      message: "REST is refused to anonymous readers: public pages tell days in place of times, and are read slowly",
      remedy: 'give an account under "auth" if there is one',
    });
  return troubles;
}

/** Some instances close the search alone. An instant to come finds nothing, which is what it costs. */
async function searchTrouble({ wiki, space }: Connection): Promise<Trouble[]> {
  try {
    await wiki.newAttachments(space, "2999-01-01T00:00:00.000Z", () => false);
    return [];
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return [
      {
        weight: "warn",
        message: `the search does not answer (${error.message})`,
        remedy: "the token needs the scope to search content; without it labels and files of pages that did not change may be older",
      },
    ];
  }
}
