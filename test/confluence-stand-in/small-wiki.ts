import { type Content, Wiki } from "../support/confluence/index.ts";

export const ann = "712020:0f0e0d0c-1111-4222-a333-444455556666";
export const bo = "5e0000000000000000000001";
export const noon = (day: number): string => new Date(Date.UTC(2024, 0, day, 12)).toISOString();

export interface SmallWiki {
  readonly wiki: Wiki;
  readonly home: Content;
  /** Pages below the home page, one a day from 2 January 2024. */
  readonly pages: readonly Content[];
}

/** A space DUNE with a home page and `count` pages below it. */
export function smallWiki(count: number): SmallWiki {
  const wiki = new Wiki();
  wiki.addUser({ accountId: ann, displayName: "Ann Lee" });
  wiki.addUser({ accountId: bo, displayName: "Bo Chen" });
  wiki.addSpace({ key: "DUNE", name: "Dune Watch", createdAt: noon(1), authorId: ann });
  const home = wiki.addPage({ space: "DUNE", title: "Dune Watch", storage: "<p>Sand.</p>", authorId: ann, at: noon(1) });
  const pages = Array.from({ length: count }, (_, index) =>
    wiki.addPage({
      space: "DUNE",
      title: `Walk ${index + 1}`,
      parentId: home.id,
      storage: `<p>By <ac:link><ri:user ri:account-id="${ann}"/></ac:link> on <time datetime="2024-01-0${(index % 9) + 1}"/></p>`,
      authorId: index % 2 === 0 ? ann : bo,
      at: noon(index + 2),
    }),
  );
  return { wiki, home, pages };
}
