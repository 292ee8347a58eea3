import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { defaultRedactionPolicy, redact } from "../../src/pages/redaction/index.ts";
import { confluenceExport, type ExportSettings } from "../../src/sources/confluence-export/index.ts";
import { isSkip, type Listing, type Redactor, type Skip, type SourcePage } from "../../src/sources/types.ts";
import { type Files, folderOf, htmlPage, indexPage, zipOf } from "./support/export-folder.ts";

const plainRedactor: Redactor = (text, form) => redact(text, form, defaultRedactionPolicy);

interface Reading {
  readonly listing: Listing;
  readonly pages: readonly SourcePage[];
  readonly skips: readonly Skip[];
}

async function read(path: string, settings: Partial<ExportSettings> = {}, redactor = plainRedactor): Promise<Reading> {
  const source = confluenceExport({ id: "export", path, space: null, baseUrl: null, ...settings }, redactor);
  try {
    const listing = await source.open();
    const items = await Array.fromAsync(source.pages());
    return { listing, pages: items.flatMap((item) => (isSkip(item) ? [] : [item])), skips: items.filter(isSkip) };
  } finally {
    await source.close();
  }
}

const ids = (reading: Reading): string[] => reading.pages.map((page) => page.envelope.pageId);

const guild: Files = {
  "index.html": indexPage,
  "Home_5000.html": htmlPage({ title: "Home" }),
  "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care", parents: '<li><span><a href="Home_5000.html">Home</a></span></li>' }),
  "attachments/5001/5002.html": "<p>an attachment</p>",
  "styles/site.css": "p {}",
};

describe("an export with a list of pages", () => {
  test("gives the space, the day and every page once, in order", async () => {
    const reading = await read(await folderOf(guild));
    expect(reading.listing).toEqual({ space: { key: "LAN", name: "Lantern Guild" }, count: 3, asOf: "2024-03-21", url: null });
    expect(reading.skips).toEqual([]);
    expect(ids(reading)).toEqual(["5000", "5001"]);
    expect(reading.pages.map((page) => page.envelope.isHome)).toEqual([true, false]);
    expect(reading.pages[1]?.envelope.parents).toEqual([{ title: "Home", href: "Home_5000.html", pageId: "5000" }]);
    expect(reading.pages[0]?.observedOn).toBe("2024-03-21");
  });

  test("is the same as a zip, at its root or in a folder", async () => {
    const folder = await read(await folderOf(guild));
    const inFolder = Object.fromEntries(Object.entries(guild).map(([path, content]) => [`some/where/${path}`, content]));
    for (const path of [await zipOf(guild, "another name.zip"), await zipOf(inFolder)]) {
      const zip = await read(path);
      expect(zip.listing).toEqual(folder.listing);
      expect(zip.pages).toEqual(folder.pages);
    }
  });

  test("gives addresses where the wiki's is known", async () => {
    const reading = await read(await folderOf(guild), { baseUrl: "https://wiki.example.org/wiki/" });
    expect(reading.pages[0]?.envelope.url).toBe("https://wiki.example.org/wiki/pages/viewpage.action?pageId=5000");
    expect(reading.listing.url).toBe("https://wiki.example.org/wiki/");
  });

  test("redacts every file once", async () => {
    const seen: string[] = [];
    await read(await folderOf(guild), {}, (text, form) => {
      seen.push(/<title>([^<]*)/.exec(text)?.[1] ?? "");
      return redact(text, form, defaultRedactionPolicy);
    });
    expect(seen.sort()).toEqual(["LAN (Lantern Guild)", "Lantern Guild : Home", "Lantern Guild : Lamp Care"]);
  });
});

test("an export without a list of pages is named by its pages, and read and redacted once all the same", async () => {
  let calls = 0;
  const reading = await read(
    await folderOf({ "Home_5000.html": htmlPage({ title: "Home" }), "Oil_5003.html": htmlPage({ title: "Oil" }) }),
    {},
    (text, form) => {
      calls += 1;
      return redact(text, form, defaultRedactionPolicy);
    },
  );
  expect(reading.listing.space).toEqual({ key: "lantern-guild", name: "Lantern Guild" });
  expect(calls).toBe(2);
});

