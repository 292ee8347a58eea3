import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextForm } from "../../src/pages/redaction/index.ts";
import { takeOut } from "../../src/pages/redaction/taken-out.ts";
import { bareText } from "../../src/pages/redaction/taken-words.ts";

function without(text: string, form: TextForm, ...texts: string[]): string {
  const wanted = new Set(texts.map((each) => bareText(each)));
  const lengths = new Set([...wanted].map(({ length }) => length));
  const has = (bare: string) => (wanted.has(bare) ? ("text" as const) : null);
  return takeOut(text, form, { lengths, has, accountLengths: new Set(), hasAccount: () => false }).text;
}

const mark = "[redacted: text]";

describe("a text is found in whatever form it stands", () => {
  test.each<[string, TextForm, string, string, string]>([
    ["as it is", "plain", "Call 555-0143-77 now", "555-0143-77", `Call ${mark} now`],
    ["with other marks between", "plain", "Call (555) 0143.77!", "555-0143-77", `Call (${mark}!`],
    ["in another case, with accents", "plain", "JOSÉ  Ibarra came", "Jose Ibarra", `${mark} came`],
    ["across tags", "html", "<p>Ilse <b>Brand</b>vold</p>", "Ilse Brandvold", `<p>${mark}<b></b></p>`],
    ["with entities", "html", "<p>555&nbsp;0143&#45;77</p>", "555 0143 77", `<p>${mark}</p>`],
    ["in an attribute", "html", '<img alt="555 0143 77"/>', "555014377", `<img alt="${mark}"/>`],
    ["in an address", "html", '<a href="tel:555-0143-77">x</a>', "555014377", '<a href="tel:redacted">x</a>'],
    ["in code", "html", "<pre>call 555 0143 77</pre><p>on</p>", "555014377", `<pre>call ${mark}</pre><p>on</p>`],
    ["in code within code", "html", "<pre><code>555 0143 77</code></pre>", "555014377", `<pre><code>${mark}</code></pre>`],
    [
      "in a block of the storage format",
      "html",
      "<ac:plain-text-body><![CDATA[a < 555 0143 77]]></ac:plain-text-body>",
      "555014377",
      `<ac:plain-text-body><![CDATA[a < ${mark}]]></ac:plain-text-body>`,
    ],
    ["in Markdown", "markdown", "**555** 0143 77 and `555014377`", "555014377", `**${mark} and \`${mark}\``],
    ["as an address", "url", "https://a.example/555-0143-77.html", "555014377", "https://a.example/redacted.html"],
    ["in cells that were run together", "markdown", "NameRoleIlse BrandvoldChairBo Chen", "Ilse Brandvold", `NameRole${mark}ChairBo Chen`],
    ["behind a year", "plain", "in 2022Ilse Brandvold came", "Ilse Brandvold", `in 2022${mark} came`],
    ["without blanks", "plain", "主席是山田太郎先生", "山田太郎", `主席是${mark}先生`],
  ])("%s", (_, form, text, wanted, left) => {
    expect(without(text, form, wanted)).toBe(left);
  });
});

test.each<[string, string]>([
  ["as a part of a longer number", "Ticket 155501437 and 5550143778"],
  ["as a part of a longer word", "Brandvolder"],
  ["with half a sentence between", "555 0143 and a good while later 77"],
])("what is not the text stays: %s", (_, text) => {
  expect(without(text, "plain", "555014377", "Brandvold")).toBe(text);
});

test.each([
  ["code that is never closed", "<code>"],
  ["code in code", "<pre><code>555 </code>"],
  ["a word that goes on", "555"],
  ["words that are as long as half of the text", "5550 "],
])("a megabyte of %s is read to its end", (_, piece) => {
  const text = `${piece.repeat(Math.ceil(1_000_000 / piece.length))} <p>555 0143 77</p>`;
  expect(without(text, "html", "555014377")).toMatch(/\[redacted: text\](?:<\/p>)?$/);
});

test("a second call changes nothing, and what is around stays", () => {
  const words = fc.constantFrom("fog", "<b>", "</b>", "555", "0143", "77", "&amp;", "`", "lamp", "\n", "[", "](x)");
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), fc.constantFrom<TextForm>("html", "markdown", "plain"), (parts, form) => {
      const once = without(parts.join(" "), form, "555 0143 77");
      expect(without(once, form, "555 0143 77")).toBe(once);
      expect(once.split("lamp").length).toBe(parts.join(" ").split("lamp").length);
    }),
  );
});

describe("accounts", () => {
  const cloud = "557058:0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9";
  const gone = (text: string, form: TextForm, ...accounts: string[]): string => {
    const wanted = new Set(accounts.flatMap((account) => [bareText(account), bareText(encodeURIComponent(account))]));
    const accountLengths = new Set([...wanted].map(({ length }) => length));
    return takeOut(text, form, { lengths: new Set(), has: () => null, accountLengths, hasAccount: (bare) => wanted.has(bare) }).text;
  };

  test.each<[string, string, string]>([
    ["an id in an attribute", `<ri:user ri:account-id="${cloud}"/>`, '<ri:user ri:account-id="redacted"/>'],
    ["an id in an address", `<a href="/people/${cloud}?ref=x">x</a>`, '<a href="/people/redacted?ref=x">x</a>'],
    ["an id that an address escapes", `<a href="/display/~${encodeURIComponent(cloud)}">x</a>`, '<a href="/display/~redacted">x</a>'],
    ["an id in prose", `<p>It is ${cloud}.</p>`, "<p>It is redacted.</p>"],
    ["a user name where user names stand", '<ri:user ri:username="table"/>', '<ri:user ri:username="redacted"/>'],
    [
      "a user name in an address",
      '<a data-username="table" href="/display/~table">x</a>',
      '<a data-username="redacted" href="/display/~redacted">x</a>',
    ],
  ])("%s", (_, text, expected) => {
    const once = gone(text, "html", cloud, "table");
    expect(once).toBe(expected);
    expect(gone(once, "html", cloud, "table")).toBe(expected);
  });

  test("a user name that is a word is left where it is one, and so are other people's accounts", () => {
    const text = `<table class="table"><tr><td>A table of ${cloud.replace("557058", "557059")}</td></tr></table><ri:user ri:username="tables"/>`;
    expect(gone(text, "html", cloud, "table")).toBe(text);
  });
});

describe("a given name", () => {
  const taken = {
    lengths: new Set([5]),
    has: (bare: string) => (bare === "tomas" ? ("given" as const) : null),
    accountLengths: new Set<number>(),
  };
  const without = (text: string): string => takeOut(text, "plain", { ...taken, hasAccount: () => false }).text;

  test.each(["Thanks, X.", "X: one task", "X A. came", "x and Bo", "(X)", "X\nBo"])("goes where it stands alone: %j", (text) => {
    expect(without(text.replace(/x/i, "Tomás"))).toBe(text.replace(/x/i, mark));
  });

  test.each(["Tomás Brook came", "people/tomas-brook", "tomas.brook at work"])(
    "stays where the name of somebody else follows: %j",
    (text) => {
      expect(without(text)).toBe(text);
    },
  );
});
