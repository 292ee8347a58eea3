import type { RawPage } from "../../../src/pages/raw.ts";
import type {
  ChangeRecord,
  CourseRecord,
  GroupRecord,
  MeetingRecord,
  MinutebookRecord,
  PageRecord,
  PersonRecord,
  RecordingRecord,
  ReportRecord,
  RootRecord,
} from "../../../src/records/index.ts";

// A small invented community: an orchard group that meets, reports and films its talks.

export interface Sample {
  readonly records: readonly MinutebookRecord[];
  readonly raw: ReadonlyMap<string, RawPage>;
  readonly files: ReadonlyMap<string, string>;
}

export const facts: Pick<RootRecord, "title" | "asOf" | "sources"> = {
  title: "Orchard community",
  asOf: "2022-08-01",
  sources: [
    {
      id: "wiki",
      type: "confluence",
      space: "ORCH",
      url: "https://wiki.example.org/wiki",
      license: "CC-BY-4.0",
      attribution: null,
      asOf: null,
    },
  ],
};

const mira = { name: "Mira Tolvanen", id: "people/mira-tolvanen" };
const deo = { name: "Deo Achterberg", id: "people/deo-achterberg" };

export function sample(): Sample {
  const pages = [page("100", "Orchard SIG", "home"), page("101", "Report 2022 H1", "report"), page("102", "2022-03-04 Meeting", "meeting")];
  return {
    records: [group(), subgroup(), person(mira), person(deo), report(), meeting(), recording(), course(), change(), ...pages],
    raw: new Map(pages.map((of) => [of.id, rawOf(of)])),
    files: new Map([["state/wiki.json", '{\n  "lastListing": "2022-08-01"\n}\n']]),
  };
}

/** The sample a month later: a record more, one changed, two merged, one that was never published taken back. */
export function laterSample(): Sample & { readonly redirects: readonly [string, string][]; readonly removed: readonly string[] } {
  const first = sample();
  const changed = first.records
    .filter((record) => record.id !== deo.id && record.kind !== "course")
    .map((record): MinutebookRecord => {
      if (record.kind === "group" && record.id === "groups/orchard-sig")
        return { ...record, name: "Orchard Special Interest Group", lastReportOn: "2022-07-30" };
      if (record.kind === "person") return { ...record, aliases: ["D. Achterberg"], formerIds: [deo.id] };
      return record;
    });
  const added = page("103", "Notes on grafting", "resource");
  const raw = new Map([...first.raw, [added.id, rawOf(added)] as const]);
  raw.set("pages/ORCH/102", {
    envelope: { ...rawOf(page("102", "2022-03-04 Meeting", "meeting")).envelope, form: "storage.xml" },
    body: "<p>Minutes.</p>",
  });
  return {
    records: [...changed, added],
    raw,
    files: new Map([["state/wiki.json", '{\n  "lastListing": "2022-09-01"\n}\n']]),
    redirects: [[deo.id, mira.id]],
    removed: ["courses/orchard-academy/pruning-basics"],
  };
}

export function group(): GroupRecord {
  return {
    kind: "group",
    id: "groups/orchard-sig",
    name: "Orchard SIG",
    aliases: ["OSIG"],
    groupKind: "sig",
    parent: null,
    homePage: "pages/ORCH/100",
    status: { value: "active", since: null, basis: null },
    activity: {
      value: "active",
      since: null,
      asOf: "2022-07-25",
      lastOn: "2022-07-25",
      expectedEveryDays: 30,
      learnedFrom: "meetings",
      quietAfterDays: 60,
      inactiveAfterDays: 120,
      dormantAfterDays: 365,
    },
    leadership: [
      {
        person: mira,
        role: "chair",
        start: "2022-21",
        end: null,
        evidence: [{ source: "wiki", pageId: "100", version: 3, url: null, quote: "Chair: Mira Tolvanen" }],
        conflicts: [],
        listedFrom: null,
        listedUntil: null,
        lastSeenOn: null,
        review: null,
      },
    ],
    meetingCadence: "monthly",
    reportCadence: "semiannual",
    lastMeetingOn: "2022-03-04",
    lastReportOn: "2022-07-25",
    nextReportDue: null,
    reportCalendar: [],
    playlists: ["PLorchard"],
    formerIds: [],
    evidence: [],
  };
}

function subgroup(): GroupRecord {
  return {
    ...group(),
    id: "groups/irrigation-subgroup",
    name: "Irrigation subgroup",
    groupKind: "subgroup",
    parent: "groups/orchard-sig",
    leadership: [],
    aliases: [],
  };
}

export function person(of: { name: string; id: string }): PersonRecord {
  const roles = of.id === mira.id ? [{ group: "groups/orchard-sig", role: "chair" as const, start: "2022-21", end: null }] : [];
  return { kind: "person", id: of.id, name: of.name, aliases: [], accountIds: [], roles, formerIds: [], evidence: [] };
}

