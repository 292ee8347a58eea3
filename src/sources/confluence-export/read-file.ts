import { type HtmlFile, readHtmlFile } from "./html-page.ts";
import type { PageFolder } from "./layout.ts";
import { readMarkdownFile } from "./markdown-page.ts";

export function readFile(text: string, file: string, form: PageFolder["form"], spaceName: string | null): HtmlFile {
  return form === "html" ? readHtmlFile(text, file, spaceName) : readMarkdownFile(text, file, spaceName);
}

/** Whether a file may be a page or a list of pages of an export: what cannot be one is not read any further. */
export function looksExported(text: string): boolean {
  return /main-content|wiki-content|pagebody|title-text|pagetitle|pageSection|Available Pages|^# |^={2,}[ \t]*$/m.test(text);
}
