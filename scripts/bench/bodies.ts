import type { Block, Inline, PageFrame, PageRef, Person } from "./blocks.ts";
import { inventInvitation, inventParagraph, inventSentence, inventTopic, inventVideo } from "./invent.ts";
import type { Random } from "./random.ts";

export type PageKind = "home" | "index" | "meeting" | "log" | "report" | "recordings" | "roster" | "courses" | "notes";

/** What a body may speak of. */
export interface BodyFacts {
  readonly random: Random;
  readonly kind: PageKind;
  readonly frame: PageFrame;
  readonly group: string;
  /** The people of the group; a meeting is attended by some of them. */
  readonly people: readonly Person[];
  /** `2024-11-20`. */
  readonly day: string;
  readonly children: readonly PageRef[];
}

/** Blocks without end, the telling ones first: the caller stops when the page is as long as it wants. */
export function* bodyOf(facts: BodyFacts): Generator<Block, void, undefined> {
  switch (facts.kind) {
    case "home":
      yield* home(facts);
      break;
    case "index":
      yield* listOf(facts.children.map((page) => [{ page }]));
      return;
    case "meeting":
      yield* meeting(facts, facts.day);
      break;
    case "log":
      yield* log(facts);
      return;
    case "report":
      yield* report(facts);
      break;
    case "recordings":
      yield* recordings(facts);
      return;
    case "roster":
      yield* roster(facts);
      return;
    case "courses":
      yield* courses(facts);
      return;
    default:
      break;
  }
  yield* notes(facts);
}

const heading = (text: string, level: 2 | 3 = 2): Block => ({ type: "heading", level, text });
const paragraph = (...parts: Inline[]): Block => ({ type: "paragraph", parts });

function* listOf(items: readonly (readonly Inline[])[], ordered = false): Generator<Block, void, undefined> {
  if (items.length > 0) yield { type: "list", ordered, items };
}

function* home({ random, group, people, children }: BodyFacts): Generator<Block, void, undefined> {
  yield paragraph(`${group} brings people together who measure at the coast. `, inventSentence(random));
  yield heading("Leadership");
  const [chair, secretary] = random.some(people, 2);
  yield* listOf([...(chair ? [["Chair: ", { person: chair }]] : []), ...(secretary ? [["Secretary: ", { person: secretary }]] : [])]);
  yield heading("How to join");
  yield paragraph(...inventInvitation(random));
  yield heading("Pages");
  yield* listOf(children.slice(0, 60).map((page) => [{ page }]));
}

function* meeting({ random, people, frame }: BodyFacts, day: string): Generator<Block, void, undefined> {
  yield heading("Date");
  yield paragraph({ day });
  yield heading(random.pick(["Attendees", "Participants", "Attendance"]));
  yield* listOf(random.some(people, random.between(2, 9)).map((person) => attendee(random, person)));
  if (random.chance(0.6)) {
    yield heading("Agenda");
    yield* listOf(
      Array.from({ length: random.between(2, 5) }, () => [inventTopic(random)]),
      true,
    );
  }
  if (random.chance(0.5)) {
    yield heading("Recording");
    const href = inventVideo(random);
    yield paragraph({ link: random.chance(0.5) ? `${day} recording` : href, href });
  }
  if (random.chance(0.15)) yield paragraph(...inventInvitation(random));
  yield heading(random.pick(["Discussion items", "Minutes", "Notes"]));
  if (random.chance(0.5)) {
    yield {
      type: "table",
      head: ["Time", "Item", "Who", "Notes"],
      rows: Array.from({ length: random.between(2, 5) }, () => [
        [`${random.between(1, 6) * 5} min`],
        [inventTopic(random)],
        [{ person: random.pick(people) }],
        [inventSentence(random)],
      ]),
    };
  }
  yield* listOf(Array.from({ length: random.between(2, 6) }, () => inventParagraph(random, 1)));
  yield heading("Action items");
  yield {
    type: "tasks",
    items: Array.from({ length: random.between(1, 4) }, () => ({
      done: random.chance(0.5),
      parts: [{ person: random.pick(people) }, ` to write about ${inventTopic(random)} until `, { day }],
    })),
  };
  yield paragraph(`Minutes: ${frame.createdBy.name}`);
}

