import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Config, configFrom, isSetInEnvironment, type SourceConfig } from "../config/index.ts";
import { ConfigError } from "../errors.ts";
import type { Patience } from "../http/client.ts";
import { defaultRedactionPolicy, redact } from "../pages/redaction/index.ts";
import { slug } from "../records/ids.ts";
import { type Survey, surveyConfluence } from "../sources/confluence/survey.ts";
import { probeSource } from "../sources/registry.ts";
import { parseWikiAddress, playlistKey } from "./answers.ts";
import { configText, type Draft } from "./config-text.ts";
import { type ProposedGroup, proposeGroups } from "./groups.ts";

export { parseWikiAddress } from "./answers.ts";
export type { ProposedGroup } from "./groups.ts";

/** What somebody said, or gave as options. */
export interface Answers {
  readonly url: string | null;
  readonly space: string | null;
  readonly playlist: string | null;
  readonly title: string | null;
  readonly allowPrivateHost: boolean;
  /** Of a stand-in, where not of YouTube itself. */
  readonly roots?: Readonly<Record<string, string>>;
}

/** A configuration that would do, with what was found on the way to it. */
export interface Proposal {
  readonly draft: Draft;
  readonly wiki: string | null;
  readonly videos: string | null;
  readonly groups: readonly ProposedGroup[];
  /** Of a large space more than was looked at is there. */
  readonly isCut: boolean;
}

/**
 * Asks the sources that the answers name, and proposes a configuration.
 * @throws ConfigError where the answers name no source, or in a form that leads nowhere
 * @throws SourceError where one does not answer
 */
export async function propose(answers: Answers, asOf: string, patience: Patience = {}): Promise<Proposal> {
  if (answers.url === null && answers.playlist === null)
    throw new ConfigError("nothing to read: expected the address of a wiki (--url), a playlist (--playlist), or both");
  const empty: Draft = { schema: "", title: "Minutebook", archive: "./archive", wiki: null, videos: null, groups: [] };
  const seen = answers.url === null ? null : await lookAtWiki(answers, empty, patience);
  const groups = seen === null ? [] : proposeGroups(seen.survey, asOf);
  const videos = await lookAtVideos(answers, empty, patience);
  const whole = groups.find(({ isWhole }) => isWhole)?.name ?? (groups.length === 1 ? groups[0]?.name : null) ?? null;
  const title = answers.title ?? seen?.survey.space.name ?? videos?.title ?? "Minutebook";
  return {
    draft: { ...empty, title, wiki: seen?.wiki ?? null, videos: videos && { ...videos.videos, group: whole }, groups },
    wiki: seen?.wiki.found ?? null,
    videos: videos?.videos.found ?? null,
    groups,
    isCut: seen?.survey.isCut ?? false,
  };
}

async function lookAtWiki(
  answers: Answers,
  empty: Draft,
  patience: Patience,
): Promise<{ wiki: NonNullable<Draft["wiki"]>; survey: Survey }> {
  const { bases, space: named } = parseWikiAddress(answers.url ?? "");
  const space = answers.space ?? named;
  if (space === null) throw new ConfigError("the wiki has many spaces: expected the key of one (--space), as in the address of its pages");
  const auth = !isSetInEnvironment("CONFLUENCE_TOKEN") ? "none" : isSetInEnvironment("CONFLUENCE_EMAIL") ? "basic" : "bearer";
  for (const [index, baseUrl] of bases.entries()) {
    const wiki = { baseUrl, space, auth, allowPrivateHost: answers.allowPrivateHost, found: null } as const;
    const config = onlySource(configText({ ...empty, wiki }));
    try {
      const survey = await surveyConfluence(
        config as Extract<SourceConfig, { type: "confluence" }>,
        (text, form) => redact(text, form, defaultRedactionPolicy),
        patience,
      );
      return { wiki: { ...wiki, space: survey.space.key, found: foundLine(survey) }, survey };
    } catch (error) {
      // The address lacks its path: the next one has it.
      if (!(error instanceof ConfigError) || index === bases.length - 1) throw error;
    }
  }
  throw new ConfigError("no address to ask");
}

function foundLine({ flavour, space, pages, isCut }: Survey): string {
  const what = { cloud: "Confluence Cloud", server: "Confluence Data Center or Server", pages: "a Confluence whose public pages are read" };
  const count = flavour === "pages" ? "" : `, ${pages.length}${isCut ? " pages and more" : pages.length === 1 ? " page" : " pages"}`;
  return `${what[flavour]}: the space ${space.name ?? space.key}${count}`;
}

async function lookAtVideos(
  answers: Answers,
  empty: Draft,
  patience: Patience,
): Promise<{ videos: NonNullable<Draft["videos"]>; title: string | null } | null> {
  if (answers.playlist === null) return null;
  const value = answers.playlist.trim();
  const hasKey = isSetInEnvironment("YOUTUBE_API_KEY");
  const videos = { key: playlistKey(value), value, hasKey, group: null, roots: answers.roots ?? {}, found: null } as const;
  const { found, title = null } = await probeSource(onlySource(configText({ ...empty, videos })), patience);
  return { videos: { ...videos, found }, title };
}

/** The text is read as a run would read it: what does not fit is told in the same words. */
function onlySource(text: string): SourceConfig {
  const [source] = configFrom(text, "(what was asked for)").sources;
  if (source === undefined) throw new ConfigError("no source to ask");
  return source;
}

export function usualFile(title: string): string {
  return `${slug(title) || "minutebook"}.yaml`;
}

/** @throws ConfigError where the file is there already and may not be overwritten */
export async function refuseOverwriting(file: string, force: boolean): Promise<void> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (isThere && !force) throw new ConfigError(`${file} is there already: name another file (--out), or overwrite it (--force)`, { file });
}

/**
 * Writes the configuration; its folder is made where there is none.
 * @throws ConfigError where the file is there already and may not be overwritten
 */
export async function writeConfig(
  draft: Draft,
  out: string,
  options: { readonly archive: string | null; readonly force: boolean },
): Promise<Config> {
  await refuseOverwriting(out, options.force);
  const folder = dirname(resolve(out));
  const usual = join(folder, basename(folder) === "config" ? "../archive" : "archive");
  const archive = pathFrom(folder, resolve(options.archive ?? usual));
  const schema = pathFrom(folder, fileURLToPath(new URL("../../config/schema.json", import.meta.url)));
  const text = configText({ ...draft, archive, schema });
  const config = configFrom(text, out);
  await mkdir(folder, { recursive: true });
  await writeFile(out, text, { flag: options.force ? "w" : "wx" });
  return config;
}

function pathFrom(folder: string, target: string): string {
  const path = relative(folder, target).split(sep).join("/");
  return path.startsWith("../") || isAbsolute(path) ? path : `./${path}`;
}
