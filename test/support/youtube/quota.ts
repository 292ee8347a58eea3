import { Refused } from "./api/errors.ts";

/** How an answer says that the day's units are spent. `per-day` came with Google's newer quotas: a 429 that only its text tells from being too fast. */
export type QuotaForm = "quotaExceeded" | "dailyLimitExceeded" | "per-day";

const searchCost = 100;

/** What a request costs: https://developers.google.com/youtube/v3/determine_quota_cost. All of the `list` methods here cost one. */
export function costOf(path: string): number {
  if (!path.startsWith("/youtube/v3/")) return 0;
  return path === "/youtube/v3/search" ? searchCost : 1;
}

/** The units of a project's day. */
export class Quota {
  readonly #most: number;
  readonly #form: QuotaForm;
  #spentToday = 0;
  #spent = 0;

  constructor(most: number, form: QuotaForm) {
    this.#most = most;
    this.#form = form;
  }

  /** Since the start. */
  get spent(): number {
    return this.#spent;
  }

  spend(units: number): void {
    if (this.#spentToday + units > this.#most) throw this.#refused();
    this.#spentToday += units;
    this.#spent += units;
  }

  /** Midnight in California. */
  startDay(): void {
    this.#spentToday = 0;
  }

  #refused(): Refused {
    switch (this.#form) {
      case "quotaExceeded": {
        const message =
          'The request cannot be completed because you have exceeded your <a href="/youtube/v3/getting-started#quota">quota</a>.';
        return new Refused({ status: 403, message, domain: "youtube.quota", reason: "quotaExceeded" });
      }
      case "dailyLimitExceeded": {
        const message = "Daily Limit Exceeded. The quota will be reset at midnight Pacific Time (PT).";
        return new Refused({ status: 403, message, domain: "usageLimits", reason: "dailyLimitExceeded" });
      }
      case "per-day":
        return tooMany("Queries per day", "1/d/{project}", {});
    }
  }
}

/** A 429 of Google's quotas. */
export function tooMany(limit: string, unit: string, headers: Readonly<Record<string, string>>): Refused {
  return new Refused({
    status: 429,
    message: `Quota exceeded for quota metric 'Queries' and limit '${limit}' of service 'youtube.googleapis.com' for consumer 'project_number:100000000001'.`,
    domain: "global",
    reason: "rateLimitExceeded",
    rpcStatus: "RESOURCE_EXHAUSTED",
    detail: "RATE_LIMIT_EXCEEDED",
    metadata: { quota_metric: "youtube.googleapis.com/default", quota_unit: unit },
    headers,
  });
}