export function report(): ReportRecord {
  return {
    kind: "report",
    id: "reports/orchard-sig/2022-H1",
    title: "Report 2022 H1",
    page: "pages/ORCH/101",
    group: "groups/orchard-sig",
    period: { label: "2022 H1", start: "2022-01-01", end: "2022-06-30" },
    authors: [mira],
    publishedOn: "2022-07-25",
    sections: [{ key: "health", heading: "Health", markdown: "Well, “as ever” – 12 to 15 people.\n" }],
    averageAttendance: 13.5,
    meetingCadence: "monthly",
    formerIds: [],
    evidence: [
      {
        source: "wiki",
        pageId: "101",
        url: "https://wiki.example.org/wiki/101",
        heading: "Health",
        quote: "12 to 15 people",
        fields: ["averageAttendance"],
      },
    ],
  };
}

export function meeting(): MeetingRecord {
  return {
    kind: "meeting",
    id: "meetings/orchard-sig/2022/2022-03-04-102",
    title: "2022-03-04 Meeting",
    page: "pages/ORCH/102",
    group: "groups/orchard-sig",
    date: "2022-03-04",
    status: "held",
    attendees: [mira, { name: "Guest of the day" }],
    presenters: [],
    agenda: ["Pruning"],
    recordings: ["recordings/youtube/abcDEF_-123"],
    actionItems: [{ text: "Order saws", owner: mira, due: null, done: false }],
    formerIds: [],
    evidence: [],
  };
}

export function recording(): RecordingRecord {
  return {
    kind: "recording",
    id: "recordings/youtube/abcDEF_-123",
    title: "Pruning in March",
    platform: "youtube",
    key: "abcDEF_-123",
    url: "https://www.youtube.com/watch?v=abcDEF_-123",
    description: null,
    date: "2022-03-04",
    dateBasis: "title",
    publishedAt: "2022-03-05T10:00:00Z",
    durationSeconds: 3600,
    presenters: [mira],
    group: "groups/orchard-sig",
    meetings: ["meetings/orchard-sig/2022/2022-03-04-102"],
    joins: [],
    playlists: ["PLorchard"],
    transcripts: [],
    availability: { value: "public", since: null },
    formerIds: [],
    evidence: [],
  };
}

function course(): CourseRecord {
  return {
    kind: "course",
    id: "courses/orchard-academy/pruning-basics",
    title: "Pruning basics",
    provider: "Orchard Academy",
    url: null,
    cost: { text: "$49/month", amount: 49, currency: "USD", per: "month" },
    updatedOn: "2022-02",
    notes: null,
    available: true,
    history: [{ on: null, cost: null, page: "pages/ORCH/100" }],
    formerIds: [],
    evidence: [],
  };
}

export function change(): ChangeRecord {
  return {
    kind: "change",
    id: "changes/2022/orchard-sig-leadership.joined-1a2b3c4d",
    title: "Mira Tolvanen chairs the Orchard SIG",
    type: "leadership.joined",
    group: "groups/orchard-sig",
    subjects: ["groups/orchard-sig", mira.id],
    at: null,
    detectedOn: "2022-08-01",
    from: [],
    to: [mira, "chair", 1],
    basis: "stated",
    confidence: "high",
    summary: "Mira Tolvanen became chair of the Orchard SIG.",
    corrects: null,
    correctedBy: null,
    formerIds: [],
    evidence: [{ source: "wiki", pageId: "100", version: 3, url: null, quote: "Chair: Mira Tolvanen", basis: "stated" }],
  };
}

export function page(pageId: string, title: string, pageKind: PageRecord["pageKind"]): PageRecord {
  return {
    kind: "page",
    id: `pages/ORCH/${pageId}`,
    title,
    space: "ORCH",
    pageId,
    pageIdBasis: null,
    pageKind,
    status: { value: "current", since: null },
    version: 3,
    ancestors: pageId === "100" ? [] : [{ id: "pages/ORCH/100", title: "Orchard SIG" }],
    createdBy: mira,
    createdOn: "2022-01-02",
    modifiedBy: mira,
    modifiedOn: "2022-07-25",
    modifiedAt: "2022-07-25T08:30:00Z",
    labels: ["orchard"],
    url: `https://wiki.example.org/wiki/${pageId}`,
    commentCount: null,
    comments: [],
    attachments: [],
    markdown: `# ${title}\n`,
    links: [{ text: "home", url: "https://wiki.example.org/wiki/100", page: "pages/ORCH/100" }],
    losses: [],
    formerIds: [],
    evidence: [],
  };
}

export function rawOf(of: PageRecord): RawPage {
  return {
    envelope: {
      source: "wiki",
      space: of.space,
      spaceName: null,
      pageId: of.pageId,
      pageIdBasis: null,
      file: null,
      title: of.title,
      isHome: of.pageKind === "home",
      parents: [],
      createdBy: { name: "Mira Tolvanen", accountId: null },
      createdOn: of.createdOn,
      modifiedBy: null,
      modifiedOn: of.modifiedOn,
      modifiedAt: of.modifiedAt,
      version: of.version,
      status: "current",
      labels: of.labels,
      url: of.url,
      commentCount: null,
      attachments: [],
      form: "view.html",
      losses: [],
    },
    body: `<h1>${of.title}</h1><p>Chair: Mira Tolvanen</p><p>12 to 15 people</p>`,
  };
}
