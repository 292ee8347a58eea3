import type { ConfluenceSourceConfig } from "../../../src/config/index.ts";
import type { SourceContext } from "../../../src/sources/types.ts";

/** What a source is told in a run over an empty archive, on 1 May 2024. */
export function emptyContext(): SourceContext {
  return {
    redact: (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }),
    asOf: "2024-05-01",
    full: false,
    acceptRemovals: null,
    mostRequests: null,
    knownPages: async () => [],
    pagesElsewhere: async () => [],
    knownVideo: async () => null,
    knownPlaylist: async () => null,
    spentAccounts: new Set(),
    stateOf: async () => null,
    kindOf: async () => null,
    hasVersion: async () => false,
  };
}

/** A living wiki as a configuration has it that says nothing but where it is, at a pace for tests. */
export function confluenceSettings(
  over: Pick<ConfluenceSourceConfig, "baseUrl" | "space"> & Partial<ConfluenceSourceConfig>,
): ConfluenceSourceConfig {
  const limits = over.limits ?? { concurrency: 4, requestsPerSecond: 1000 };
  return {
    id: "wiki",
    type: "confluence",
    formerBaseUrls: [],
    auth: { kind: "none" },
    limits,
    pageLimits: limits,
    fullListingDays: 7,
    attachments: "none",
    attachmentLimits: { fileMegabytes: null, runMegabytes: null },
    comments: false,
    allowPrivateHost: true,
    license: null,
    attribution: null,
    ...over,
  };
}
