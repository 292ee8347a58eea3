import { InputError } from "../errors.ts";
import type { Document } from "./document.ts";
import { documentFromHtml } from "./from-html.ts";
import { documentFromMarkdown } from "./from-markdown.ts";
import { parseHtml } from "./parse-html.ts";
import type { BodyForm } from "./raw.ts";

/**
 * The document of a body as the raw store keeps it.
 * @throws InputError for a form that this version cannot read
 */
export function documentFromBody(body: string, form: BodyForm): Document {
  switch (form) {
    case "export.html":
    case "view.html":
      return documentFromHtml(parseHtml(body).children, { flattensTables: false });
    case "export.md":
      return documentFromMarkdown(body);
    default:
      throw new InputError(`cannot read a body in the form ${form}: expected export.html, view.html or export.md`);
  }
}
