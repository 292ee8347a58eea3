import { type AnyNode, type Element, Text } from "domhandler";
import { includedHref, includedTitle } from "./html-forms.ts";
import { plainText } from "./plain-text.ts";
import { childNamed, element, emoticon, lost, pageOfTitle, printedDay, titled } from "./storage-elements.ts";

// The storage format is XHTML with elements of its own (`ac:` macros and links, `ri:` what they lead to). Here they become the HTML that Confluence
// itself would show, so that one reader makes the model. Source of the elements: Atlassian's "Confluence storage format".

/** What storage leaves to its page. */
export interface StorageContext {
  readonly space: string;
  readonly pageId: string;
  /** The name of an account id, user key or user name, or null: storage holds no names. */
  readonly nameOf: (account: string) => string | null;
  /** The address of a file of the page, as its export prints it; null where nobody listed it. */
  readonly fileNamed?: (name: string) => string | null;
}

/** No honest page nests deeper; below this the reader takes plain text anyway. */
const maxDepth = 220;

export function storageToHtml(nodes: readonly AnyNode[], context: StorageContext): AnyNode[] {
  return new Converter(context).nodes(nodes, 0);
}

class Converter {
  readonly #context: StorageContext;

  constructor(context: StorageContext) {
    this.#context = context;
  }

