import { SourceError } from "../../errors.ts";
import { inOrder } from "../ahead.ts";
import type { GoneVersion, PageVersion } from "../types.ts";
import { accountsIn } from "./names.ts";
import type { Prepared, Work } from "./prepare.ts";
import type { FetchedPage, ListedPage } from "./types.ts";

/**
 * The older versions of pages that the archive does not have yet, page by page, the newest first. A run whose requests are spent ends here and
 * says so; the next one goes on where it ended.
 */
export async function* pageHistory(
  work: Omit<Work, "before" | "connection">,
  prepared: Prepared,
): AsyncGenerator<PageVersion | GoneVersion, void, undefined> {
  const { context, config, note } = work;
  const { wiki } = prepared.connection;
  const kinds = context.history ?? null;
  let unknown = 0;
  try {
    for (const listed of prepared.listed.values()) {
      const id = recordOf(listed, prepared);
      if (listed.version !== null && listed.version < 2) continue;
      const kind = kinds === null ? null : await context.kindOf(id);
      if (kinds !== null && kind === null) unknown += 1;
      if (kinds !== null && !kinds.includes(kind ?? "")) continue;
      const missing: number[] = [];
      if (await isAllThere(id, listed.version)) continue;
      for (const number of await wiki.versions(listed)) if (!(await context.hasVersion(id, number))) missing.push(number);
      const ask = async (number: number) => ({ number, page: await wiki.version(listed, number) });
      for await (const { number, page } of inOrder(missing, config.limits.concurrency, ask)) {
        if (page === "gone") yield { id, gone: number };
        else if (page) yield await versionOf(id, number, page);
        if (page === "gone" || page === null) note(listed.pageId, `version ${number} is not given any more`);
      }
    }
    if (unknown > 0) note("history", `${unknown} pages are new and of no kind yet: run again with --history to read their older versions`);
  } catch (error) {
    if (!(error instanceof SourceError) || error.fault !== "spent") throw error;
    note("history", `${error.message}. What was read of older versions is kept`, "fault");
  }

  /** Asked of the archive first: a page that is done costs no request. */
  async function isAllThere(id: string, newest: number | null): Promise<boolean> {
    if (newest === null) return false;
    for (let number = newest - 1; number > 0; number -= 1) if (!(await context.hasVersion(id, number))) return false;
    return true;
  }

  async function versionOf(id: string, number: number, page: FetchedPage): Promise<PageVersion> {
    await prepared.names.learn([page.modifiedBy, ...accountsIn(page.body).map((account) => ({ id: account, name: null }))]);
    const { mentions } = prepared.names.mentionsIn(page.body);
    return {
      id,
      body: context.redact(prepared.names.withMaskedAccounts(page.body), "html").text,
      version: {
        pageId: id.split("/").at(-1) ?? page.pageId,
        version: number,
        title: context.redact(page.title, "plain").text,
        modifiedAt: page.modifiedAt,
        modifiedBy: prepared.names.person(page.modifiedBy),
        ...(mentions ? { mentions } : {}),
        form: page.form,
      },
    };
  }
}

function recordOf({ pageId }: ListedPage, { continued, known, connection }: Prepared): string {
  return (continued.get(pageId) ?? known.get(pageId))?.id ?? `pages/${connection.space.key}/${pageId}`;
}
