import type { Credentials } from "./credentials.ts";
import type { HostLimits } from "./host-gate.ts";
import type { Headers } from "./retry.ts";

export interface HttpOptions {
  readonly credentials: Credentials;
  readonly limits: HostLimits;
  readonly allowPrivateHost: boolean;
  /** Told to servers: a name, a version and an address where a person can read who asks. */
  readonly userAgent: string;
  /** The most requests of this run, those that are asked again included; null for no limit. */
  readonly mostRequests: number | null;
  readonly signal?: AbortSignal;
  /** Chance and waiting, for tests. */
  readonly random?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

export type Patience = Pick<HttpOptions, "signal" | "random" | "wait">;

export interface Answer {
  /** Where the answer came from, redirects followed. */
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** Empty where bytes were asked for. */
  readonly body: string;
  readonly bytes: Buffer | null;
}

/** A question whose refusals its asker reads: what they mean stands in their bodies. */
export interface Exchange {
  readonly url: string;
  readonly accept: string;
  /** Sent as a form. */
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Default: `POST` where something is sent, else `GET`. */
  readonly method?: "GET" | "POST" | "PATCH";
  /** False where asking twice would do it twice: it is asked again only where the server says that it did nothing. */
  readonly isRepeatable?: boolean;
  /** Whether an answer with a good status is whole. */
  readonly isWhole: (answer: Answer) => boolean;
  /** Whether a refusal passes by itself; `null` where its status tells. */
  readonly passes: (answer: Answer) => boolean | null;
}
