import type { Document } from "./document.ts";
import { documentFromHtml } from "./from-html.ts";
import { documentFromMarkdown } from "./from-markdown.ts";
import { parseHtml, parseStorage } from "./parse-html.ts";
import type { BodyForm, RawEnvelope } from "./raw.ts";
import { type StorageContext, storageToHtml } from "./storage-to-html.ts";
import { nameViewFiles, type ViewContext } from "./view-files.ts";

const nowhere: StorageContext & ViewContext = { space: "", pageId: "0", nameOf: () => null };

/** What a page's envelope tells the storage format, and the view of its files. */
export function storageContextOf(envelope: RawEnvelope): StorageContext & ViewContext {
  return {
    space: envelope.space,
    pageId: envelope.pageId,
    currentId: envelope.currentId,
    nameOf: (account) => (envelope.mentions && Object.hasOwn(envelope.mentions, account) ? (envelope.mentions[account] ?? null) : null),
    fileNamed: (name) => envelope.attachments.find((file) => file.name === name)?.href ?? null,
  };
}

/**
 * The document of a body as the raw store keeps it. `context` is asked by the storage format, which names neither its page nor people, and by views,
 * which name files by their titles.
 * @throws InputError where the body is nested thousands of levels deep
 */
export function documentFromBody(body: string, form: BodyForm, context: StorageContext & ViewContext = nowhere): Document {
  switch (form) {
    case "view.html": {
      const root = parseHtml(body);
      nameViewFiles(root, context);
      return documentFromHtml(root.children, { flattensTables: false });
    }
    case "export.html":
      return documentFromHtml(parseHtml(body).children, { flattensTables: false });
    case "storage.xml":
      return documentFromHtml(storageToHtml(parseStorage(body).children, context), { flattensTables: false });
    case "export.md":
      return documentFromMarkdown(body);
  }
}