  nodes(nodes: readonly AnyNode[], depth: number): AnyNode[] {
    return nodes.flatMap((node) => this.#node(node, depth));
  }

  #node(node: AnyNode, depth: number): AnyNode[] {
    if (node.type === "cdata") return this.nodes(node.children, depth);
    if (node.type !== "tag" || depth > maxDepth) return [node];
    const children = (): AnyNode[] => this.nodes(node.children, depth + 1);
    if (!node.name.includes(":")) return [this.#html(node, children)];
    switch (node.name) {
      case "ac:link":
        return [this.#link(node, depth)];
      case "ac:image":
        return [this.#image(node)];
      case "ac:emoticon":
        return [emoticon(node)];
      case "ac:task-list":
        return [element("ul", { class: "inline-task-list" }, children())];
      case "ac:task":
        return [this.#task(node, depth)];
      case "ac:structured-macro":
      case "ac:macro":
        return this.#macro(node, depth);
      case "ac:layout-cell":
        return [element("div", { class: "innerCell" }, children())];
      case "ac:layout":
      case "ac:layout-section":
        return [element("div", {}, children())];
      case "ac:adf-extension":
        return this.#adf(node, depth);
      case "ac:placeholder":
        return [lost("placeholder")];
      case "ac:parameter":
      case "ac:task-id":
      case "ac:task-uuid":
      case "ac:task-status":
      case "ac:adf-attribute":
      case "ac:adf-mark":
        return [];
      default:
        // Markers of comments, bodies of links and macros: what they hold is the page's text. `at:` and `ri:` hold none.
        return node.name.startsWith("ac:") ? children() : [];
    }
  }

  #html(node: Element, children: () => AnyNode[]): AnyNode {
    const { datetime } = node.attribs;
    // A date has no text in storage; Confluence prints it by the reader's locale, we as its exports do.
    if (node.name === "time" && datetime !== undefined && node.children.length === 0)
      return element("time", { datetime }, [new Text(printedDay(datetime))]);
    return element(node.name, node.attribs, children());
  }

  #link(link: Element, depth: number): AnyNode {
    const body = childNamed(link, "ac:link-body") ?? childNamed(link, "ac:plain-text-link-body");
    const shown = body ? this.nodes(body.children, depth + 1) : [];
    const target = link.children.find((child): child is Element => child.type === "tag" && child.name.startsWith("ri:"));
    if (target?.name === "ri:user") return this.#mention(target, shown);
    const place = target ? this.#addressOf(target) : { href: "", title: link.attribs["ac:anchor"] ?? "" };
    if (place === null) return element("span", {}, [...shown, ...(target ? [lost(`link to ${target.name}`)] : [])]);
    const anchor = link.attribs["ac:anchor"];
    const href = anchor === undefined ? place.href : `${place.href}#${encodeURIComponent(anchor)}`;
    return element("a", { href }, hasText(shown) ? shown : [new Text(place.title)]);
  }

  #mention(user: Element, shown: readonly AnyNode[]): AnyNode {
    const account = user.attribs["ri:account-id"] ?? user.attribs["ri:userkey"] ?? user.attribs["ri:username"] ?? "";
    const name = account === "" ? null : this.#context.nameOf(account);
    const text = hasText(shown) ? [...shown] : [new Text(name ?? "")];
    // An id is no name: where nobody knows it, the page shows a mention that cannot be read, and says so.
    if (!hasText(text)) return account === "" ? element("span", {}, []) : lost("mention without a name");
    return element("a", { class: "confluence-userlink user-mention", "data-account-id": account }, text);
  }

  /** Where a resource lies, by space and title as its page prints it. */
  #addressOf(target: Element): { href: string; title: string } | null {
    const { attribs } = target;
    const space = attribs["ri:space-key"] ?? this.#context.space;
    const title = attribs["ri:content-title"] ?? "";
    const display = (rest: string): string => `/display/${encodeURIComponent(space)}/${rest}`;
    switch (target.name) {
      case "ri:page":
        return { href: display(encodeTitle(title)), title };
      case "ri:blog-post":
        return { href: display(`${(attribs["ri:posting-day"] ?? "").replaceAll("-", "/")}/${encodeTitle(title)}`), title };
      case "ri:space":
        return { href: `/display/${encodeURIComponent(space)}`, title: space };
      case "ri:content-entity":
        return { href: `/pages/viewpage.action?pageId=${encodeURIComponent(attribs["ri:content-id"] ?? "")}`, title: "" };
      case "ri:url":
        return { href: attribs["ri:value"] ?? "", title: attribs["ri:value"] ?? "" };
      case "ri:attachment":
        return { href: this.#attachment(target), title: attribs["ri:filename"] ?? "" };
      default:
        return null;
    }
  }

  /** An attachment of another page is named by that page's title, for which there is no address; its own page's id stands in one. */
  #attachment(attachment: Element): string {
    const name = attachment.attribs["ri:filename"] ?? "";
    const file = encodeURIComponent(name);
    const other = childNamed(attachment, "ri:page");
    const known = other ? null : (this.#context.fileNamed?.(name) ?? null);
    if (known !== null) return known;
    const place = other ? this.#addressOf(other) : null;
    return place === null ? `/download/attachments/${this.#context.pageId}/${file}` : `${place.href}?preview=${file}`;
  }

  #image(image: Element): AnyNode {
    const target = image.children.find((child): child is Element => child.type === "tag" && child.name.startsWith("ri:"));
    const place = target ? this.#addressOf(target) : null;
    const alt = image.attribs["ac:alt"] ?? image.attribs["ac:title"] ?? (target?.name === "ri:attachment" ? (place?.title ?? "") : "");
    return element("img", { src: place?.href ?? "", alt }, []);
  }

