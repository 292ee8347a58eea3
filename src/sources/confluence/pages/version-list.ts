import { parsePageLink } from "../../../pages/links.ts";
import { loadHtml, textOf } from "./html.ts";

/** Number → id of the page that shows it, for the older versions in `viewpreviousversions.action`: each has an id that nothing else tells. */
export function extractVersions(html: string): Map<number, string> {
  const $ = loadHtml(html);
  const found = new Map<number, string>();
  for (const link of $("#page-history-container td a[href]").toArray()) {
    const number = /^v\. ?(\d{1,6})$/i.exec(textOf(link))?.[1];
    const target = parsePageLink(link.attribs.href ?? "");
    if (number !== undefined && target?.by === "id") found.set(Number(number), target.pageId);
  }
  return found;
}
