import { bodyForms, type RawEnvelope, rawEnvelope } from "../pages/raw.ts";
import type { Checking } from "./checking.ts";
import { issuesInWords, openIssues } from "./open-schema.ts";
import { pagePlace, rawBodyPath, rawEnvelopePath } from "./paths.ts";

const advice = "`minutebook rebuild` needs it: restore it from a backup, or read the page again with `minutebook backfill`";

/** Each page has the envelope and the body that it was made from. */
export async function checkRawPage(checking: Checking, id: string): Promise<void> {
  const { space, pageId } = pagePlace(id);
  const path = rawEnvelopePath(space, pageId);
  checking.known.add(path);
  const file = await checking.json(path);
  if (file === null) checking.report(path, "raw", `expected what was read of the page ${id}, found no such file: ${advice}`);
  if (file === null || file === undefined) return;
  const issues = openIssues(rawEnvelope, file.value);
  if (issues.length > 0) {
    checking.report(path, "raw", `expected a page's envelope, found: ${issuesInWords(issues)}; ${advice}`);
    return;
  }
  const envelope = file.value as RawEnvelope;
  if (envelope.pageId !== pageId)
    checking.report(path, "raw", `expected the page id ${pageId} of its path, found ${envelope.pageId}: ${advice}`);
  if (!bodyForms.includes(envelope.form)) return;
  const body = rawBodyPath(space, pageId, envelope.form);
  checking.known.add(body);
  if ((await checking.read(body)) === null)
    checking.report(body, "raw", `expected the body that ${path} speaks of, found no such file: ${advice}`);
}
