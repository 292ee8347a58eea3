// What an invented page holds, before it becomes HTML or Markdown.

export interface Person {
  readonly name: string;
  readonly resourceId: number;
  /** Null for people who are only typed, never linked. */
  readonly account: string | null;
  readonly company: string;
}

export type Inline =
  | string
  | { readonly strong: string }
  | { readonly link: string; readonly href: string }
  | { readonly page: PageRef }
  | { readonly person: Person }
  | { readonly day: string };

export type Block =
  | { readonly type: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly type: "paragraph"; readonly parts: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: "tasks"; readonly items: readonly { readonly done: boolean; readonly parts: readonly Inline[] }[] }
  | { readonly type: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: "code"; readonly text: string };

export interface PageRef {
  readonly id: number;
  readonly title: string;
}

/** A page without its body. */
export interface PageFrame extends PageRef {
  /** From the root down, the home page first. */
  readonly parents: readonly PageRef[];
  readonly createdBy: Person;
  /** `Nov 21, 2024`. */
  readonly modifiedOn: string;
}

export interface Space {
  readonly key: string;
  readonly name: string;
}

/** One of the two forms in which an export comes. */
export interface Form {
  readonly ending: "html" | "md";
  block(block: Block, page: PageFrame): string;
  /** The whole file around a body. */
  file(page: PageFrame, body: string, space: Space): string;
  /** The list of pages. */
  index(pages: readonly PageFrame[], space: Space): string;
}

/** As Confluence names the files of an export: by title and id, or by id alone where the title has other signs. */
export function fileNameOf(page: PageRef, ending: string): string {
  const slug = page.title.replaceAll(" ", "-");
  return /^[\w.-]+$/.test(slug) ? `${slug}_${page.id}.${ending}` : `${page.id}.${ending}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2024-11-01` → `01 Nov 2024`. */
export function shownDay(day: string): string {
  return `${day.slice(8)} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/** `2024-11-21` → `Nov 21, 2024`. */
export function printedDay(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8))}, ${day.slice(0, 4)}`;
}
