import { sha256Of } from "./canonical-json.ts";

const maxSegment = 60;

/** Letters that NFKD does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  "&": " and ",
};

/** A readable id segment: lower-case ASCII `[a-z0-9-]`, at most 60 characters, never `index`. Empty where nothing of the text is left. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[ßæœøđðþłı&]/g, (letter) => letters[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-");
  const cut = trimDashes(plain).slice(0, maxSegment);
  const segment = trimDashes(cut);
  return segment === "index" ? "index-page" : segment;
}

function trimDashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === "-") start += 1;
  while (end > start && text[end - 1] === "-") end -= 1;
  return text.slice(start, end);
}

/** `slug`, or a hash of what identifies the thing where the name has no ASCII letter or digit. */
export function slugOr(text: string, identity: string): string {
  return slug(text) || `x-${shortHash(identity, 12)}`;
}

/** The first hex digits of a sha256: breaks ties, so that reading order does not matter. */
export function shortHash(identity: string, digits = 8): string {
  return sha256Of(identity).slice(0, digits);
}

/** `base` with a tie-breaking hash, still at most 60 characters in its last segment. */
export function withHash(base: string, identity: string): string {
  const cut = base.lastIndexOf("/") + 1;
  const segment = trimDashes(base.slice(cut).slice(0, maxSegment - 9));
  return `${base.slice(0, cut)}${segment}-${shortHash(identity)}`;
}
