import type { ConfluenceSourceConfig } from "../../config/index.ts";
import type { Patience } from "../../http/client.ts";
import { documentFromBody, storageContextOf } from "../../pages/from-body.ts";
import type { Redactor, SourcePage } from "../types.ts";
import { Connector } from "./connect.ts";
import { Envelopes } from "./envelope.ts";
import { nothingTold } from "./extras.ts";
import { NameBook } from "./names.ts";
import { PageTree } from "./tree.ts";
import type { FetchedPage, ListedPage, Wiki, WikiSpace } from "./types.ts";

/** What a first look at a space gives, for a handful of requests. */
export interface Survey {
  readonly flavour: Wiki["flavour"];
  readonly space: WikiSpace;
  /** The home page with its body, the others with what the listing tells of them alone. */
  readonly pages: readonly Pick<SourcePage, "envelope" | "document">[];
  /** Whether there are more pages than were listed. */
  readonly isCut: boolean;
}

/** Four to five requests where 200 or 250 come with each. */
const mostListed = 1000;

/**
 * Looks at a space: its list of pages as far as it is cheap, and its home page.
 * @throws SourceError and ConfigError as a run would
 */
export async function surveyConfluence(config: ConfluenceSourceConfig, redact: Redactor, patience: Patience = {}): Promise<Survey> {
  const { wiki, space, http } = await new Connector(config, () => undefined, patience).find();
  try {
    const listed: ListedPage[] = [];
    // Pages for readers are listed a branch at a time: more than a first look is worth.
    if (wiki.flavour !== "pages") for await (const page of wiki.listing(space, new Map())) if (listed.push(page) >= mostListed) break;
    const home = await homePage(wiki, space, listed);
    const clean = (text: string): string => redact(text, "plain").text;
    const tree = new PageTree(clean);
    tree.addListed(home === null ? listed : [home, ...listed]);
    const names = new NameBook(wiki, clean);
    const envelopes = new Envelopes({ source: config.id, siteUrl: wiki.siteUrl, space, names, tree, redact });
    const told = { extras: nothingTold, hashes: new Map<string, string>(), comments: null };
    const unread = listed
      .filter(({ pageId }) => pageId !== home?.pageId)
      .map((page): FetchedPage => ({ ...page, form: "view.html", body: "" }));
    const pages = [...(home === null ? [] : [home]), ...unread].map((page) => {
      const envelope = envelopes.ofFetched(page, undefined, told);
      const body = redact(page.body, "html").text;
      return { envelope, document: documentFromBody(body, page.form, storageContextOf(envelope)) };
    });
    return { flavour: wiki.flavour, space, pages, isCut: listed.length >= mostListed };
  } finally {
    http.close();
  }
}

async function homePage(wiki: Wiki, space: WikiSpace, listed: readonly ListedPage[]): Promise<FetchedPage | null> {
  const id = space.homePageId;
  if (id === null) return null;
  const page = listed.find(({ pageId }) => pageId === id) ?? unlisted(id, space);
  return wiki.page(page);
}

function unlisted(pageId: string, space: WikiSpace): ListedPage {
  return {
    pageId,
    type: "page",
    title: space.name ?? space.key,
    status: "current",
    version: null,
    createdAt: null,
    createdBy: null,
    modifiedAt: null,
    modifiedBy: null,
    parentId: null,
    labels: null,
  };
}
