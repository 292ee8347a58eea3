import { type RedactionPolicy, redact } from "../pages/redaction/index.ts";
import type { Redactor, Skip, SourcePage } from "./types.ts";

/**
 * The name of a file is the source's own and was in no text. It is redacted as an address, as the links of other pages to it were, and last of all:
 * until then the real name tells files apart.
 */
export function withSafeFileName(page: SourcePage, redactor: Redactor): SourcePage {
  const { file } = page.envelope;
  return file === null ? page : { ...page, envelope: { ...page.envelope, file: redactor(file, "url").text } };
}

/** Reports are read in public logs: what is left out is named without what its name tells of a person. */
export function withSafeNames({ file, weight, reason }: Skip, policy: RedactionPolicy): Skip {
  return { file: redact(file, "url", policy).text, weight, reason: redact(reason, "plain", policy).text };
}
