import { stringify } from "yaml";
import type { ProposedGroup } from "./groups.ts";

/** What is to stand in a new configuration. Pure text: nothing here is a secret, but for the names of variables. */
export interface Draft {
  /** Path or address of the JSON Schema, as the file should name it. */
  readonly schema: string;
  readonly title: string;
  readonly archive: string;
  readonly wiki: {
    readonly baseUrl: string;
    readonly space: string;
    readonly allowPrivateHost: boolean;
    /** Variables of the environment that are set. */
    readonly auth: "basic" | "bearer" | "none";
    /** What was found there, for a comment. */
    readonly found: string | null;
  } | null;
  readonly videos: {
    readonly key: "playlist" | "channel";
    readonly value: string;
    readonly hasKey: boolean;
    readonly group: string | null;
    readonly roots: Readonly<Record<string, string>>;
    readonly found: string | null;
  } | null;
  readonly groups: readonly ProposedGroup[];
}

/** A configuration with comments that say what may be added. */
export function configText(draft: Draft): string {
  const { wiki, videos } = draft;
  return [
    `# yaml-language-server: $schema=${draft.schema}`,
    "# Made by `minutebook init`; `minutebook doctor --config` with this file tells whether all of it is well.",
    `title: ${scalar(draft.title)}`,
    `archive: ${scalar(draft.archive)} # relative to this file`,
    "sources:",
    ...(wiki === null ? [] : wikiLines(wiki)),
    ...(videos === null ? [] : videoLines(videos)),
    ...groupLines(draft.groups),
    "privacy: { phones: redact, emails: redact, passcodes: redact, accountIds: keep }",
    "",
  ].join("\n");
}

const byHand = "# a token alone: bearer; nothing: as anybody may";
const license = "    # license: CC-BY-4.0 # what downstream sites must show";

function wikiLines({ baseUrl, space, allowPrivateHost, auth, found }: NonNullable<Draft["wiki"]>): string[] {
  const basic = `    auth: { email: "${variable("CONFLUENCE_EMAIL")}", token: "${variable("CONFLUENCE_TOKEN")}" } ${byHand}`;
  const bearer = `    auth: { token: "${variable("CONFLUENCE_TOKEN")}" } # with an e-mail beside it: basic`;
  return [
    ...(found === null ? [] : [`  # ${onOneLine(found)}`]),
    "  - id: wiki",
    "    type: confluence",
    `    baseUrl: ${scalar(baseUrl)}`,
    `    space: ${scalar(space)}`,
    auth === "basic" ? basic : auth === "bearer" ? bearer : basic.replace("    auth", "    # auth"),
    ...(allowPrivateHost ? ["    allowPrivateHost: true"] : []),
    "    # formerBaseUrls: [https://wiki.old.example/] # where the wiki was before: links there are followed",
    license,
  ];
}

function videoLines({ key, value, hasKey, group, roots, found }: NonNullable<Draft["videos"]>): string[] {
  const apiKey = `    apiKey: "${variable("YOUTUBE_API_KEY")}" # or oauth; nothing: the public feed, which names 15 videos`;
  return [
    ...(found === null ? [] : [`  # ${onOneLine(found)}`]),
    "  - id: videos",
    "    type: youtube",
    `    ${key}: ${scalar(value)}`,
    hasKey ? apiKey : apiKey.replace("    apiKey", "    # apiKey"),
    group === null ? "    # group: whose recordings these are" : `    group: ${scalar(group)} # whose recordings these are`,
    ...Object.entries(roots).map(([name, address]) => `    ${name}: ${scalar(address)}`),
    license,
  ];
}

function groupLines(groups: readonly ProposedGroup[]): string[] {
  const more = "    # aliases: [other names], meetings: monthly, reports: semiannual: what the pages do not say";
  if (groups.length === 0)
    return ["# groups: # what is declared about groups that the pages do not say", "#   - name: Lantern Guild", `# ${more.slice(2)}`];
  const lines = groups.flatMap(({ name, aliases, meetings, reports }) => [
    `  - name: ${scalar(name)}`,
    ...(aliases.length > 0 ? [`    aliases: [${aliases.map((alias) => JSON.stringify(alias)).join(", ")}]`] : []),
    // What the dates say today is no declaration: it may change tomorrow.
    ...(meetings === null ? [] : [`    # meetings: ${meetings} # as the dates say`]),
    ...(reports === null ? [] : [`    # reports: ${reports} # as the dates say`]),
  ]);
  return ["groups: # found at a first look: delete what is no group, add what the pages do not say", ...lines, more];
}

function variable(name: string): string {
  return `${"$"}{${name}}`;
}

/** Text of a wiki as YAML takes it: quoted where it would mean something else. */
function scalar(text: string): string {
  return stringify(onOneLine(text), { lineWidth: 0 }).trimEnd();
}

/** Of a comment nothing may reach the next line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
