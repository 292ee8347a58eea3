import { linesOf } from "../pages/document.ts";
import type { PageView } from "./view.ts";

const topBlocks = 12;

/** A line says outright that this meeting did not take place. */
export function isDeclaredCanceled(view: PageView): boolean {
  const { notHeld, notHeldOnTop } = view.words;
  return view.document.blocks.some(
    (block, index) =>
      block.type !== "table" &&
      block.text.length <= 200 &&
      linesOf(block).some((line) => notHeld.test(line.text) || (index < topBlocks && notHeldOnTop.test(line.text))),
  );
}

/** A short line near the top says that the meeting did not take place. */
export function isCanceled(view: PageView): boolean {
  const { cancels, titles } = view.words;
  const { canceled } = titles;
  if (canceled.test(view.page.title) || isDeclaredCanceled(view)) return true;
  const lead = view.document.blocks.slice(0, topBlocks);
  // "Release 1.0 postponed by two weeks" cancels no meeting.
  return lead.some(
    (block) =>
      block.text.length <= 160 && canceled.test(block.text) && cancels.aMeeting.test(block.text) && !cancels.another.test(block.text),
  );
}
