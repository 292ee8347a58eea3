import { type CheckResult, checkArchive, openArchive } from "./archive/index.ts";
import { allBlocks } from "./pages/document.ts";
import { documentFromBody, storageContextOf } from "./pages/from-body.ts";

/** Verifies an archive: schemas, references, hashes, file names, and that every quote stands on its page. */
export async function check(archive: string): Promise<CheckResult> {
  const reader = await openArchive(archive).catch(() => null);
  return checkArchive(archive, {
    pageText: async (space, pageId) => {
      const envelope = await reader?.rawEnvelope(space, pageId);
      const body = envelope ? await reader?.rawBody(space, pageId, envelope.form) : null;
      if (!envelope || body === null || body === undefined) return null;
      const document = documentFromBody(body, envelope.form, storageContextOf(envelope));
      return [
        envelope.title,
        ...[...allBlocks(document.blocks)].map((block) => block.text),
        ...envelope.attachments.map((attachment) => attachment.name),
      ].join("\n");
    },
  });
}
