import { bareGroupName } from "../extraction/index.ts";

/** The tokens of a group's name by which spellings are compared: folded, kinds abbreviated, small words dropped. */
export function groupTokens(name: string): string[] {
  return bareGroupName(name)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/\bspecial interest group\b/g, "sig")
    .replace(/\bwork(?:ing)? ?-?group\b/g, "wg")
    .replace(/\bsub[- ]?group\b/g, "subgroup")
    .replace(/\btask[- ]?force\b/g, "taskforce")
    .replace(/\busers group\b/g, "user group")
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .split(" ")
    .filter((token) => token !== "" && token !== "the" && token !== "and" && token !== "of" && token !== "for");
}

/** One key per reading: "Patient/Member Subgroup" is read whole and with each alternative. */
export function groupKeys(name: string): string[] {
  const tokens = groupTokens(name);
  if (tokens.length === 0) return [];
  const whole = tokens.join(" ").replaceAll("/", " ");
  const slashed = tokens.findIndex((token) => /\p{L}\/\p{L}/u.test(token));
  if (slashed < 0) return [whole];
  const options = (tokens[slashed] ?? "").split("/").filter((option) => option !== "");
  return [whole, ...options.map((option) => tokens.map((token, index) => (index === slashed ? option : token)).join(" "))];
}
