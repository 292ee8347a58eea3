import { inventPeople, inventSentence, inventTopic } from "../../../scripts/bench/invent.ts";
import { Random } from "../../../scripts/bench/random.ts";
import type { Tube } from "./state/tube.ts";
import type { Playlist } from "./state/types.ts";

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const waters = "Wadden Estuary Fjord Lagoon Skerry Delta Strait Tidal Harbour Reef".split(" ");
const kinds = ["Working Group", "SIG", "Special Interest Group", "Task Force", "Community Call"];
const hoursApart = 24 * 14;

/** A playlist of `count` invented meeting recordings, newest first, on a channel of its own: the same for the same count and seed. */
export function inventPlaylist(tube: Tube, count: number, seed = 1): Playlist {
  const random = new Random(seed);
  const group = `${random.pick(waters)} Sensing ${random.pick(kinds)}`;
  const channel = tube.channel({
    // No id of YouTube's ends in these signs.
    id: `UC${random.text(signs, 21)}B`,
    title: `${group} Recordings`,
    handle: `coast-${random.text("abcdefghij", 8)}`,
  });
  const playlist = tube.playlist({
    id: `PL${random.text(signs, 31)}B`,
    channel: channel.id,
    title: group,
    createdAt: "2019-01-02T08:00:00Z",
  });
  const people = inventPeople(random, 12).map(({ name }) => name);
  const first = Date.parse("2019-01-08T15:00:00Z");
  for (let index = 0; index < count; index += 1) {
    const start = first + index * hoursApart * 3_600_000;
    const id = random.text(signs, 10) + random.pick(["B", "Z"]);
    const durationSeconds = Math.round(random.skewed(3_300, 0.3));
    const publishedAt = timeOf(start + random.between(2, 60) * 3_600_000);
    const isStream = random.chance(0.15);
    tube.video({
      id,
      channel: channel.id,
      title: titleOf(random, group, start),
      description: descriptionOf(random, people),
      publishedAt: isStream ? timeOf(start) : publishedAt,
      durationSeconds,
      ...(isStream ? { liveStart: timeOf(start), liveEnd: timeOf(start + durationSeconds * 1_000), scheduledStart: timeOf(start) } : {}),
      ...(random.chance(0.1) ? { recordingDate: timeOf(start).slice(0, 10) } : {}),
      privacy: random.chance(0.05) ? "unlisted" : "public",
    });
    tube.add(playlist.id, id, { at: publishedAt, position: 0 });
  }
  return playlist;
}

/** The forms in which groups date their recordings, and the one that has no date. */
function titleOf(random: Random, group: string, start: number): string {
  const day = timeOf(start).slice(0, 10);
  const at = new Date(start);
  const spoken = at.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
  const [year, month, date] = day.split("-");
  return random.pick([
    `${day} ${group}`,
    `${group} - ${spoken}`,
    `${group}: ${inventTopic(random)} (${day})`,
    `${group} Meeting ${year}${month}${date}`,
    `${group} | ${date} ${at.toLocaleDateString("en-US", { month: "short", timeZone: "UTC" })} ${year} | ${inventTopic(random)}`,
    `${inventTopic(random)} with the ${group}`,
  ]);
}

function descriptionOf(random: Random, people: readonly string[]): string {
  if (random.chance(0.2)) return "";
  const lines = [inventSentence(random)];
  if (random.chance(0.6)) lines.push("", `Speakers: ${random.some(people, random.between(1, 3)).join(", ")}`);
  if (random.chance(0.4)) lines.push("", "0:00 Welcome", `4:10 ${inventTopic(random)}`, `21:35 ${inventTopic(random)}`);
  if (random.chance(0.4)) lines.push("", `Minutes: https://wiki.example.org/display/COAST/${random.between(1_000, 9_999)}`);
  return lines.join("\n");
}

function timeOf(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}
