import type { ArchiveReader } from "../archive/index.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { bareText } from "../pages/redaction/taken-words.ts";
import type { PersonRecord } from "../records/index.ts";
import type { ToTakeOut } from "./withheld.ts";

/** Shorter ones are initials and particles. */
const shortestPart = 4;
const shortestUserName = 5;

/**
 * What is asked for, with all that tells of people who are named in it: aliases, accounts, user names, and parts of their names that nobody else in the
 * archive has and no page uses as a word.
 */
export async function withAllOfPeople(
  reader: ArchiveReader,
  asked: Pick<ToTakeOut, "texts" | "accounts" | "pages">,
): Promise<{ wanted: ToTakeOut; people: number }> {
  const bare = new Set(asked.texts.map(bareText));
  const all = await Array.fromAsync(reader.records("people"));
  const isMeant = (person: PersonRecord): boolean =>
    asked.texts.includes(person.id) ||
    namesOf(person).some((name) => bare.has(bareText(name))) ||
    person.accountIds.some((account) => asked.accounts.includes(account));
  const people = all.filter(isMeant);
  const texts = asked.texts.filter((text) => !all.some(({ id }) => id === text));
  const names = [...new Set(people.flatMap(namesOf))];
  const full = names.filter((name) => partsOf(name).length > 1);
  const accounts = new Set([...asked.accounts, ...people.flatMap(({ accountIds }) => accountIds)]);
  for await (const account of accountsOf(reader, new Set([...texts, ...full].map(bareText)))) accounts.add(account);
  const others = all.filter((person) => !people.includes(person)).flatMap(namesOf);
  const groups = await Array.fromAsync(reader.records("groups"));
  const used = new Set([...others, ...groups.flatMap(namesOf)].flatMap(partsOf).map(bareText));
  const candidates = names.flatMap(partsOf).filter((part) => bareText(part).length >= shortestPart && !used.has(bareText(part)));
  const words = await wordsAmong(reader, candidates);
  const parts = [...new Set(candidates)].filter((part) => !words.has(part));
  const given = new Set(names.flatMap(givenNameOf).map(bareText));
  const userNames = [...accounts].filter((account) => isUserNameOf(account, parts));
  return {
    wanted: {
      texts: unique([...texts, ...full, ...parts.filter((part) => !given.has(bareText(part))), ...userNames]),
      givenNames: unique(parts.filter((part) => given.has(bareText(part)))),
      accounts: [...accounts],
      pages: asked.pages,
    },
    people: people.length,
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Map(texts.map((text) => [bareText(text), text])).values()];
}

function namesOf({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }): string[] {
  return [name, ...aliases];
}

function partsOf(name: string): string[] {
  return name.split(/[\s,()]+/).filter((part) => /\p{L}/u.test(part));
}

/** The first word, or in `Family, Given` the one after the comma. */
function givenNameOf(name: string): string[] {
  const [, after = name] = name.split(",");
  return partsOf(after).slice(0, 1);
}

/** A user name may be any word: one that is made of the name is meant wherever it stands. */
function isUserNameOf(account: string, parts: readonly string[]): boolean {
  const bare = bareText(account);
  return bare.length >= shortestUserName && parts.some((part) => bare.includes(bareText(part)));
}

/** The accounts that pages give to these names. */
async function* accountsOf(reader: ArchiveReader, names: ReadonlySet<string>): AsyncGenerator<string> {
  for await (const { space, pageId } of reader.rawPages()) {
    const envelope = await reader.rawEnvelope(space, pageId);
    if (envelope === null) continue;
    for (const [account, name] of pairsOf(envelope)) if (names.has(bareText(name))) yield account;
  }
}

function pairsOf({ createdBy, modifiedBy, mentions, renamed, comments = [] }: RawEnvelope): (readonly [string, string])[] {
  const people = [createdBy, modifiedBy, ...comments.map(({ author }) => author)];
  return [
    ...people.flatMap((person) => (person?.accountId ? [[person.accountId, person.name] as const] : [])),
    ...[mentions, renamed, ...comments.map((comment) => comment.mentions)].flatMap((names) => Object.entries(names ?? {})),
  ];
}

/** Those of the names' parts that pages write in small letters: words, as it seems. Addresses are no pages' words. */
async function wordsAmong(reader: ArchiveReader, parts: readonly string[]): Promise<Set<string>> {
  const left = new Map(parts.map((part) => [part.toLowerCase(), part]));
  const words = new Set<string>();
  if (left.size === 0) return words;
  for await (const { markdown } of reader.records("pages"))
    for (const [word] of markdown.replace(/\]\([^()\s]*|https?:\S+|\S*[@~]\S+/g, " ").matchAll(/[\p{L}\p{M}'’-]+/gu)) {
      const part = left.get(word);
      if (part !== undefined && part !== word) words.add(part);
    }
  return words;
}
