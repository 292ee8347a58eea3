import type { Document } from "../pages/document.ts";
import type { RawPage } from "../pages/raw.ts";
import type { Redacted, TextForm } from "../pages/redaction/index.ts";

/** Takes secrets out of source text before anything else sees it. */
export type Redactor = (text: string, form: TextForm) => Redacted;

/** Something of a source that was left out, with the reason and what to do. */
export interface Skip {
  readonly file: string;
  /** `fault`: it should have been readable, the run is done in part; `note`: left out on purpose. */
  readonly weight: "fault" | "note";
  readonly reason: string;
}

/** A page as a source gives it: redacted, its wrapper taken off, parsed once. */
export interface SourcePage extends RawPage {
  readonly document: Document;
  /** Day on which the source wrote down this state, where the page itself says so. */
  readonly observedOn: string | null;
}

export interface ListedSpace {
  readonly key: string;
  readonly name: string | null;
}

/** What a source is about to give. `count` is the number of files or pages that will be read. */
export interface Listing {
  readonly space: ListedSpace;
  /** The other spaces, where the source holds several. */
  readonly others?: readonly ListedSpace[];
  readonly count: number;
  /** Day on which the source's state was made (export) or read (live), `2024-11-26`, or null where it does not say. */
  readonly asOf: string | null;
  readonly url: string | null;
}

/** A place that pages come from. Reads only; never writes, never extracts. */
export interface Source {
  readonly id: string;
  readonly type: string;
  /** @throws InputError where nothing of the source is readable */
  open(): Promise<Listing>;
  /** Pages one by one in a fixed order; what cannot be read comes as a `Skip`. */
  pages(): AsyncIterable<SourcePage | Skip>;
  close(): Promise<void>;
}

export function isSkip(item: SourcePage | Skip): item is Skip {
  return "reason" in item;
}
