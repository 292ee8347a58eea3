import { type Block, linesOf, type RichText } from "../pages/document.ts";
import type { Role } from "../records/index.ts";
import type { TermFacts } from "./facts.ts";
import { bareGroupName, groupKindOf } from "./group-names.ts";
import { firstMatch } from "./lexicon/index.ts";
import { listedKind } from "./listed-groups.ts";
import { namesInLine, type PersonName } from "./people.ts";
import { roleIn } from "./roles.ts";
import { isPersonLine } from "./terms-of-names.ts";
import { type Labelled, type PageView, quoteOf } from "./view.ts";

/** A proposed group that came to be, and the text that says so. */
export interface Accepted {
  readonly name: string;
  readonly said: string;
}

/** The group that a proposal proposed, where the page says that it was accepted; else null. */
export function acceptedGroup(view: PageView): Accepted | null {
  const { titles, leaders } = view.words;
  const ofTitle = acceptedInTitle(view);
  if (ofTitle !== null) return ofTitle;
  if (!titles.proposedGroup.test(view.page.title) || titles.template.test(view.page.title)) return null;
  const name = bareGroupName(view.page.title.replace(titles.proposedGroup, " "));
  if (groupKindOf(name, view.words) === null) return null;
  const top = view.document.blocks.slice(0, 4).filter((block) => block.type !== "table" && block.text.length < 400);
  const said = top.find((block) => leaders.accepted.test(block.text) && !leaders.notAccepted.test(block.text))?.text;
  return said === undefined ? null : { name, said };
}

/** "Tides - Approved on May 3 2021" below "Working Group Proposals": the page above says what kind of group it is. */
function acceptedInTitle(view: PageView): Accepted | null {
  const { titles } = view.words;
  const { title, parents } = view.page;
  const named = bareGroupName(firstMatch(titles.approvedGroup, title)?.[1] ?? "");
  if (named === "") return null;
  if (groupKindOf(named, view.words) !== null) return { name: named, said: title };
  const above = parents.map((parent) => parent.title).filter((parent) => titles.proposals.test(parent));
  const listed = above.map((parent) => listedKind(parent.replace(titles.proposals, " "), view.words)).find((kind) => kind !== null);
  return listed ? { name: `${named} ${listed.printed}`, said: title } : null;
}

/** Who was proposed to lead a group that came to be: its first leaders. */
export function termsOfAccepted(view: PageView): TermFacts[] {
  const group = acceptedGroup(view)?.name;
  if (group === undefined) return [];
  return view.labels.flatMap((label) => {
    const role = view.words.leaders.proposedOffice.test(label.folded) ? roleIn(label.folded, view) : null;
    return role === null ? [] : proposed(label, role, view).map((term) => ({ ...term, group }));
  });
}

type Proposed = Omit<TermFacts, "group">;

/** The names in the sentence of the proposal, and the lines of people right behind it. */
function proposed(label: Labelled, role: Role, view: PageView): Proposed[] {
  const found: Proposed[] = [];
  const lines = [...label.inline, ...label.blocks.slice(0, 6).flatMap((block) => textLines(block))];
  for (const line of lines) {
    const people = isPersonLine(line.text) ? namesInLine(line, "item", view.words) : namesInSentence(line, view);
    // The first line that names nobody behind one that does is about something else.
    if (people.length === 0 && found.length > 0) break;
    for (const person of people) {
      const witness = { quote: quoteOf(line.text), heading: label.isHeading ? label.label : null, rule: "accepted proposal" };
      found.push({ person, role, start: null, end: null, witness });
    }
  }
  return found;
}

function textLines(block: Block): RichText[] {
  return block.type === "paragraph" || block.type === "item" ? linesOf(block).filter((line) => line.text.trim() !== "") : [];
}

/** "Ann Lee and Bo Chen are proposed to serve as co-chairs.", "… has volunteered to serve as the initial chair: Ann Lee." */
function namesInSentence(line: RichText, view: PageView): PersonName[] {
  if (line.text.length > 400) return [];
  const names = firstMatch(view.words.leaders.whoIsProposed, line.text)?.[1];
  return names === undefined ? [] : namesInLine({ text: names, spans: [] }, "line", view.words);
}
