import { createInterface } from "node:readline/promises";
import { type ProposedGroup, parseWikiAddress, propose, refuseOverwriting, usualFile, writeConfig } from "../setup/index.ts";
import type { Output } from "./output.ts";
import { counted, onOneLine } from "./text.ts";

export interface InitArguments {
  readonly url?: string;
  readonly space?: string;
  readonly playlist?: string;
  readonly title?: string;
  readonly archive?: string;
  readonly out?: string;
  readonly allowPrivateHost?: boolean;
  readonly force?: boolean;
  readonly json: boolean;
}

/** What somebody types; empty for the proposed answer. */
export type Ask = (question: string, usual: string) => Promise<string>;

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Writes a configuration: asks for what no option told, where there is somebody to ask. */
export async function runInit(args: InitArguments, output: Output, terminal: Terminal | null = ownTerminal()): Promise<number> {
  const mayAsk = terminal !== null && !args.json && args.url === undefined && args.playlist === undefined;
  const asking = mayAsk ? createInterface({ input: terminal.input, output: terminal.output, terminal: false }) : null;
  const answered = asking === null ? null : linesOf(asking);
  const ask: Ask | null =
    answered === null
      ? null
      : async (question, usual) => {
          output.stderr.write(`${question}${usual === "" ? "" : ` [${usual}]`}: `);
          return (await answered()).trim() || usual;
        };
  try {
    return await setUp(args, output, ask);
  } finally {
    asking?.close();
  }
}

/** Lines that came before they were asked for are kept; none is left at the end of the input. */
function linesOf(asking: AsyncIterable<string>): () => Promise<string> {
  const lines = asking[Symbol.asyncIterator]();
  return async () => {
    const { done, value } = await lines.next();
    return done ? "" : value;
  };
}

async function setUp(args: InitArguments, output: Output, ask: Ask | null): Promise<number> {
  const say = (text: string): void => void output.stderr.write(`${onOneLine(text)}\n`);
  const force = args.force === true;
  if (args.out !== undefined) await refuseOverwriting(args.out, force);
  const given = await answersOf(args, ask);
  say("asking …");
  const today = new Date().toISOString().slice(0, 10);
  const proposal = await propose({ ...given, title: args.title ?? null, allowPrivateHost: args.allowPrivateHost === true }, today);
  for (const line of [proposal.wiki, proposal.videos]) if (line !== null) say(`found ${line}`);
  const groups = await chosen(proposal.groups, ask, say);
  const title = (await ask?.("Title of the archive", proposal.draft.title)) ?? proposal.draft.title;
  const out = args.out ?? (await ask?.("File to write", usualFile(title))) ?? usualFile(title);
  const videos = proposal.draft.videos;
  const keptGroup = groups.some(({ name }) => name === videos?.group) ? (videos?.group ?? null) : null;
  const draft = { ...proposal.draft, title, groups, videos: videos && { ...videos, group: keptGroup } };
  await writeConfig(draft, out, { archive: args.archive ?? null, force });
  if (args.json)
    output.stdout.write(`${JSON.stringify({ file: out, title, wiki: proposal.wiki, videos: proposal.videos, groups }, null, 2)}\n`);
  else
    output.stdout.write(
      `${out} is written, with ${counted(groups.length, "group")}. Next:\n  minutebook doctor --config ${out}\n  minutebook sync --config ${out}\n`,
    );
  return 0;
}

async function answersOf(
  args: InitArguments,
  ask: Ask | null,
): Promise<{ url: string | null; space: string | null; playlist: string | null }> {
  if (ask === null) return { url: args.url ?? null, space: args.space ?? null, playlist: args.playlist ?? null };
  const url = (await ask("Address of the wiki, or of any page of it (empty: none)", "")) || null;
  const named = url === null ? "" : (args.space ?? parseWikiAddress(url).space ?? "");
  const space = url === null ? null : (await ask("Key of the space", named)) || null;
  const playlist = (await ask("Playlist or channel on YouTube (empty: none)", "")) || null;
  return { url, space, playlist };
}

/** Which of the groups are wanted; all of them where nobody is asked. */
async function chosen(groups: readonly ProposedGroup[], ask: Ask | null, say: (text: string) => void): Promise<readonly ProposedGroup[]> {
  if (groups.length === 0) return groups;
  say(`groups that the pages tell of at a first look:`);
  for (const [index, { name }] of groups.entries()) say(`${index + 1}. ${name}`);
  if (ask === null) return groups;
  const answer = await ask('Which of them are groups? Numbers such as "1 3", "all" or "none"', "all");
  if (/^all$/i.test(answer)) return groups;
  const wanted = new Set((answer.match(/\d+/g) ?? []).map(Number));
  return groups.filter((_, index) => wanted.has(index + 1));
}

function ownTerminal(): Terminal | null {
  return process.stdin.isTTY ? { input: process.stdin, output: process.stderr } : null;
}
