import type { RawVideo } from "../../pages/raw-video.ts";
import { type Availability, isGone } from "../../records/recording.ts";
import type { PlaylistEntry } from "./types.ts";

// Whether a video is still there. Pure.

/** What is known of a video that `videos.list` left out. */
export interface Omitted {
  readonly before: RawVideo | null;
  /** What the playlist shows in its place. */
  readonly placeholder: PlaylistEntry["placeholder"];
  /** Whether a complete listing named it. */
  readonly isListed: boolean;
  readonly isListingComplete: boolean;
  /** What an earlier complete run saw, where it was the first to see it gone. */
  readonly seenGone: { readonly value: Availability["value"]; readonly since: string } | null;
}

export type Verdict =
  /** Nothing agrees that it is gone: it may be a hiccup. */
  | { readonly kind: "doubtful" }
  /** No listing was complete that could say whether the playlist still has it. */
  | { readonly kind: "later" }
  /** As the archive has it. */
  | { readonly kind: "known" }
  /** For the first time: remembered, not told. */
  | { readonly kind: "first"; readonly value: Availability["value"] }
  | { readonly kind: "gone"; readonly availability: Availability };

/**
 * A video is gone where `videos.list` omits it and a second sign agrees: a placeholder in the playlist, or a complete listing that does not name
 * it any more. One run may be wrong, so it is told when two complete runs say the same; `since` is the day of the first.
 */
export function judgeOmitted({ before, placeholder, isListed, isListingComplete, seenGone }: Omitted): Verdict {
  const isUnlisted = isListingComplete && !isListed;
  if (placeholder === null && !isUnlisted) return { kind: isListed ? "doubtful" : "later" };
  // Uploads of a channel leave out what is private and what is deleted alike: which of both it was, nothing tells.
  const value = placeholder ?? "unknown";
  if (before && isGone(before.availability) && (value === "unknown" || before.availability.value === value)) return { kind: "known" };
  if (seenGone === null) return { kind: "first", value };
  return { kind: "gone", availability: { value, since: seenGone.since } };
}

/** Of a video that is shown: a day only where it was otherwise before. */
export function availabilityShown(before: RawVideo | null, value: Availability["value"], asOf: string): Availability {
  if (before === null || (before.availability.value === "unknown" && before.availability.since === null)) return { value, since: null };
  return before.availability.value === value ? before.availability : { value, since: asOf };
}
