import { acceptedGroup } from "../accepted-proposals.ts";
import { type PageView, quoteOf } from "../view.ts";
import { endedLists } from "./about-lists.ts";
import { dateInSentence, groupsInSentence, headingAt, type PageTime } from "./context.ts";
import { statement } from "./statement.ts";
import type { StatementFacts } from "./types.ts";

/** What a page tells as a whole: by its title, as a proposal that was accepted, or of all the entries of a list. */
export function statementsOfPage(view: PageView, time: PageTime): StatementFacts[] {
  return [...titleStatements(view), ...acceptedStatements(view, time), ...listStatements(view)];
}

/** "Sand Subgroup (Archived)": the page's own title says that its group ended. */
function titleStatements(view: PageView): StatementFacts[] {
  if (!view.words.titles.ended.test(view.page.title)) return [];
  const groups = groupsInSentence(view.page.title, view.words).names;
  if (groups.length === 0) return [];
  return [
    statement(
      { type: "group.inactive", isState: true },
      {
        groups,
        all: false,
        own: true,
        part: false,
        at: null,
        dated: false,
        rule: "marked in the title",
        quote: view.page.title,
        heading: null,
      },
    ),
  ];
}

/** "These groups have been archived", over a list of them. */
function listStatements(view: PageView): StatementFacts[] {
  return endedLists(view).flatMap(({ sentence, index, names }) =>
    names.length === 0
      ? []
      : [
          statement(
            { type: "group.inactive", isState: true },
            {
              groups: names,
              all: true,
              own: false,
              part: false,
              at: null,
              dated: false,
              rule: "said of a list",
              quote: quoteOf(sentence),
              heading: headingAt(index, view),
            },
          ),
        ],
  );
}

/** A proposal that was accepted: its group came to be. */
function acceptedStatements(view: PageView, time: PageTime): StatementFacts[] {
  const accepted = acceptedGroup(view);
  if (accepted === null) return [];
  const at = dateInSentence(accepted.said, time, view);
  const setting = { groups: [accepted.name], all: false, own: false, part: false, at, dated: at !== null, heading: null };
  return [statement({ type: "group.created" }, { ...setting, rule: "accepted proposal", quote: quoteOf(accepted.said) })];
}
