import type { PersonName, TalkFacts } from "../extraction/index.ts";
import type { RecordingRecord, ReportRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { mostCommon, type ResolvedGroup } from "./groups.ts";
import type { MeetingDraft } from "./meetings.ts";
import type { PageIndex } from "./page-index.ts";
import type { People } from "./people.ts";
import { dateOfSightings, type RecordingDraft } from "./recording-drafts.ts";
import type { RecordingJoins } from "./recording-joins.ts";
import { transcriptsOf } from "./transcripts.ts";
import { evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";
import { evidenceOfVideo, type VideoEntry, type Videos } from "./videos.ts";

export interface RecordingContext {
  readonly joins: RecordingJoins;
  readonly videos: Videos;
  readonly finder: GroupFinder;
  readonly idOfGroup: (group: ResolvedGroup) => string;
  /** Whether a group is another one, or a part of it. */
  readonly isWithin: (group: ResolvedGroup, whole: ResolvedGroup) => boolean;
  readonly people: People;
  readonly pages: PageIndex;
  readonly entries: readonly PageEntry[];
  readonly reports: readonly ReportRecord[];
  readonly previous: readonly RecordingRecord[];
}

/** The group of a video by what it says itself: that of its playlists, or the part of it that its title names; else the one that its title names. */
export function groupOfVideo(
  { video }: { readonly video: Pick<VideoEntry, "raw"> | null },
  { videos, finder, isWithin }: Pick<RecordingContext, "videos" | "finder" | "isWithin">,
): ResolvedGroup | null {
  if (video === null) return null;
  const declared = videos.declaredGroup(video.raw.videoId);
  const named = video.raw.title === null ? null : finder.inTitle(video.raw.title);
  return declared === null || (named !== null && isWithin(named, declared)) ? named : declared;
}

export function finishRecordings(drafts: readonly RecordingDraft[], context: RecordingContext): RecordingRecord[] {
  const { joins, videos, people, pages, previous } = context;
  const byId = new Map(context.entries.map((entry) => [entry.id, entry]));
  const old = new Map(previous.map((record) => [record.id, record]));
  const reportsByPage = new Map(context.reports.map((report) => [report.page, report]));
  return drafts.map((draft) => {
    const meetings = joins.meetingsOf(draft.id);
    const talks = talksOf(draft, pages, byId);
    const date = dateOf(draft, joins.shownBy(draft.id), talks);
    const { raw = null } = draft.video ?? {};
    const speakers = [
      draft.video === null ? [] : [draft.video.facts.presenters],
      draft.sightings.map(({ facts }) => facts.presenters),
      talks.map((talk) => talk.presenters),
      meetings.map((meeting) => meeting.facts.presenters),
    ]
      .map(richest)
      .find((list) => list.length > 0);
    const group = groupOf(draft, meetings, context);
    const first = firstSighting(draft);
    const space = group?.space ?? first?.entry.envelope.space ?? "";
    const file = first?.entry.envelope.attachments.find(({ href }) => href === first.facts.url);
    return {
      kind: "recording",
      id: draft.id,
      title: titleOf(draft, meetings),
      platform: draft.platform,
      key: draft.key,
      url: file?.url ?? first?.facts.url ?? draft.url,
      description: raw?.title ? raw.description : null,
      date: date?.value ?? null,
      dateBasis: date?.basis ?? null,
      publishedAt: raw?.publishedAt ?? null,
      durationSeconds: raw?.durationSeconds ?? null,
      presenters: (speakers ?? []).map((person) => people.ref(person, first?.entry.envelope.space ?? space)),
      group: group ? context.idOfGroup(group) : null,
      meetings: meetings.map((meeting) => meeting.id).sort(byCodeUnits),
      joins: joins.toldOf(draft, reportsByPage),
      playlists: raw === null ? [] : videos.playlistsWith(raw.videoId).map(({ playlistId }) => playlistId),
      transcripts: transcriptsOf(draft, meetings, joins, people),
      availability: raw?.availability ?? { value: "unknown", since: null },
      formerIds: old.get(draft.id)?.formerIds ?? [],
      evidence: [
        ...(draft.video === null ? [] : evidenceOfVideo(draft.video, videos)),
        ...sortedEvidence(
          draft.sightings.map(({ entry, facts }) => evidenceOf(entry, facts.witness)),
          null,
        ),
      ],
    };
  });
}

/** What the video's title says, then what the wiki says, then its clock; a file may have been named on the day of its upload. */
function dateOf(
  draft: RecordingDraft,
  meetings: readonly MeetingDraft[],
  talks: readonly TalkFacts[],
): { readonly value: string; readonly basis: string } | null {
  const own = draft.video?.facts.date ?? null;
  if (own?.basis === "title") return own;
  const told =
    dateOfSightings(draft, "file name") ??
    onlyOne(
      meetings.flatMap((meeting) => meeting.facts.date ?? []),
      "meeting",
    ) ??
    onlyOne(
      talks.flatMap((talk) => talk.date ?? []),
      "talk",
    );
  return told ?? own ?? dateOfSightings(draft);
}

function titleOf(draft: RecordingDraft, meetings: readonly MeetingDraft[]): string {
  const own = draft.video?.raw.title ?? null;
  if (own !== null) return own;
  const titles = draft.sightings.flatMap(({ facts }) => facts.title ?? []);
  return titles.length > 0 ? mostCommon(titles) : (meetings[0]?.facts.title ?? draft.key);
}

/**
 * That of the meeting whose page shows it, where the playlist's is not another one; else what the video says itself; else that of the meeting of its
 * day; else that of the first page.
 */
function groupOf(draft: RecordingDraft, meetings: readonly MeetingDraft[], context: RecordingContext): ResolvedGroup | null {
  const shown = context.joins.shownBy(draft.id)[0]?.group ?? null;
  const declared = draft.video === null ? null : context.videos.declaredGroup(draft.video.raw.videoId);
  if (shown !== null && (declared === null || context.isWithin(shown, declared))) return shown;
  const told = groupOfVideo(draft, context) ?? meetings[0]?.group ?? null;
  if (told !== null) return told;
  const first = firstSighting(draft);
  return first ? context.finder.ofPage(first.entry) : null;
}

function firstSighting(draft: RecordingDraft): RecordingDraft["sightings"][number] | undefined {
  return [...draft.sightings].sort((a, b) => byCodeUnits(a.entry.id, b.entry.id))[0];
}

/** The talks that the recording may be of: that of its page, or of the page that its line names. Other videos on the page of a talk are not of it. */
function talksOf(draft: RecordingDraft, pages: PageIndex, byId: ReadonlyMap<string, PageEntry>): TalkFacts[] {
  return draft.sightings.flatMap(({ entry, facts }) => {
    const { talk, recordings, meetings } = entry.facts;
    const isOwn = meetings.length === 0 && (recordings.length === 1 || talk?.recordings.includes(facts.key));
    const target = facts.about === null ? null : pages.resolve(facts.about, entry.envelope.space);
    const about = target === null ? null : (byId.get(target)?.facts.talk ?? null);
    return [isOwn ? talk : null, about].filter((found): found is TalkFacts => found !== null);
  });
}

function onlyOne(dates: readonly string[], basis: string): { value: string; basis: string } | null {
  const only = [...new Set(dates)];
  const [date] = only;
  return only.length === 1 && date !== undefined ? { value: date, basis } : null;
}

function richest(lists: readonly (readonly PersonName[])[]): readonly PersonName[] {
  return lists.reduce<readonly PersonName[]>((most, list) => (list.length > most.length ? list : most), []);
}
