import type { Evidence } from "../records/index.ts";
import { inert, inertLink } from "./inert-text.ts";

/** The evidence that says something to a reader, that with words first. */
export function witnessesOf(evidence: readonly Evidence[]): Evidence[] {
  return [
    ...evidence.filter(({ quote }) => quote !== undefined),
    ...evidence.filter(({ quote, url }) => quote === undefined && url !== null),
  ];
}

/** The words, and the way to where they stand, in Markdown on one line. */
export function witnessInWords({ quote, url, heading }: Evidence): string {
  const place = heading ?? "source";
  const source = url === null && heading === undefined ? "" : inertLink(place, url);
  return `${quote === undefined ? "" : `“${inert(quote)}” `}${source}`.trimEnd();
}
