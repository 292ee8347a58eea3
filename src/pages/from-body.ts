import type { Document } from "./document.ts";
import { documentFromHtml } from "./from-html.ts";
import { documentFromMarkdown } from "./from-markdown.ts";
import { parseHtml, parseStorage } from "./parse-html.ts";
import type { BodyForm, RawEnvelope } from "./raw.ts";
import { type StorageContext, storageToHtml } from "./storage-to-html.ts";

const nowhere: StorageContext = { space: "", pageId: "0", nameOf: () => null };

/** What a page's envelope tells the storage format. */
export function storageContextOf(envelope: RawEnvelope): StorageContext {
  return {
    space: envelope.space,
    pageId: envelope.pageId,
    nameOf: (account) => envelope.mentions?.[account] ?? null,
    fileNamed: (name) => envelope.attachments.find((file) => file.name === name)?.href ?? null,
  };
}

/**
 * The document of a body as the raw store keeps it. `context` is asked only by the storage format, which names neither its page nor people.
 * @throws InputError where the body is nested thousands of levels deep
 */
export function documentFromBody(body: string, form: BodyForm, context: StorageContext = nowhere): Document {
  switch (form) {
    case "export.html":
    case "view.html":
      return documentFromHtml(parseHtml(body).children, { flattensTables: false });
    case "storage.xml":
      return documentFromHtml(storageToHtml(parseStorage(body).children, context), { flattensTables: false });
    case "export.md":
      return documentFromMarkdown(body);
  }
}
