import type { GroupKind, GroupStatus } from "../records/index.ts";
import type { GroupMention, Witness } from "./facts.ts";
import { abbreviationIn, bareGroupName } from "./group-names.ts";
import type { PageView } from "./view.ts";

export interface MentionContext {
  readonly view: PageView;
  readonly strength: GroupMention["strength"];
  readonly rule: string;
  readonly quote: string | null;
  readonly heading: string | null;
  readonly href: string | null;
  readonly text?: string;
  readonly status?: GroupStatus | null;
}

/** A group as one place of a page names it. */
export function mention(raw: string, kind: GroupKind, context: MentionContext): GroupMention {
  const abbreviation = abbreviationIn(raw);
  const number = numberOf(raw, context.view);
  const text = context.text ?? raw;
  const witness: Witness = { quote: context.quote, heading: context.heading, rule: context.rule };
  return {
    name: bareGroupName(raw.replace(context.view.words.titles.archived, " ")),
    aliases: [abbreviation, number].flatMap((alias) => (alias === null || isBareKind(alias, context.view) ? [] : [alias])),
    kind,
    href: context.href,
    strength: context.strength,
    status: context.status ?? statusIn(text, context.view),
    witness,
  };
}

/** "Tide Special Interest Group (SIG)" abbreviates the kind, not the name. */
export function isBareKind(alias: string, view: PageView): boolean {
  return view.words.groupKinds.some(([, pattern]) => alias.replace(pattern, "") === "");
}

/** "WP3 Early Warning" is called WP3 as well. */
function numberOf(raw: string, view: PageView): string | null {
  const number = view.words.groups.numbered.exec(raw);
  return number?.index === 0 && number[0].length < raw.length ? number[0] : null;
}

/** A state that stands with the name itself: "(Archived)", "INACTIVE". */
function statusIn(text: string, view: PageView): GroupStatus | null {
  const { marks, titles } = view.words;
  if (marks.archived.test(text) || (titles.archived.test(text) && marks.saysArchive.test(text))) return "archived";
  return titles.archived.test(text) || marks.inactive.test(text) ? "inactive" : null;
}

/** The state that a field or a cell says. */
export function stateWord(text: string, view: PageView): GroupStatus | null {
  if (view.words.marks.notYet.test(text)) return null;
  return view.words.states.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
