import { InputError } from "../errors.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import type { Run } from "./run.ts";

/** The pages of the archive that no source gave this time, from their raw form. */
export async function readArchive(run: Run): Promise<void> {
  for (const [id] of run.known) {
    if (run.drafts.has(id)) continue;
    run.assertGoing();
    const [, space = "", pageId = ""] = id.split("/");
    try {
      const envelope = await run.reader.rawEnvelope(space, pageId);
      const body = envelope ? await run.reader.rawBody(space, pageId, envelope.form) : null;
      if (!envelope || body === null)
        throw new InputError(`raw/${space}/${pageId} is missing: its records stay as they are; run "minutebook check"`);
      await run.take(id, { envelope, document: documentFromBody(body, envelope.form, storageContextOf(envelope)) });
      await run.writer.rawPage(id, { envelope, body });
      run.spaceName ??= envelope.spaceName;
      run.fromArchive += 1;
    } catch (error) {
      run.fault(id, error);
    }
  }
}
