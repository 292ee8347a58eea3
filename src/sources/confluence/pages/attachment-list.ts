import { downloadUrl } from "../search.ts";
import type { ListedAttachment } from "../types.ts";
import { idOrNull, loadHtml, nextOf, textOf } from "./html.ts";

export interface AttachmentPiece {
  readonly attachments: readonly ListedAttachment[];
  readonly next: string | null;
}

/** One piece of `viewpageattachments.action`. Sizes are rounded there ("12 kB"), and so not told. */
export function extractAttachments(html: string, siteUrl: string): AttachmentPiece {
  const $ = loadHtml(html);
  const attachments: ListedAttachment[] = [];
  for (const row of $("tr[id^='attachment-']").toArray()) {
    const link = $(row).find("a.filename, a[href*='/download/attachments/']").first();
    const id = idOrNull(row.attribs["data-attachment-id"] ?? /^attachment-(\d+)$/.exec(row.attribs.id ?? "")?.[1] ?? null);
    const name = row.attribs["data-attachment-filename"] ?? textOf(link.get(0));
    if (id === null || name === "") continue;
    const mediaType = link.attr("data-mime-type") ?? null;
    attachments.push({ id, name, mediaType, url: downloadUrl(link.attr("href"), siteUrl), bytes: null });
  }
  return { attachments, next: nextOf($) };
}
