import { type Given, html } from "../../http/exchange.ts";
import { serverPath } from "../links.ts";
import { escaped, viewOf } from "../render.ts";
import { renderContext, renderedOf, type Site, shownName } from "../site.ts";
import type { Comment, Content, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { printedDay } from "../times.ts";

// What readers of Data Center see, by the pages of public wikis: the `ajs-` elements, the line about author and date, labels and page tree are as
// seen there (5.x to 9.x); menus, scripts and styles are left out.

/** A page at one of its versions. An old version has an id of its own, and names the page as its latest. */
export function pageHtml(site: Site, content: Content, version: Version = newestOf(content)): Given {
  const id = version === newestOf(content) ? content.id : oldId(content, version);
  const parts = [
    breadcrumbs(site, content),
    `<h1 id="title-text" class="with-breadcrumbs"><a href="${hrefOf(site, content)}">${escaped(version.title)}</a></h1>`,
    `<div id="content" class="page view">`,
    metadataLine(site, content, version),
    `<div id="main-content" class="wiki-content">${renderedOf(site, content, version)}</div>`,
    labels(site, content),
    comments(site, content),
    "</div>",
  ];
  const space = site.wiki.space(content.spaceKey);
  const metas = {
    "ajs-page-title": version.title,
    "ajs-latest-published-page-title": content.title,
    "ajs-space-name": space.name,
    "ajs-page-id": id,
    "ajs-latest-page-id": content.id,
    "ajs-content-type": content.type === "blogpost" ? "blogpost" : "page",
    "ajs-parent-page-id": content.parentId ?? "",
    "ajs-space-key": space.key,
  };
  return frame(site, `${version.title} - ${space.name} - Wiki`, parts.join("\n"), metas, content.spaceKey);
}

/** Everything around what a page is about. `spaceKey` brings that space's page tree beside it. */
export function frame(
  site: Site,
  title: string,
  body: string,
  metas: Readonly<Record<string, string>> = {},
  spaceKey: string | null = null,
  status = 200,
): Given {
  const base = `${site.origin}${site.context}`;
  const all = {
    "confluence-base-url": base,
    ...metas,
    "ajs-context-path": site.context,
    "ajs-base-url": base,
    "ajs-version-number": "8.5.4",
    "ajs-remote-user": "",
  };
  const written = Object.entries(all).map(([name, value]) => `<meta name="${name}" content="${escaped(value)}">`);
  return html(
    `<!DOCTYPE html>
<html>
<head>
<title>${escaped(title)}</title>
<meta charset="UTF-8">
${written.join("\n")}
</head>
<body id="com-atlassian-confluence" class="theme-default aui-layout aui-theme-default">
<div id="page">
<ul class="aui-nav"><li><a id="login-link" href="${site.context}/login.action?os_destination=%2F" class="user-menu-link login-link">Log in</a></li></ul>
${spaceKey === null ? "" : pageTree(site, spaceKey)}
<div id="main" class="aui-page-panel">
${body}
</div>
<div id="footer" role="contentinfo"><section class="footer-body"><ul id="poweredby"><li class="noprint">Powered by <a href="https://www.atlassian.com/software/confluence" rel="nofollow">Atlassian Confluence</a> <span id='footer-build-information'>8.5.4</span></li></ul></section></div>
</div>
</body>
</html>
`,
    status,
  );
}

export function missingPage(site: Site): Given {
  return frame(
    site,
    "Page Not Found - Wiki",
    '<h1 id="title-text">Page Not Found</h1><p>The page you were trying to reach could not be found.</p>',
    {},
    null,
    404,
  );
}

export function hrefOf(site: Site, content: Content): string {
  return `${site.context}${serverPath(content)}`;
}

/** Old versions are contents of their own, with ids that nothing else tells. */
export function oldId(content: Content, version: Version): string {
  return `${content.id}${String(version.number).padStart(4, "0")}`;
}

export function personLink(site: Site, accountId: string): string {
  const user = site.wiki.users.get(accountId);
  if (user === undefined || user.state === "deleted") return "Unknown User";
  return `<a href="${site.context}/display/~${user.username}" class="url fn confluence-userlink" data-username="${user.username}">${escaped(shownName(user))}</a>`;
}

function breadcrumbs(site: Site, content: Content): string {
  const crumbs = site.wiki
    .ancestorsOf(content)
    .map((page) => `<li><span class=""><a href="${hrefOf(site, page)}">${escaped(page.title)}</a></span></li>`);
  const first = `<li class="first"><span class=""><a href="${site.context}/collector/pages.action?key=${content.spaceKey}">Pages</a></span></li>`;
  return `<div id="breadcrumb-section"><ol id="breadcrumbs">\n${[first, ...crumbs].join("\n")}\n</ol></div>`;
}

/** The editor is named only where it is somebody else, and the date is a day on the server's clock. */
function metadataLine(site: Site, content: Content, version: Version): string {
  const author = `Created by <span class='author'>     ${personLink(site, content.authorId)}</span>`;
  const day = printedDay(version.createdAt, site.offsetMinutes);
  const editor = version.authorId === content.authorId ? "" : ` by <span class='editor'>     ${personLink(site, version.authorId)}</span>`;
  const { number } = version;
  const changes = `${site.context}/pages/diffpagesbyversion.action?pageId=${content.id}&amp;selectedPageVersions=${number - 1}&amp;selectedPageVersions=${number}`;
  const line =
    number === 1
      ? `${author} on ${day}`
      : `${author}, last modified${editor} on <a class='last-modified' title='Show changes' href='${changes}'>${day}</a>`;
  const files = content.attachments.length;
  const fileLink =
    files === 0
      ? ""
      : `<li class="page-metadata-item noprint"><a href="${site.context}/pages/viewpageattachments.action?pageId=${content.id}&amp;metadataLink=true" title="${files} attachments" id="content-metadata-attachments">${files} attachments</a></li>`;
  return `<div class="page-metadata">\n<ul>${fileLink}<li class="page-metadata-modification-info">\n            ${line}\n                </li></ul>\n</div>`;
}

function labels(site: Site, { labels: names, spaceKey }: Content): string {
  const items = names.map(
    (name, index) =>
      `<li class="aui-label " data-label-id="${1_000 + index}"><a class="aui-label-split-main" href="${site.context}/label/${spaceKey}/${encodeURIComponent(name)}" rel="tag">${escaped(name)}</a></li>`,
  );
  return `<div id="labels-section" class="pageSection group"><ul class="label-list${names.length === 0 ? " has-pen" : ""}">${items.join("")}</ul></div>`;
}

/** The section is there on pages without comments too; comments within the text are not part of it. */
function comments(site: Site, content: Content): string {
  const below = (parent: string | null): string[] =>
    content.comments
      .filter(({ place, parentId }) => place === "footer" && parentId === parent)
      .map((comment) => {
        const answers = below(comment.id);
        const list = answers.length === 0 ? "" : `<ol class="comment-threads">${answers.join("")}</ol>`;
        return `<li id="comment-thread-${comment.id}" class="comment-thread">${commentHtml(site, content, comment)}${list}</li>`;
      });
  const threads = below(null);
  const list = threads.length === 0 ? "" : `<ol class="comment-threads top-level" id="page-comments">${threads.join("")}</ol>`;
  return `<div id="comments-section" class="pageSection group">${list}</div>`;
}

function commentHtml(site: Site, content: Content, { id, authorId, storage, createdAt }: Comment): string {
  const author = `<h4 class="author">${personLink(site, authorId)}</h4>`;
  const text = viewOf(storage, renderContext(site, content));
  const day = printedDay(createdAt, site.offsetMinutes);
  return `<div class="comment" id="comment-${id}"><p class="author-image"></p><div class="comment-header">${author}</div><div class="comment-body"><div class="comment-content wiki-content">${text}</div><div class="comment-actions"><ul class="comment-actions-secondary"><li class="comment-date"><a title="${day} 10:00" href="#comment-${id}">${day}</a></li></ul></div></div></div>`;
}

/** Empty: the reader's browser asks for the children, and each time again. */
function pageTree(site: Site, spaceKey: string): string {
  const root = site.wiki.space(spaceKey).homepageId ?? "";
  const request = `${site.context}/plugins/pagetree/naturalchildren.action?decorator=none&amp;excerpt=false&amp;sort=position&amp;reverse=false&amp;disableLinks=false&amp;expandCurrent=true`;
  const fields = {
    treeId: "",
    treeRequestId: request,
    treePageId: root,
    noRoot: "false",
    rootPageId: root,
    rootPage: "",
    startDepth: "0",
    spaceKey,
  };
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`);
  return `<div class="plugin_pagetree"><ul class="plugin_pagetree_children_list plugin_pagetree_children_list_noleftspace"><div class="plugin_pagetree_children"></div></ul><fieldset class="hidden">${inputs.join("")}</fieldset></div>`;
}
