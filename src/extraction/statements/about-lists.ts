import { linesOf } from "../../pages/document.ts";
import { bareGroupName } from "../group-names.ts";
import { sentencesOf } from "../sentences.ts";
import type { PageView } from "../view.ts";

/** What a sentence says of all the entries of a list below it: "These groups have been archived." */
export interface SaidOfList {
  readonly sentence: string;
  /** Index of the block that holds the sentence. */
  readonly index: number;
  /** The entries, as far as they can be names. */
  readonly names: readonly string[];
}

/** So many blocks behind the sentence its list may begin. */
const reach = 4;

/** The sentences of a page that end all groups of the list that follows, each with the entries of that list. */
export function endedLists(view: PageView): SaidOfList[] {
  const { blocks } = view.document;
  return blocks.flatMap((block, index) => {
    if (block.type !== "paragraph" || block.text.length > 2_000) return [];
    const said = sentencesOf(block.text).find(
      ({ text }) => view.words.changes.theseEnded.test(text) && !view.words.changes.noChange.test(text),
    );
    return said ? [{ sentence: said.text, index, names: namesBelow(index, view) }] : [];
  });
}

function namesBelow(index: number, view: PageView): string[] {
  const { blocks } = view.document;
  const first = blocks.findIndex((block, at) => at > index && block.type === "item");
  if (first < 0 || first - index > reach) return [];
  const names: string[] = [];
  for (const block of blocks.slice(first)) {
    if (block.type !== "item") break;
    const [line] = linesOf(block);
    const link = block.spans.find((span) => span.kind === "link" && span.start === 0);
    const name = bareGroupName(link ? block.text.slice(0, link.end) : (line?.text.split(/\s[–—-]\s|:\s/)[0] ?? ""));
    if (name.length > 2 && name.length < 80) names.push(name);
  }
  return names;
}
