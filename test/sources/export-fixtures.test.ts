import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { allBlocks } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import { type ExportedPage, readHtmlFile } from "../../src/sources/confluence-export/html-page.ts";
import { readMarkdownFile } from "../../src/sources/confluence-export/markdown-page.ts";
import { outline } from "../pages/support/outline.ts";

const folder = new URL("../fixtures/export/", import.meta.url);

const expectedPage = z.strictObject({
  file: z.string(),
  page: z.record(z.string(), z.unknown()),
  outline: z.array(z.string()),
  links: z.array(z.tuple([z.string(), z.string()])),
  images: z.array(z.string()).default([]),
  marks: z.array(z.tuple([z.string(), z.string(), z.string().nullable()])).default([]),
  losses: z.record(z.string(), z.number()),
});
const expectedIndex = z.strictObject({ file: z.string(), index: z.record(z.string(), z.unknown()) });

const names = (await readdir(folder)).filter((name) => name.includes(".input."));

async function load(name: string): Promise<{ text: string; expected: unknown; isMarkdown: boolean }> {
  const text = await readFile(new URL(name, folder), "utf8");
  const expected: unknown = JSON.parse(await readFile(new URL(name.replace(/\.input\..*$/, ".expected.json"), folder), "utf8"));
  return { text, expected, isMarkdown: name.endsWith(".md") };
}

function read(text: string, file: string, isMarkdown: boolean): ReturnType<typeof readHtmlFile> {
  return isMarkdown ? readMarkdownFile(text, file, null) : readHtmlFile(text, file, null);
}

function summary(page: ExportedPage): Record<string, unknown> {
  const { title, spaceName, isHome, pageId, metadata, commentCount, generatedOn, losses } = page;
  return {
    title,
    spaceName,
    isHome,
    pageId,
    parents: page.parents.map((parent) => [parent.title, parent.pageId]),
    createdBy: metadata.createdBy?.name ?? null,
    createdOn: metadata.createdOn,
    modifiedBy: metadata.modifiedBy?.name ?? null,
    modifiedOn: metadata.modifiedOn,
    attachments: page.attachments.map((attachment) => [attachment.name, attachment.mediaType, attachment.href]),
    commentCount,
    generatedOn,
    losses,
  };
}

/** Spans as kind, text and value. */
function marksOf(page: ExportedPage): (readonly [string, string, string | null])[] {
  return [...allBlocks(page.document.blocks)].flatMap((block) =>
    block.spans.map((span) => [span.kind, block.text.slice(span.start, span.end), span.value ?? null] as const),
  );
}

describe("pages", () => {
  test.for(names.filter((name) => !name.startsWith("index-")))("%s", async (name) => {
    const { text, expected, isMarkdown } = await load(name);
    const wanted = expectedPage.parse(expected);
    const found = read(text, wanted.file, isMarkdown);
    if (found.kind !== "page") throw new Error(`read as ${found.kind}`);
    const { page } = found;
    expect(summary(page)).toEqual(wanted.page);
    expect(outline(page.document)).toEqual(wanted.outline);
    expect(linksOf(page.document).map((link) => [link.text, link.href])).toEqual(wanted.links);
    const marks = marksOf(page);
    const images = [...allBlocks(page.document.blocks)].flatMap((block) => block.spans.filter((span) => span.kind === "image"));
    expect(images.map((span) => span.href).sort()).toEqual([...wanted.images].sort());
    for (const mark of wanted.marks) expect(marks).toContainEqual(mark);
    expect(Object.fromEntries(page.document.losses)).toEqual(wanted.losses);
  });

  test.for(names.filter((name) => !name.startsWith("index-")))("%s reads the same from the raw store, and with CRLF", async (name) => {
    const { text, expected, isMarkdown } = await load(name);
    const { file } = expectedPage.parse(expected);
    const found = read(text, file, isMarkdown);
    if (found.kind !== "page") throw new Error(`read as ${found.kind}`);
    expect(documentFromBody(found.page.body, isMarkdown ? "export.md" : "export.html")).toEqual(found.page.document);
    const windows = read(text.replaceAll("\n", "\r\n"), file, isMarkdown);
    if (windows.kind !== "page") throw new Error(`read as ${windows.kind}`);
    expect(summary(windows.page)).toEqual(summary(found.page));
    expect(outline(windows.page.document)).toEqual(outline(found.page.document));
  });
});

test.for(names.filter((name) => name.startsWith("index-")))("%s is the list of pages", async (name) => {
  const { text, expected, isMarkdown } = await load(name);
  const wanted = expectedIndex.parse(expected);
  expect(read(text, wanted.file, isMarkdown)).toEqual({ kind: "index", index: wanted.index });
});
