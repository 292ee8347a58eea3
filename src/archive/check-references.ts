import { ArchiveError } from "../errors.ts";
import { collectionOf, type MinutebookRecord, type RedirectRecord, redirectRecord } from "../records/index.ts";
import { type Checking, restoreIt } from "./checking.ts";
import { openIssues } from "./open-schema.ts";
import { idFault, recordPath } from "./paths.ts";
import { type Reference, referencesOf } from "./references.ts";

const maxRedirects = 20;

/** Whether ids lead to records, and whether meetings and recordings agree; bodies are not kept. */
export class References {
  readonly #checking: Checking;
  /** Meeting and recording, as each side tells it. */
  readonly #byMeeting = new Set<string>();
  readonly #byRecording = new Set<string>();

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  async check(record: MinutebookRecord): Promise<void> {
    for (const reference of referencesOf(record)) {
      const end = await endOf(this.#checking, reference.id);
      this.#judge(record, reference, end);
      if (end === null) continue;
      if (record.kind === "meeting" && reference.field === "recordings") this.#byMeeting.add(`${record.id} ${end}`);
      if (record.kind === "recording" && reference.field === "meetings") this.#byRecording.add(`${end} ${record.id}`);
    }
    for (const former of record.formerIds) await this.#checkFormer(record.id, former);
  }

  /** To be called after every record was checked. */
  compareBothWays(): void {
    for (const pair of this.#byMeeting) if (!this.#byRecording.has(pair)) this.#oneSided(pair, "meeting");
    for (const pair of this.#byRecording) if (!this.#byMeeting.has(pair)) this.#oneSided(pair, "recording");
  }

  #judge(record: MinutebookRecord, { field, id, into }: Reference, end: string | null): void {
    const path = recordPath(record.id);
    if (end === null) {
      this.#checking.report(path, "reference", `expected ${field} to lead to a record, found ${id}, which does not exist: ${restoreIt}`);
    } else if (into !== null && collectionOf(end) !== into) {
      this.#checking.report(path, "reference", `expected ${field} to lead to one of the ${into}, found ${id}: ${restoreIt}`);
    }
  }

  async #checkFormer(id: string, former: string): Promise<void> {
    const isRecord = this.#checking.entries.has(former);
    const end = isRecord ? former : await endOf(this.#checking, former);
    if (end === id && !isRecord) return;
    const found = isRecord ? "a record of its own" : end === null ? "nothing that leads anywhere" : `a redirect to ${end}`;
    this.#checking.report(
      recordPath(id),
      "former-id",
      `expected a redirect from the former id ${former} to ${id}, found ${found}: ${restoreIt}`,
    );
  }

  #oneSided(pair: string, teller: "meeting" | "recording"): void {
    const [meeting = "", recording = ""] = pair.split(" ");
    const [told, silent] = teller === "meeting" ? [meeting, recording] : [recording, meeting];
    this.#checking.report(
      recordPath(told),
      "recording-meeting",
      `expected ${silent} to name this ${teller} too, found that it does not: ${restoreIt}`,
    );
  }
}

/** The listed record to which an id leads, through redirects; null where it leads nowhere. */
export async function endOf(checking: Checking, id: string): Promise<string | null> {
  let at = id;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    if (checking.entries.has(at)) return at;
    const redirect = idFault(at) === null ? await readRedirect(checking, at) : null;
    if (redirect === null) return null;
    at = redirect.to;
  }
  return null;
}

/** Reads without reporting: what is wrong with the file itself is said once, when the folder is walked. */
async function readRedirect(checking: Checking, id: string): Promise<RedirectRecord | null> {
  try {
    const value = await checking.folder.readJson(recordPath(id));
    return openIssues(redirectRecord, value).length === 0 ? (value as RedirectRecord) : null;
  } catch (error) {
    if (error instanceof ArchiveError) return null;
    throw error;
  }
}
