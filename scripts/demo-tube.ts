import { Tube } from "../test/support/youtube/index.ts";

export const samplePlaylist = "PLtidewater-coastal-sensing-calls";

/** The recordings of the sample's Coastal Sensing SIG as its channel shows them: those that its pages link, and two that no page does. */
const videos: readonly (readonly [id: string, title: string, day: string, minutes: number])[] = [
  ["r7Kd-2LwqZB", "Introducing the open gateway firmware", "2023-01-18", 52],
  ["gP9tSm4VaoT", "Building buoys from drums", "2023-02-15", 41],
  ["Hx3_vTn9pmD", "Calibrating pressure sensors on a budget (2023-03-01)", "2023-03-02", 58],
  ["b0QyWc5JsuF", "Six gauges for a low-lying city (2023-05-10)", "2023-05-12", 61],
  ["Ao6XqJ1e_iX", "Panel: who pays for a tide gauge?", "2023-06-21", 70],
  ["zM8eRk1_TgH", "Seagrass and LoRa: two winters on the mudflats", "2023-11-23", 49],
  ["Vf6-aXo2NjJ", "What the 2023 buoy survey tells us", "2024-01-19", 63],
  ["wB3-LyF7cuV", "Firmware changes", "2024-02-28", 38],
  ["cU4pLs7DhyL", "Saltmarsh, the store, with Siobhán Ní Mhurchú", "2024-05-10", 57],
  ["Ye1Gt0_WbnN", "Coastal Sensing SIG General Meeting 2024-06-05", "2024-06-06", 55],
  ["Nn8hJw2-LfX", "Build weekend: forty hours in four minutes", "2024-10-06", 4],
  ["dN5iOq8ZkvP", "A cheap way to see biofouling", "2024-10-18", 47],
  ["Tg4mWs9_QrL", "Tide Gauge Subgroup 2024-10-10", "2024-10-11", 33],
];

/** A channel with one playlist, the newest first. */
export function sampleTube(): Tube {
  const tube = new Tube();
  tube.channel({ id: "UCtidewater-foundationQ", title: "Tidewater Foundation", handle: "tidewater" });
  tube.playlist({ id: samplePlaylist, channel: "UCtidewater-foundationQ", title: "Coastal Sensing SIG calls" });
  for (const [id, title, day, minutes] of videos) {
    tube.video({ id, title, publishedAt: `${day}T19:30:00Z`, durationSeconds: minutes * 60 });
    tube.add(samplePlaylist, id, { position: 0 });
  }
  return tube;
}
