import { type AnyNode, Element, Text } from "domhandler";

// Small pieces of HTML in place of elements of the storage format.

export function element(name: string, attribs: Readonly<Record<string, string>>, children: AnyNode[]): Element {
  return new Element(name, { ...attribs }, children as Element["children"]);
}

/** A trace of what cannot be shown; the reader counts it under the macro's name. */
export function lost(macro: string): Element {
  return element("span", { "data-lost-macro": macro }, []);
}

/** What old pages write in place of a link: `Title`, `KEY:Title`. */
export function pageOfTitle(written: string): Element {
  const [, space, title = written] = /^(~?[A-Za-z0-9]{1,255}):(?! )(.+)$/.exec(written) ?? [];
  return element("ri:page", { "ri:content-title": title, ...(space === undefined ? {} : { "ri:space-key": space }) }, []);
}

export function titled(title: string): AnyNode[] {
  return title === "" ? [] : [element("p", { class: "title" }, [new Text(title)])];
}

export function childNamed(node: Element, name: string): Element | undefined {
  return node.children.find((child): child is Element => child.type === "tag" && child.name === name);
}

export function emoticon(node: Element): Element {
  const fallback = node.attribs["ac:emoji-fallback"];
  return element(
    "img",
    {
      class: "emoticon",
      alt: `(${node.attribs["ac:name"] ?? ""})`,
      ...(fallback === undefined ? {} : { "data-emoji-fallback": fallback }),
      ...(node.attribs["ac:emoji-shortname"] === undefined ? {} : { "data-emoji-shortname": node.attribs["ac:emoji-shortname"] }),
    },
    [],
  );
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function printedDay(datetime: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(datetime);
  const month = months[Number(parts?.[2]) - 1];
  return parts && month !== undefined ? `${parts[3]} ${month} ${parts[1]}` : datetime;
}
