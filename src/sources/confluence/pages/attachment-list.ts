import type { Element } from "domhandler";
import { downloadUrl } from "../search.ts";
import type { ListedAttachment } from "../types.ts";
import { firstBelow, hasClass, idOrNull, isLink, loadHtml, nextOf, textOf } from "./html.ts";

export interface AttachmentPiece {
  readonly attachments: readonly ListedAttachment[];
  readonly next: string | null;
}

/** One piece of `viewpageattachments.action`. Sizes are rounded there ("12 kB"), and so not told. */
export function extractAttachments(html: string, siteUrl: string): AttachmentPiece {
  const $ = loadHtml(html);
  const attachments: ListedAttachment[] = [];
  for (const row of $("tr[id^='attachment-'], tr[data-attachment-id]").toArray()) {
    const link = firstBelow(row, isFileLink);
    const id = idOrNull(row.attribs["data-attachment-id"] ?? /^attachment-(\d+)$/.exec(row.attribs.id ?? "")?.[1] ?? null);
    const name = row.attribs["data-attachment-filename"] ?? textOf(link);
    if (id === null || name === "") continue;
    const mediaType = link?.attribs["data-mime-type"] ?? null;
    attachments.push({ id, name, mediaType, url: downloadUrl(link?.attribs.href, siteUrl), bytes: null });
  }
  return { attachments, next: nextOf($) };
}

function isFileLink(element: Element): boolean {
  return isLink(element) && (hasClass(element, "filename") || element.attribs.href?.includes("/download/attachments/") === true);
}
