import { describe, expect, test } from "vitest";
import { accountsIn, NameBook } from "../../../src/sources/confluence/names.ts";
import type { Wiki } from "../../../src/sources/confluence/types.ts";
import { knownPage } from "./made-pages.ts";

const account = (id: string, name: string | null = null) => ({ id, name });

/** A wiki that knows these names, and what it was asked for. */
function bookOf(names: Readonly<Record<string, string>>) {
  const asked: (readonly string[])[] = [];
  const wiki = {
    names: async (accounts: readonly string[]) => {
      asked.push(accounts);
      return new Map(accounts.flatMap((id) => (names[id] === undefined ? [] : [[id, names[id]] as const])));
    },
  };
  return { asked, book: new NameBook(wiki as unknown as Wiki, (name) => name.replace("@", " at ")) };
}

describe("what Confluence adds to the names of accounts that are gone is no part of them", () => {
  test.each([
    ["Ilse Brandvold (Deactivated)", "Ilse Brandvold"],
    ["Ilse Brandvold (Unlicensed)", "Ilse Brandvold"],
    ["Ilse Brandvold [X]", "Ilse Brandvold"],
    ["Ilse (Harbour) Brandvold", "Ilse (Harbour) Brandvold"],
  ])("%s", async (shown, name) => {
    const { book } = bookOf({ b: shown });
    await book.learn([account("a", shown), account("b")]);
    expect([book.person(account("a")), book.person(account("b"))]).toEqual([
      { name, accountId: "a" },
      { name, accountId: "b" },
    ]);
  });

  test("of a name that holds nothing else there is none", async () => {
    const { book } = bookOf({ a: "(Deactivated)" });
    await book.learn([account("a")]);
    expect(book.person(account("a"))).toBeNull();
  });
});

test("each name is asked for once, also where the wiki does not know it", async () => {
  const { book, asked } = bookOf({ a: "Ilse Brandvold" });
  await book.learn([account("b"), account("a"), account("a"), null]);
  await book.learn([account("a"), account("b"), account("c", "Aiko Nakamura")]);
  expect(asked).toEqual([["a", "b"]]);
  expect(["a", "b", "c"].map((id) => book.nameOf(id))).toEqual(["Ilse Brandvold", null, "Aiko Nakamura"]);
});

test("a name once known stays, and secrets are taken out of new ones", async () => {
  const { book, asked } = bookOf({ a: "Somebody else" });
  const known = knownPage({ createdBy: { name: "Ilse Brandvold", accountId: "a" }, mentions: { m: "Tomás Arriaga" } });
  book.addKnown([known]);
  await book.learn([account("a", "Former user"), account("m"), account("e", "jo@guild.example")]);
  expect(["a", "m", "e"].map((id) => book.nameOf(id))).toEqual(["Ilse Brandvold", "Tomás Arriaga", "jo at guild.example"]);
  expect(asked).toEqual([]);
});

test("accounts are read from all forms of mentions, each once", () => {
  const body = `<ri:user ri:account-id="a"/><ri:user ri:userkey='b'/><ri:user ri:username = "c"/><ri:user ri:account-id="a"/><ri:page ri:content-title="d"/>`;
  expect(accountsIn(body)).toEqual(["a", "b", "c"]);
});
