import type { ChangeRecord } from "../../src/records/index.ts";

let number = 0;

/** A change that was found on 2024-11-20, with what a test wants of it. */
export function change(over: Partial<ChangeRecord> = {}): ChangeRecord {
  number += 1;
  const summary = over.summary ?? "Lantern Guild: leadership passed from Ilse Brandvold to Ruy Dantas (2024-11).";
  return {
    kind: "change",
    id: `changes/2024/lantern-guild-leadership-handover-${String(number).padStart(8, "0")}`,
    title: summary,
    type: "leadership.handover",
    group: "groups/lantern-guild",
    subjects: ["groups/lantern-guild", "people/ilse-brandvold", "people/ruy-dantas"],
    at: "2024-11",
    detectedOn: "2024-11-20",
    from: [{ name: "Ilse Brandvold", id: "people/ilse-brandvold" }],
    to: [{ name: "Ruy Dantas", id: "people/ruy-dantas" }],
    basis: "stated",
    confidence: "high",
    summary,
    corrects: null,
    correctedBy: null,
    formerIds: [],
    evidence: [
      {
        source: "wiki",
        pageId: "7",
        url: "https://wiki.example.org/spaces/LAN/pages/7",
        heading: "Chairs",
        quote: "Ruy took over from Ilse.",
        basis: "stated",
      },
    ],
    ...over,
  };
}
