import {
  type Block,
  type Form,
  fileNameOf,
  type Inline,
  type PageFrame,
  type PageRef,
  type Person,
  type Space,
  shownDay,
} from "./blocks.ts";

const wiki = "https://tidewater.example.org/wiki";

/** An export as Confluence Cloud writes it, wrapper, indents and all: see config/sample/COASTSIG. */
export const htmlForm: Form = { ending: "html", block: blockOf, file: fileOf, index: indexOf };

function blockOf(block: Block, page: PageFrame): string {
  switch (block.type) {
    case "heading":
      return `<h${block.level} id="${page.title.replace(/\W/g, "")}-${block.text.replace(/\W/g, "")}">${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inline(block.parts)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((parts) => `<li><p>${inline(parts)}</p></li>`).join("")}</${tag}>`;
    }
    case "tasks":
      return `<ul class="inline-task-list" data-inline-tasks-content-id="${page.id}">${block.items
        .map(
          ({ done, parts }, index) =>
            `<li${done ? ' class="checked"' : ""} data-inline-task-id="${index + 1}"><span class="placeholder-inline-tasks">${inline(parts)}</span></li>`,
        )
        .join("")}</ul>`;
    case "table":
      return tableOf(block, page);
    case "code":
      return `<div class="code panel pdl" style="border-width: 1px;"><div class="codeContent panelContent pdl"><pre class="syntaxhighlighter-pre" data-syntaxhighlighter-params="brush: text; gutter: false; theme: Confluence" data-theme="Confluence">${escaped(block.text)}</pre></div></div>`;
  }
}

function tableOf(table: Extract<Block, { type: "table" }>, page: PageFrame): string {
  const width = `<col style="width: ${(760 / table.head.length).toFixed(1)}px;"/>`;
  const head = table.head.map((text) => `<th class="confluenceTh"><p><strong>${escaped(text)}</strong></p></th>`).join("");
  const rows = table.rows.map((row) => `<tr>${row.map((parts) => `<td class="confluenceTd"><p>${inline(parts)}</p></td>`).join("")}</tr>`);
  return `<div class="table-wrap"><table data-table-width="760" data-layout="default" data-local-id="${page.id}-51ae-4f0b" class="confluenceTable"><colgroup>${width.repeat(table.head.length)}</colgroup><tbody><tr>${head}</tr>${rows.join("")}</tbody></table></div>`;
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      if ("strong" in part) return `<strong>${escaped(part.strong)}</strong>`;
      if ("link" in part) return `<a href="${escaped(part.href)}" class="external-link" rel="nofollow">${escaped(part.link)}</a>`;
      if ("day" in part) return `<time datetime="${part.day}" class="date-past">${shownDay(part.day)}</time>`;
      if ("page" in part) return pageLink(part.page);
      return personLink(part.person);
    })
    .join("");
}

function pageLink(page: PageRef): string {
  return `<a href="${fileNameOf(page, "html")}" data-linked-resource-id="${page.id}" data-linked-resource-version="3" data-linked-resource-type="page">${escaped(page.title)}</a>`;
}

function personLink({ name, account, resourceId }: Person): string {
  if (account === null) return escaped(name);
  return `<a class="confluence-userlink user-mention" data-account-id="${account}" href="${wiki}/people/${account}?ref=confluence" target="_blank" data-linked-resource-id="${resourceId}" data-linked-resource-version="1" data-linked-resource-type="userinfo" data-base-url="${wiki}">${escaped(name)}</a>`;
}

function fileOf(page: PageFrame, body: string, space: Space): string {
  const title = escaped(`${space.name} : ${page.title}`);
  const crumbs = page.parents.map(
    (parent) => `                                                    <li>
                                <span><a href="${fileNameOf(parent, "html")}">${escaped(parent.title)}</a></span>
                            </li>
`,
  );
  return `${head(title)}
                <div id="main-header">
                    <div id="breadcrumb-section">
                        <ol id="breadcrumbs">
                            <li class="first">
                                <span><a href="index.html">${escaped(space.name)}</a></span>
                            </li>
${crumbs.join("")}                                                </ol>
                    </div>
                    <h1 id="title-heading" class="pagetitle">
                                                <span id="title-text">
                            ${title}
                        </span>
                    </h1>
                </div>

                <div id="content" class="view">
                    <div class="page-metadata">


            Created by <span class='author'> ${escaped(page.createdBy.name)}</span>, last modified on ${page.modifiedOn}
                        </div>
                    <div id="main-content" class="wiki-content group">
                    ${body}
                    </div>


                </div>             </div>
${foot}`;
}

function indexOf(pages: readonly PageFrame[], space: Space): string {
  const list = pages.map(
    (page) =>
      `                        <li>\n                            <a href="${fileNameOf(page, "html")}">${escaped(page.title)}</a>${page.parents.length === 0 ? '\n\n                            <img src="images/icons/contenttypes/home_page_16.png" height="16" width="16" border="0" align="absmiddle"/>' : ""}\n                        </li>\n`,
  );
  return `${head(escaped(`${space.key} (${space.name})`))}
                <div id="main-header">
                    <h1 id="title-heading" class="pagetitle">
                        <span id="title-text">Space Details:</span>
                    </h1>
                </div>

                <div id="content">
                    <div id="main-content" class="pageSection">
                        <table class="confluenceTable">
                            <tr>
                                <th class="confluenceTh">Key</th>
                                <td class="confluenceTd">${space.key}</td>
                            </tr>
                            <tr>
                                <th class="confluenceTh">Name</th>
                                <td class="confluenceTd">${escaped(space.name)}</td>
                            </tr>
                        </table>
                    </div>
                    <br/>
                    <br/>

                    <div class="pageSection">
                        <div class="pageSectionHeader">
                            <h2 class="pageSectionTitle">Available Pages:</h2>
                        </div>
                        <ul>
${list.join("")}                        </ul>
                    </div>

                </div>             </div>
${foot}`;
}

function head(title: string): string {
  return `<!DOCTYPE html>
<html>
    <head>
        <title>${title}</title>
        <link rel="stylesheet" href="styles/site.css" type="text/css" />
        <META http-equiv="Content-Type" content="text/html; charset=UTF-8">
    </head>

    <body class="theme-default aui-theme-default">
        <div id="page">
            <div id="main" class="aui-page-panel">`;
}

const foot = `            <div id="footer" role="contentinfo">
                <section class="footer-body">
                    <p>Document generated by Confluence on Jan 14, 2025 08:12</p>
                    <div id="footer-logo"><a href="http://www.atlassian.com/">Atlassian</a></div>
                </section>
            </div>
        </div>     </body>
</html>
`;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