  #task(task: Element, depth: number): AnyNode {
    const status = childNamed(task, "ac:task-status");
    const body = childNamed(task, "ac:task-body");
    const isDone = status !== undefined && plainText(status).trim() === "complete";
    const id = childNamed(task, "ac:task-id");
    return element(
      "li",
      { class: isDone ? "checked" : "", "data-inline-task-id": id ? plainText(id).trim() : "0" },
      body ? this.nodes(body.children, depth + 1) : [],
    );
  }

  /** The editor of Cloud writes what it has no macro for as an extension, with the same content in HTML as its fallback. */
  #adf(extension: Element, depth: number): AnyNode[] {
    const fallback = childNamed(extension, "ac:adf-fallback");
    if (fallback) return this.nodes(fallback.children, depth + 1);
    const node = childNamed(extension, "ac:adf-node");
    const content = node ? childNamed(node, "ac:adf-content") : undefined;
    return content ? this.nodes(content.children, depth + 1) : [lost(`extension ${node?.attribs.type ?? "unknown"}`)];
  }

  #macro(macro: Element, depth: number): AnyNode[] {
    const name = macro.attribs["ac:name"] ?? "unknown";
    const parameter = (wanted: string): string => {
      const found = macro.children.find(
        (child): child is Element => child.type === "tag" && child.name === "ac:parameter" && child.attribs["ac:name"] === wanted,
      );
      return found ? plainText(found).trim() : "";
    };
    const rich = childNamed(macro, "ac:rich-text-body");
    const content = rich ? this.nodes(rich.children, depth + 1) : [];
    const plain = childNamed(macro, "ac:plain-text-body");
    const title = parameter("title");
    switch (name) {
      case "code":
      case "noformat":
        return [
          ...(title === "" ? [] : [element("div", { class: "codeHeader" }, [new Text(title)])]),
          element("pre", { "data-syntaxhighlighter-params": `brush: ${parameter("language") || "plain"}` }, [
            new Text(plain ? plainText(plain) : ""),
          ]),
        ];
      case "info":
      case "note":
      case "tip":
      case "warning":
      case "panel": {
        const box = name === "panel" ? "panel" : `confluence-information-macro confluence-information-macro-${name}`;
        return [element("div", { class: box }, [...titled(title), ...content])];
      }
      case "expand":
        return [
          element("div", { class: "expand-control" }, [new Text(title || "Click here to expand...")]),
          element("div", { class: "expand-content" }, content),
        ];
      case "status":
        return [element("span", { class: "status-macro" }, [new Text(title)])];
      case "column":
        return [element("div", { class: "columnMacro" }, content)];
      case "section":
      case "excerpt":
      case "details":
        return [element("div", {}, content)];
      // They repeat what the page says elsewhere, or mark a place.
      case "toc":
      case "anchor":
        return [];
      case "widget":
      case "iframe":
        return [element("iframe", { src: parameter("url") || parameter("src") || urlIn(macro) }, [])];
      case "include":
      case "excerpt-include":
        return [this.#inclusion(name, macro), ...content];
      default:
        // What the macro would show is not in storage. What the author wrote into it is.
        return [
          lost(name),
          ...this.#attachmentsNamedBy(macro),
          ...content,
          ...(plain ? [element("pre", {}, [new Text(plainText(plain))])] : []),
        ];
    }
  }

  /** A page is named by a link, in old pages by its title alone: `Title`, `KEY:Title`. */
  #inclusion(name: string, macro: Element): Element {
    const trace = lost(name);
    const named = macro.children.find(
      (child): child is Element =>
        child.type === "tag" && /^ac:(?:default-)?parameter$/.test(child.name) && /^(?:pageTitle)?$/.test(child.attribs["ac:name"] ?? ""),
    );
    if (named === undefined) return trace;
    const target = childNamed(childNamed(named, "ac:link") ?? named, "ri:page") ?? pageOfTitle(plainText(named).trim());
    const place = target && this.#addressOf(target);
    if (place && place.title !== "") Object.assign(trace.attribs, { [includedHref]: place.href, [includedTitle]: place.title });
    return trace;
  }

  /** "View file" and its like name a file of the page. */
  #attachmentsNamedBy(macro: Element): AnyNode[] {
    return macro.children.flatMap((child) => {
      const file = child.type === "tag" && child.name === "ac:parameter" ? childNamed(child, "ri:attachment") : undefined;
      if (!file) return [];
      return [element("a", { href: this.#attachment(file) }, [new Text(file.attribs["ri:filename"] ?? "")])];
    });
  }
}

function hasText(nodes: readonly AnyNode[]): boolean {
  return nodes.some((node) => plainText(node).trim() !== "" || (node.type === "tag" && (node.name === "img" || hasImage(node))));
}

function hasImage(node: Element): boolean {
  return node.children.some((child) => child.type === "tag" && child.name === "img");
}

function urlIn(macro: Element): string {
  for (const child of macro.children) {
    const url = child.type === "tag" && child.name === "ac:parameter" ? childNamed(child, "ri:url") : undefined;
    if (url) return url.attribs["ri:value"] ?? "";
  }
  return "";
}

function encodeTitle(title: string): string {
  return encodeURIComponent(title).replaceAll("%20", "+");
}
