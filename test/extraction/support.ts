import { type PageFacts, readFacts } from "../../src/extraction/index.ts";
import { documentFromHtml } from "../../src/pages/from-html.ts";
import { documentFromMarkdown } from "../../src/pages/from-markdown.ts";
import { parseHtml } from "../../src/pages/parse-html.ts";
import type { RawEnvelope } from "../../src/pages/raw.ts";

export function envelope(over: Partial<RawEnvelope> = {}): RawEnvelope {
  return {
    source: "export",
    space: "DUNE",
    spaceName: "Dune SIG",
    pageId: "1001",
    pageIdBasis: null,
    file: "Page_1001.html",
    title: "A page",
    isHome: false,
    parents: [],
    createdBy: null,
    createdOn: null,
    modifiedBy: null,
    modifiedOn: null,
    modifiedAt: null,
    version: null,
    status: "current",
    labels: [],
    url: null,
    commentCount: null,
    attachments: [],
    form: "export.md",
    losses: [],
    ...over,
  };
}

/** The facts of a page written in Markdown. */
export function factsOf(markdown: string, over: Partial<RawEnvelope> = {}): PageFacts {
  return readFacts(envelope(over), documentFromMarkdown(markdown));
}

/** The facts of a page written in HTML, where tables keep their cells. */
export function factsOfHtml(html: string, over: Partial<RawEnvelope> = {}): PageFacts {
  return readFacts(envelope({ form: "export.html", ...over }), documentFromHtml(parseHtml(html).children, { flattensTables: false }));
}

/** What the sentences of a page tell, people by their names. */
export function statementsOf(markdown: string, over: Partial<RawEnvelope> = {}) {
  return factsOf(markdown, over).statements.map((statement) => ({
    ...statement,
    from: statement.from.map((person) => person.name),
    to: statement.to.map((person) => person.name),
  }));
}

export const meetingsBelow = [{ title: "General Meetings", href: null, pageId: null }];
