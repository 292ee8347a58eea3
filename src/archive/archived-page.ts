import { InputError } from "../errors.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { isAnotherPage, keepsLess } from "../pages/same-page.ts";
import type { IndexEntry } from "./index-entry.ts";
import { pagePlace } from "./paths.ts";
import type { ArchiveReader } from "./reader.ts";

/**
 * Why the archive's state of a page stays, or null where what was read takes its place. Without this two exports in turn would replace each
 * other's pages for ever. `known` is the page's entry in the index, where it has one.
 * @throws InputError where the archive holds another page in this place
 */
export async function whyArchivedStays(
  reader: ArchiveReader,
  id: string,
  known: IndexEntry | undefined,
  read: RawEnvelope,
): Promise<string | null> {
  // A living wiki was asked what is new: it says what it has.
  if (!known || read.version !== null) return null;
  const day = read.modifiedOn ?? read.createdOn;
  const { space, pageId } = pagePlace(id);
  const archived = await reader.rawEnvelope(space, pageId);
  const isGone = archived !== null && archived.status !== "current" && archived.status !== "archived";
  if (isGone && (day === null || known.date === null || day <= known.date))
    return `the archive knows that this page is ${archived.status}, and an export of before cannot tell`;
  if (archived && isAnotherPage(archived, read)) {
    throw new InputError(
      `${known.id} is "${archived.title}" of the space "${archived.spaceName}" in the archive, here it is "${read.title}" of "${read.spaceName}": ` +
        "expected one space a key; the archive's page was kept, read this export with a key of its own (--space KEY) or into another archive",
    );
  }
  if (day !== null && known.date !== null && known.date > day)
    return `the archive holds a newer state (${known.date}) than this source (${day})`;
  if (archived && archived.version !== null && day !== null && known.date !== null && daysBetween(known.date, day) <= 1)
    return `the archive holds the same state from the living wiki (version ${archived.version})`;
  if (archived && known.date === day && keepsLess(read.form, archived.form))
    return "the archive holds the same state as HTML, which keeps more than converted Markdown";
  return null;
}

/** An export prints the day of its server's time zone, a living wiki tells an instant: next days may be one. */
function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / (24 * 3600_000);
}