test("a date that could be several days is read as the export's other dates are, else it is counted", async () => {
  const made = (day: string): string => htmlPage({ title: `On ${day}`, line: `Created by Ilse on ${day}` });
  const pages = { "1000.html": made("lis 05, 2014"), "2000.html": made("03/04/2020") };
  const alone = await read(await folderOf(pages));
  expect(alone.pages.map(({ envelope }) => [envelope.createdBy?.name, envelope.createdOn, envelope.losses])).toEqual([
    ["Ilse", null, ["date of a page that can be read as several days"]],
    ["Ilse", null, ["date of a page that can be read as several days"]],
  ]);
  const beside = await read(await folderOf({ ...pages, "3000.html": made("gru 03, 2014"), "4000.html": made("03/31/2020") }));
  expect(beside.pages.map(({ envelope }) => [envelope.createdOn, envelope.losses])).toEqual([
    ["2014-11-05", []],
    ["2020-03-04", []],
    ["2014-12-03", []],
    ["2020-03-31", []],
  ]);
});

describe("ids", () => {
  test("of two files with one id the newer one is kept, and the other is named", async () => {
    const reading = await read(
      await folderOf({
        "5001.html": htmlPage({ title: "Lamp Care", line: "Created by A on Mar 1, 2020" }),
        "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care", line: "Created by A, last modified on Mar 1, 2022" }),
      }),
    );
    expect(reading.pages.map((page) => page.envelope.file)).toEqual(["Lamp-Care_5001.html"]);
    expect(reading.skips).toEqual([
      { file: "5001.html", weight: "fault", reason: expect.stringMatching(/page id 5001, as Lamp-Care_5001\.html has.*was kept/) },
    ]);
  });

  test("as short as they are, and with endings in capitals", async () => {
    const reading = await read(
      await folderOf({
        "Home_7.html": htmlPage({ title: "Home" }),
        "Oil_42.HTML": htmlPage({ title: "Oil" }),
        "5001.HTML": htmlPage({ title: "Lamp Care", line: "Created by A on Mar 1, 2020" }),
        "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care", line: "Created by A, last modified on Mar 1, 2022" }),
      }),
    );
    expect(ids(reading).sort()).toEqual(["42", "5001", "7"]);
    expect(reading.skips).toEqual([
      { file: "5001.HTML", weight: "fault", reason: expect.stringMatching(/as Lamp-Care_5001\.html has.*was kept/) },
    ]);
  });

  test("made of titles where the form has none, told apart by the file", async () => {
    const old = (title: string): string =>
      htmlPage({ title })
        .replace('id="main-header"', 'id="main-header" class="pageSectionHeader"')
        .replace(/<ol id="breadcrumbs">.*<\/ol>/, "");
    const reading = await read(
      await folderOf({ "Oil.html": old("Oil"), "Oil+again.html": old("Oil"), "2012.html": old("2012"), "灯.html": old("灯") }),
    );
    expect(reading.pages.map((page) => page.envelope.pageIdBasis)).toEqual(["title", "title", "title", "title"]);
    expect(ids(reading)).toEqual([
      "t-2012",
      expect.stringMatching(/^t-oil$|^t-oil-[0-9a-f]+$/),
      expect.stringMatching(/^t-oil-[0-9a-f]+$/),
      expect.stringMatching(/^t-x-[0-9a-f]{12}$/),
    ]);
    expect(new Set(ids(reading)).size).toBe(4);
  });
});

