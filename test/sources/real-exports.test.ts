import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { allBlocks } from "../../src/pages/document.ts";
import { toMarkdown } from "../../src/pages/to-markdown.ts";
import { confluenceExport } from "../../src/sources/confluence-export/index.ts";
import { isSkip, type Skip, type SourcePage } from "../../src/sources/types.ts";
import { modelText, shownText } from "../pages/support/render.ts";

// Real exports lie beside the repository, where they may be read but not copied from. Without them these tests are skipped.
const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const exportsFolder = join(shared, "exports");
const corpora = ["corpus", "corpus-html"].flatMap((name) => foldersIn(join(shared, name)));

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [join(path, entry.name)] : []));
}

async function read(path: string): Promise<{ pages: SourcePage[]; skips: Skip[] }> {
  const source = confluenceExport({ id: "export", path, space: null, baseUrl: null }, (text) => ({
    text,
    counts: { phone: 0, email: 0, passcode: 0, secret: 0 },
  }));
  try {
    await source.open();
    const items = await Array.fromAsync(source.pages());
    return { pages: items.flatMap((item) => (isSkip(item) ? [] : [item])), skips: items.filter(isSkip) };
  } finally {
    await source.close();
  }
}

const expectedPages = z.array(
  z.looseObject({
    file: z.string(),
    kind: z.enum(["page", "index"]),
    spaceName: z.string().nullish(),
    title: z.string(),
    breadcrumbs: z.array(z.string()),
    pageId: z.string().nullable(),
    createdBy: z.string().nullable(),
    createdOn: z.string().nullable(),
    modifiedBy: z.string().nullable(),
    modifiedOn: z.string().nullable(),
    generatedOn: z.string().nullish(),
    headings: z.number(),
    tables: z.number(),
    tableCells: z.number(),
    listItems: z.number(),
    codeBlocks: z.number(),
    commentsCount: z.number(),
    attachments: z.array(z.unknown()),
    extra: z.looseObject({ tocLinks: z.number(), infoMacros: z.number() }),
  }),
);

const hasExports = existsSync(join(exportsFolder, "expected.json"));
const expected = hasExports ? expectedPages.parse(JSON.parse(readFileSync(join(exportsFolder, "expected.json"), "utf8"))) : [];

/** Where our model differs from a count of elements, and why: a heading without a text is none; macros of 2012 are layout tables. */
const known: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "mitxi21__dtk/Scripting-on-DTK_309660166.html": { headings: 11 },
  "versionone__VersionOne.Integration.Perforce/index.html": { tables: 10, tableCells: 108 },
};

describe.skipIf(!hasExports)(`real exports agree with another parser (${hasExports ? "found" : `skipped: no ${exportsFolder}`})`, () => {
  test.for([...new Set(expected.map((page) => page.file.split("/")[0] ?? ""))])("%s", async (folder) => {
    const { pages, skips } = await read(join(exportsFolder, folder));
    expect(skips).toEqual([]);
    const found = new Map(pages.map((page) => [`${folder}/${page.envelope.file}`, page]));
    for (const wanted of expected.filter((page) => page.file.startsWith(`${folder}/`))) {
      const page = found.get(wanted.file);
      if (wanted.kind === "index") {
        expect.soft(page, wanted.file).toBeUndefined();
        continue;
      }
      if (!page) throw new Error(`${wanted.file} was not read`);
      const { envelope, document } = page;
      expect
        .soft(
          {
            title: envelope.title,
            breadcrumbs: envelope.parents.map((parent) => parent.title),
            pageId: envelope.pageIdBasis === null ? envelope.pageId : null,
            createdBy: envelope.createdBy?.name ?? null,
            createdOn: envelope.createdOn,
            modifiedBy: envelope.modifiedBy?.name ?? null,
            modifiedOn: envelope.modifiedOn,
            attachments: envelope.attachments.map((attachment) => attachment.name),
            comments: envelope.commentCount ?? 0,
          },
          wanted.file,
        )
        .toEqual({
          title: wanted.title,
          breadcrumbs: wanted.breadcrumbs.slice(1),
          pageId: wanted.pageId,
          createdBy: wanted.createdBy,
          createdOn: wanted.createdOn,
          modifiedBy: wanted.modifiedBy,
          modifiedOn: wanted.modifiedOn,
          attachments: wanted.attachments,
          comments: wanted.commentsCount,
        });
      if (wanted.generatedOn) expect.soft(page.observedOn, wanted.file).toBe(wanted.generatedOn.slice(0, 10));
      const blocks = [...allBlocks(document.blocks)];
      const tables = blocks.filter((block) => block.type === "table");
      expect
        .soft(
          {
            headings: blocks.filter((block) => block.type === "heading").length,
            tables: tables.length,
            tableCells: tables.reduce((sum, table) => sum + table.cells.length, 0),
            // The table of contents is left out.
            listItems: blocks.filter((block) => block.type === "item").length + wanted.extra.tocLinks,
            codeBlocks: blocks.filter((block) => block.type === "code").length,
          },
          wanted.file,
        )
        .toEqual({
          headings: wanted.headings,
          tables: wanted.tables,
          tableCells: wanted.tableCells,
          listItems: wanted.listItems,
          codeBlocks: wanted.codeBlocks,
          ...known[wanted.file],
        });
    }
  });
});

describe.skipIf(corpora.length === 0)(
  `whole spaces (${corpora.length === 0 ? `skipped: no ${shared}corpus` : `${corpora.length} found`})`,
  () => {
    test.for(corpora)("%s", async (path) => {
      const { pages, skips } = await read(path);
      expect(skips).toEqual([]);
      expect(pages.length).toBeGreaterThan(40);
      const odd: string[] = [];
      for (const { envelope, body, document } of pages) {
        const text = [...allBlocks(document.blocks)].map((block) => block.text).join("\n");
        if (!/^20\d\d-\d\d-\d\d$/.test(envelope.modifiedOn ?? envelope.createdOn ?? "")) odd.push(`${envelope.file}: no day`);
        if (envelope.createdBy === null) odd.push(`${envelope.file}: no author`);
        if (/Document generated by Confluence|bullet_blue/.test(body)) odd.push(`${envelope.file}: the wrapper is in the body`);
        if (/\$item[A-Z]/.test(text)) odd.push(`${envelope.file}: an unfilled template is in the text`);
      }
      expect(odd).toEqual([]);
    });

    test("the Markdown for people shows every word", async () => {
      for (const path of corpora.filter((name) => /MESIG|labs/.test(name))) {
        for (const { envelope, document } of (await read(path)).pages) {
          expect.soft(shownText(toMarkdown(document)), envelope.title).toBe(modelText(document.blocks));
        }
      }
    });
  },
);
