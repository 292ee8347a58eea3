import type { ChangeType } from "../../records/index.ts";
import type { ChangeEvent, Inference } from "../types.ts";
import type { Named } from "./types.ts";

/** A change that no page tells of. */
export function inferredEvent(type: ChangeType, group: Named, at: string | null, inferred: Inference): ChangeEvent {
  return {
    type,
    group: group.id,
    groupName: group.name,
    at,
    from: [],
    to: [],
    fromRole: null,
    toRole: null,
    fromText: null,
    toText: null,
    witnesses: [],
    inferred: at === null ? inferred : { ...inferred, day: at },
  };
}
