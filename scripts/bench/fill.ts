import type { Block, Form, Space } from "./blocks.ts";
import { bodyOf } from "./bodies.ts";
import type { Draft } from "./plan.ts";
import type { Random } from "./random.ts";

export interface FilledBlock {
  readonly block: Block;
  /** In the form by which the page was measured. */
  readonly text: string;
}

/** The blocks of a page whose file is to have `draft.bytes` in a form: rather too few than more by over half a block. */
export function blocksWithin(random: Random, draft: Draft, form: Form, space: Space): FilledBlock[] {
  const { kind, frame, group, day, children } = draft;
  const blocks: FilledBlock[] = [];
  let length = form.file(frame, "", space).length;
  for (const block of bodyOf({ random, kind, frame, group: group.name, people: group.people, day, children })) {
    const text = form.block(block, frame);
    if (blocks.length > 1 && length + text.length / 2 > draft.bytes) break;
    blocks.push({ block, text });
    length += text.length;
  }
  return blocks;
}