function attendee(random: Random, person: Person): Inline[] {
  const roll = random.next();
  if (roll < 0.7) return [{ person }];
  if (roll < 0.85) return [{ person }, ` (${person.company})`];
  return [{ person }, `, ${person.company}`];
}

/** Rolling notes: one dated section below the other, the newest first. */
function* log(facts: BodyFacts): Generator<Block, void, undefined> {
  const { random, people } = facts;
  let at = Date.parse(`${facts.day}T00:00:00Z`);
  for (;;) {
    const day = new Date(at).toISOString().slice(0, 10);
    yield heading(day);
    yield paragraph({ strong: "Attendees:" }, " ", ...commas(random.some(people, random.between(2, 6)).map((person) => ({ person }))));
    yield* listOf(Array.from({ length: random.between(4, 10) }, () => inventParagraph(random, random.between(1, 3))));
    if (random.chance(0.15)) {
      const href = inventVideo(random);
      yield paragraph({ strong: "Recording:" }, " ", { link: href, href });
    }
    at -= 14 * 86_400_000;
  }
}

function* report({ random, people, group, day }: BodyFacts): Generator<Block, void, undefined> {
  yield heading(group);
  yield heading("Report Author(s)", 3);
  yield paragraph(...commas(random.some(people, random.between(1, 2)).map((person) => ({ person }))));
  yield heading("Overall Health", 3);
  yield paragraph(`We meet twice a month with an average of ${random.between(5, 30)} attendees. `, ...inventParagraph(random, 1));
  yield heading("Issues", 3);
  yield paragraph(...inventParagraph(random, 2));
  yield heading("Overall Activity", 3);
  yield* listOf(Array.from({ length: random.between(2, 6) }, () => [inventSentence(random)]));
  yield heading("Planned Work Products", 3);
  yield* listOf(Array.from({ length: random.between(1, 4) }, () => [inventSentence(random)]));
  yield heading("Date Published", 3);
  yield paragraph({ day });
  yield heading("Additional Information", 3);
}

function* recordings({ random, people, day }: BodyFacts): Generator<Block, void, undefined> {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (;;) {
    yield heading(`Calls of ${new Date(at).getUTCFullYear()}`);
    yield {
      type: "table",
      head: ["Date", "Topic", "Presenter", "Recording"],
      rows: Array.from({ length: 12 }, () => {
        at -= 7 * 86_400_000;
        const href = inventVideo(random);
        const shown = new Date(at).toISOString().slice(0, 10);
        return [[shown], inventParagraph(random, 2), [{ person: random.pick(people) }], [{ link: "video", href }]];
      }),
    };
  }
}

function* roster({ random, people }: BodyFacts): Generator<Block, void, undefined> {
  for (;;) {
    yield heading("Members");
    yield {
      type: "table",
      head: ["Name", "Organisation", "Location", "What I measure"],
      rows: random.some(people, 20).map((person) => [[{ person }], [person.company], ["Esbjerg, Denmark"], [inventTopic(random)]]),
    };
  }
}

function* courses({ random }: BodyFacts): Generator<Block, void, undefined> {
  for (;;) {
    yield heading(`Courses on ${inventTopic(random)}`);
    yield {
      type: "table",
      head: ["Course", "Provider", "Cost", "Notes"],
      rows: Array.from({ length: 6 }, () => [
        [{ link: `${inventTopic(random)} ${random.between(101, 499)}`, href: `https://learn.example.org/c/${random.between(1, 99_999)}` }],
        [random.pick(["Havnelab", "Delta Polytechnic", "Carraig Marine"])],
        [random.chance(0.5) ? "Free" : `$${random.between(10, 900)}`],
        [inventSentence(random)],
      ]),
    };
  }
}

function* notes({ random }: BodyFacts): Generator<Block, void, undefined> {
  for (;;) {
    const roll = random.next();
    if (roll < 0.15) yield heading(inventTopic(random), 3);
    else if (roll < 0.6) yield paragraph(...inventParagraph(random, random.between(1, 5)));
    else if (roll < 0.95) yield* listOf(Array.from({ length: random.between(2, 7) }, () => inventParagraph(random, 1)));
    else yield { type: "code", text: Array.from({ length: 5 }, (_, line) => `sample_${line} = ${random.between(1, 9999)}`).join("\n") };
  }
}

function commas(parts: readonly Inline[]): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [", ", part]));
}
