import type { FetchedPage, ListedPage } from "../../../src/sources/confluence/types.ts";
import type { KnownPage } from "../../../src/sources/types.ts";

/** A page as a listing shows it. */
export function listedPage(over: Partial<ListedPage> = {}): ListedPage {
  return {
    pageId: "5004",
    type: "page",
    title: "Lamp Care",
    status: "current",
    version: 3,
    createdAt: "2024-02-01T12:00:00.000Z",
    createdBy: null,
    modifiedAt: "2024-03-01T12:00:00.000Z",
    modifiedBy: null,
    parentId: null,
    labels: [],
    ...over,
  };
}

export function fetchedPage(body: string, over: Partial<ListedPage> = {}): FetchedPage {
  return { ...listedPage(over), form: "storage.xml", body };
}

/** The same page as the archive has it. */
export function knownPage(over: Partial<KnownPage["envelope"]> = {}): KnownPage {
  const envelope: KnownPage["envelope"] = {
    source: "wiki",
    space: "LAN",
    spaceName: "Lantern Guild",
    pageId: "5004",
    pageIdBasis: null,
    file: null,
    title: "Lamp Care",
    isHome: false,
    parents: [],
    createdBy: null,
    createdOn: "2024-02-01",
    modifiedBy: null,
    modifiedOn: "2024-03-01",
    modifiedAt: "2024-03-01T12:00:00.000Z",
    version: 3,
    status: "current",
    labels: [],
    url: null,
    commentCount: 0,
    attachments: [],
    form: "storage.xml",
    losses: [],
    ...over,
  };
  return { id: `pages/${envelope.space}/${envelope.pageId}`, envelope };
}
