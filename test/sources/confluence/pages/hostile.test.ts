import { expect, test } from "vitest";
import { extractAttachments } from "../../../../src/sources/confluence/pages/attachment-list.ts";
import { extractChildren } from "../../../../src/sources/confluence/pages/tree.ts";
import { readViewPage } from "../../../../src/sources/confluence/pages/view-page.ts";

const head = '<html><head><meta name="ajs-page-id" content="81"></head>';

// Searches below a node that cost the square of what they find would take minutes here, and the test its whole time.
test("parts with very many neighbours are read", () => {
  const metadata = (inner: string) => readViewPage(`${head}<div class="page-metadata">${inner}</div>`);
  expect(metadata(`<span class="author">${"<a>x</a>".repeat(200_000)}</span>`)).toMatchObject({ history: { version: 1, createdBy: null } });
  expect(metadata('<b class="author">x</b>'.repeat(100_000))).toMatchObject({ history: { version: 1 } });
  const labels = readViewPage(`${head}<div id="labels-section">${'<a rel="tag">x</a>'.repeat(150_000)}</div>`);
  expect(labels).toMatchObject({ labels: ["x"] });
  const links = "<a>x</a>".repeat(200_000);
  const child = `<li><span class="plugin_pagetree_children_span" id="childrenspan1-0">${links}<a href="/x">t</a></span></li>`;
  expect(extractChildren(`<ul>${child}</ul>`)).toHaveLength(1);
  const row = `<tr id="attachment-1"><td>${links}<a class="filename" href="/x">t</a></td></tr>`;
  expect(extractAttachments(`<table>${row}</table>`, "https://guild.example.org").attachments).toHaveLength(1);
});
