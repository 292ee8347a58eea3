import type { RecordingRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { MeetingDraft } from "./meetings.ts";
import type { People } from "./people.ts";
import type { RecordingDraft } from "./recording-drafts.ts";
import type { RecordingJoins } from "./recording-joins.ts";

/** The files of captions of a recording: those attached to the page of its meeting that carry its file's name, else all of that page's. */
export function transcriptsOf(
  draft: RecordingDraft,
  meetings: readonly MeetingDraft[],
  joins: RecordingJoins,
  people: People,
): RecordingRecord["transcripts"] {
  const found = meetings.flatMap(({ id, entry }) => {
    const { transcripts = [], meetings: onPage } = entry.facts;
    // Of a page of many meetings nothing says which a file is of.
    if (onPage.length !== 1) return [];
    const own = transcripts.filter(({ name }) => isOfFile(name, draft.key));
    const ofAnother = (name: string): boolean => joins.keysOf(id).some((key) => isOfFile(name, key));
    const chosen = own.length > 0 ? own : transcripts.filter(({ name }) => !ofAnother(name));
    return chosen.map(({ file, language, speakers }) => ({
      file,
      language,
      speakers: speakers.map((person) => people.ref(person, entry.envelope.space)),
    }));
  });
  const byFile = new Map(found.map((transcript) => [transcript.file, transcript]));
  return [...byFile.values()].sort((a, b) => byCodeUnits(a.file, b.file));
}

/** `GMT20240502_Recording.transcript.vtt` is of `GMT20240502_Recording_1920x1080.mp4`. */
function isOfFile(name: string, key: string): boolean {
  const stem = (file: string): string =>
    (file.split("/").at(-1) ?? file)
      .split(".")[0]
      ?.replace(/_\d{3,4}x\d{3,4}$/, "")
      .toLowerCase() ?? "";
  return stem(name).length >= 8 && stem(name) === stem(key);
}
