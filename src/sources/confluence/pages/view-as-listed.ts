import type { ListedPage } from "../types.ts";
import type { ViewPage } from "./view-page.ts";

/** What a page tells of itself. Pages print days alone: no instant is made of them. `parentId` counts where the page does not name its parent. */
export function asListed(view: ViewPage, parentId: string | null): ListedPage {
  const { version, createdBy, createdOn, modifiedBy, modifiedOn } = view.history;
  return {
    pageId: view.pageId,
    type: view.type,
    title: view.title,
    status: "current",
    version,
    createdAt: null,
    createdBy,
    createdOn,
    modifiedAt: null,
    modifiedBy,
    modifiedOn,
    parentId: view.parentId ?? parentId,
    labels: view.labels,
  };
}