describe("what is set aside, with its name and what to do", () => {
  test.each<[string, Files, RegExp]>([
    ["an empty file", { "Oil_5003.html": "" }, /the file is empty.*export it again/],
    ["blanks only", { "Oil_5003.html": " \n\n " }, /only blanks/],
    ["a truncated file", { "Oil_5003.html": htmlPage({ title: "Oil" }).slice(0, -60) }, /ends in the middle \(no <\/html>\)/],
    [
      "another encoding, undeclared",
      { "Oil_5003.html": Buffer.from(htmlPage({ title: "Öl für die Brüder" }).replace(/<META.*>/, ""), "latin1") },
      /not UTF-8.*iconv/,
    ],
    [
      "another encoding than declared",
      { "Oil_5003.html": Buffer.from(htmlPage({ title: "Oil", body: "äöüß".repeat(20) }), "latin1") },
      /not the UTF-8 that it declares/,
    ],
    ["bytes that are no text", { "Oil_5003.html": new Uint8Array([60, 104, 0, 0, 255, 1, 2, 0, 0, 3]) }, /not text/],
    ["a page without a title", { "Oil_5003.html": htmlPage({ title: "" }).replace(/<title>.*<\/title>/, "") }, /without a title/],
    [
      "nesting that no author makes",
      { "Oil_5003.html": htmlPage({ title: "Oil", body: "<div>".repeat(50_000) }) },
      /nested more than 5000 levels/,
    ],
  ])("%s", async (_, files, reason) => {
    const reading = await read(await folderOf({ ...guild, ...files }));
    expect(ids(reading)).toEqual(["5000", "5001"]);
    expect(reading.skips).toEqual([{ file: "Oil_5003.html", weight: "fault", reason: expect.stringMatching(reason) }]);
  });

  test("a page over the limit", async () => {
    const reading = await read(await folderOf({ ...guild, "Oil_5003.html": htmlPage({ title: "Oil", body: "x".repeat(5000) }) }), {
      maxPageBytes: 4000,
    });
    expect(ids(reading)).toEqual(["5000", "5001"]);
    expect(reading.skips).toEqual([{ file: "Oil_5003.html", weight: "fault", reason: expect.stringMatching(/too big.*limit/) }]);
  });

  test("what is no page is noted only", async () => {
    const reading = await read(
      await folderOf({ ...guild, "about.html": "<html><body><p>Hi</p></body></html>", "README.md": "# x", "more/z.html": "<p>" }),
    );
    expect(reading.skips.map((skip) => [skip.file, skip.weight])).toEqual([
      ["README.md", "note"],
      ["more/z.html", "note"],
      ["about.html", "note"],
    ]);
  });

  test("a page that no one foresaw costs no other page", async () => {
    const reading = await read(await folderOf(guild), {}, (text, form) => {
      if (text.includes("Lamp Care")) throw new TypeError("boom");
      return redact(text, form, defaultRedactionPolicy);
    });
    expect(ids(reading)).toEqual(["5000"]);
    expect(reading.skips).toEqual([
      { file: "Lamp-Care_5001.html", weight: "fault", reason: expect.stringMatching(/boom.*bug in minutebook/) },
    ]);
  });
});

test("letters that macOS takes apart in file names are put together", async () => {
  const reading = await read(await folderOf({ ["Öl_5003.html".normalize("NFD")]: htmlPage({ title: "Öl" }) }));
  expect(reading.pages[0]?.envelope.file).toBe("Öl_5003.html".normalize("NFC"));
});

describe("what is no export at all", () => {
  test.each<[string, Files, RegExp]>([
    ["other files", { "a.txt": "x", "b.pdf": "y" }, /no Confluence space export: expected .* found 2 files.*Give the folder/],
    ["pages of another program", { "a.html": "<html><body>a</body></html>" }, /no page that Confluence wrote: expected .*Give the folder/],
  ])("%s", async (_, files, message) => {
    const path = await folderOf(files);
    const failure = await read(path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InputError);
    expect((failure as InputError).message).toMatch(message);
    expect((failure as InputError).message).toContain(path);
  });

  test("an empty folder, a missing one", async () => {
    await expect(read(await folderOf({}))).rejects.toThrow(InputError);
    await expect(read("/nowhere/at/all")).rejects.toThrow(InputError);
  });
});
