import { InputError } from "../errors.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { isAnotherPage, keepsLess } from "../pages/same-page.ts";
import type { IndexEntry } from "./index-entry.ts";
import type { ArchiveReader } from "./reader.ts";

/**
 * Why the archive's state of a page stays, or null where what was read takes its place. Without this two exports in turn would replace each
 * other's pages for ever. `known` is the page's entry in the index, where it has one.
 * @throws InputError where the archive holds another page in this place
 */
export async function whyArchivedStays(reader: ArchiveReader, known: IndexEntry | undefined, read: RawEnvelope): Promise<string | null> {
  if (!known) return null;
  const day = read.modifiedOn ?? read.createdOn;
  // Only a page whose title or form may have changed is worth the look.
  const isWorthIt = known.title !== read.title || read.form === "export.md";
  const archived = isWorthIt ? await reader.rawEnvelope(read.space, read.pageId) : null;
  if (archived && isAnotherPage(archived, read)) {
    throw new InputError(
      `${known.id} is "${archived.title}" of the space "${archived.spaceName}" in the archive, here it is "${read.title}" of "${read.spaceName}": ` +
        "expected one space a key; the archive's page was kept, read this export with a key of its own (--space KEY) or into another archive",
    );
  }
  if (day !== null && known.date !== null && known.date > day)
    return `the archive holds a newer state (${known.date}) than this source (${day})`;
  if (archived && known.date === day && keepsLess(read.form, archived.form))
    return "the archive holds the same state as HTML, which keeps more than converted Markdown";
  return null;
}
