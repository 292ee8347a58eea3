import type { Inline, Person } from "./blocks.ts";
import type { Random } from "./random.ts";

// Nobody here exists, nor does what they measure.

const firstNames =
  "Amara Bilal Carmen Dagny Emeka Fatou Gintaras Haruka Ishaan José Katarzyna Leilani Marieke Ngaire Oksana Pádraig Quillon Renata Siobhán Teodoro Ursula Vilma Wambui Ximena Yusuf Zsófia Anneke Bogdan Chidera Dalia Elif Femi Giulia Hamza Ingrid Jarek Kwabena Lucía Makana Nadia Otso Priya Rasmus Solvei Tomasz Uri Vy Wanjiru Yara Zoran".split(
    " ",
  );
const familyStarts = "Ber Vil Ok Tam Das Hal Quin Ros Med Lind Kor Naz Ped Sol Trak Wes Yor Zel Fjel Gal Ibar Jur Lom Mar Nov".split(" ");
const familyEnds = "ezhna arim onjo ström ova ini feldt ane ski mensah dottir ura anga ević aldo sen wright aki ou ente".split(" ");
const companies =
  "Blue Buoy Cooperative|Universiteit Waddenkust|Observatoire du Littoral|Te Tai Instruments|Liman Data|Red Costera|Havnelab|Fjordmåling AS|Delta Polytechnic|Carraig Marine".split(
    "|",
  );
const subjects =
  "The working group|The secretary|Our pilot site|The gateway team|A new member|The chair|The calibration round|The harbour office|The review of chapter 4|The data set|Everybody on the call|The second batch of loggers".split(
    "|",
  );
const verbs =
  "presented|agreed on|postponed|asked for comments on|published|compared|could not reproduce|will repeat|has finished|is still waiting for|thanked everyone for|raised a question about".split(
    "|",
  );
const objects =
  "the tide gauge housings|a draft of the handbook|the results of the winter moorings|a shared sheet for salinity probes|the licence of the pictures|an outline for the next release|the budget of the field week|two reports of drifting clocks|the interface between gateway and archive|a plan for the spring calibration|the wording of the charter|photos of broken shackles".split(
    "|",
  );
const turns =
  "as promised in the last call|which took longer than planned|after a short discussion|because the old firmware lost {n} samples|with {n} votes in favour|until the end of the month|in {n} of {m} stations|although the parts are late|and nobody objected|as far as the notes tell".split(
    "|",
  );
const topics =
  "Tide gauges|Salinity probes|Housing designs|Solar sizing|Calibration round|Gateway firmware|Field week|Data licence|Handbook, chapter 3|Wave buoys|Drifting clocks|Spring moorings|Picture hosting|Outreach".split(
    "|",
  );

export function inventPeople(random: Random, count: number): Person[] {
  const names = new Set<string>();
  while (names.size < count) {
    const family = random.pick(familyStarts) + random.pick(familyEnds);
    // A second family name keeps names apart once the plain ones run out.
    const second = names.size > 8_000 || random.chance(0.1) ? `-${random.pick(familyStarts)}${random.pick(familyEnds)}` : "";
    names.add(`${random.pick(firstNames)} ${family}${second}`);
  }
  return Array.from(names, (name, index) => ({
    name,
    resourceId: 41_000_000 + index,
    account: random.chance(0.7) ? accountId(random) : null,
    company: random.pick(companies),
  }));
}

/** The three forms of account ids that Confluence Cloud has given out. */
function accountId(random: Random): string {
  const hex = (length: number): string => random.text("0123456789abcdef", length);
  if (random.chance(0.3)) return hex(24);
  const prefix = random.pick(["712020", "557058", "70121"]);
  return `${prefix}:${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

export function inventSentence(random: Random): string {
  const turn = random
    .pick(turns)
    .replace("{n}", String(random.between(2, 40)))
    .replace("{m}", String(random.between(41, 90)));
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)}, ${turn}.`;
}

export function inventTopic(random: Random): string {
  return random.pick(topics);
}

/** A few sentences, now and then with what people link, stress and paste into minutes: addresses, phone numbers, passcodes. */
export function inventParagraph(random: Random, sentences: number): Inline[] {
  const parts: Inline[] = [];
  for (let index = 0; index < sentences; index += 1) {
    if (index > 0) parts.push(" ");
    parts.push(inventSentence(random));
    const roll = random.next();
    if (roll < 0.06)
      parts.push(" See ", { link: inventTopic(random), href: `https://data.example.org/set/${random.between(100, 9999)}` }, ".");
    else if (roll < 0.1) parts.push(" ", { strong: "Decision:" }, " go on as planned.");
    else if (roll < 0.115)
      parts.push(` Write to ${random.text("abcdefghij", 6)}@tide.example.org or call +1 617-555-01${random.between(10, 99)}.`);
  }
  return parts;
}

export function inventInvitation(random: Random): Inline[] {
  const meeting = random.text("123456789", 11);
  const href = `https://zoom.example.org/j/${meeting}?pwd=${random.text("ABCDEFGHabcdefgh123456", 32)}`;
  return ["Join: ", { link: href, href }, ` Meeting ID: ${meeting} Passcode: ${random.text("123456789", 6)}`];
}

export function inventVideo(random: Random): string {
  const id = random.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", 10);
  return random.chance(0.5) ? `https://www.youtube.com/watch?v=${id}A` : `https://youtu.be/${id}Q`;
}
