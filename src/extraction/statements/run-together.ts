import type { Block } from "../../pages/document.ts";
import { type RunTogetherRow, runTogetherRows } from "../group-tables.ts";
import type { Sentence } from "../sentences.ts";
import type { PageView } from "../view.ts";

export interface LastCell {
  /** The group that the row names. */
  readonly group: string;
  readonly sentence: Sentence;
}

/** So long is a cell that says how a group stands. */
const longestCell = 120;

/** "…the shores.Moved to inactive status in March": the last cell of each row of a table of groups that lost its cells, by block. */
export function lastCells(view: PageView): ReadonlyMap<Block, readonly LastCell[]> {
  return new Map([...runTogetherRows(view)].map(([block, rows]) => [block, rows.flatMap(lastCellOf)]));
}

/** A joint of two cells: a capital without a blank behind the end of a word or a sentence. */
function lastCellOf({ group, rest, restStart }: RunTogetherRow): LastCell[] {
  const tail = rest.trimEnd().slice(-longestCell);
  const joint = [...tail.matchAll(/[\p{Ll}.!?)](?=\p{Lu}\p{Ll})/gu)].at(-1);
  if (!joint) return [];
  const start = joint.index + 1;
  return [{ group: group.name, sentence: { text: tail.slice(start), start: restStart + rest.trimEnd().length - tail.length + start } }];
}
