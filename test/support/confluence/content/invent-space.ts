import type { Block, Inline, Person } from "../../../../scripts/bench/blocks.ts";
import { blocksWithin } from "../../../../scripts/bench/fill.ts";
import { htmlForm } from "../../../../scripts/bench/html-form.ts";
import { type Draft, planSpace } from "../../../../scripts/bench/plan.ts";
import { Random } from "../../../../scripts/bench/random.ts";
import { Wiki } from "../state/wiki.ts";

const key = "BENCH";
const name = "Coastal Bench SIG";

/**
 * A space of `count` invented pages: the same for the same count and seed, and the very pages that the invented HTML export of as many holds, so that
 * reading the one may be compared with reading the other.
 */
export function inventSpace(count: number, seed = 1, wiki: Wiki = new Wiki()): Wiki {
  const random = new Random(seed);
  const drafts = planSpace(random, count, name);
  const accountOf = addPeople(wiki, drafts);
  const [home] = drafts;
  const founded = "2019-01-01T12:00:00.000Z";
  wiki.addSpace({ key, name, createdAt: founded, authorId: home ? accountOf(home.frame.createdBy) : "" });
  drafts.forEach((draft, index) => {
    const { frame, day } = draft;
    const parent = frame.parents.at(-1);
    // Two pages are never changed in the same second, as little as in a wiki.
    const at = new Date(Date.parse(`${day}T00:00:00.000Z`) + (index % 86_400) * 1_000).toISOString();
    wiki.addPage({
      id: String(frame.id),
      space: key,
      title: frame.title,
      parentId: parent === undefined ? null : String(parent.id),
      storage: blocksWithin(random, draft, htmlForm, { key, name })
        .map(({ block }) => blockOf(block, accountOf))
        .join(""),
      authorId: accountOf(frame.createdBy),
      at,
    });
  });
  return wiki;
}

function addPeople(wiki: Wiki, drafts: readonly Draft[]): (person: Person) => string {
  // Who writes needs an account, also where pages only type the name.
  const accountOf = ({ account, resourceId }: Person): string => account ?? `5d${String(resourceId).padStart(22, "0")}`;
  for (const { frame, group } of drafts)
    for (const person of [frame.createdBy, ...group.people])
      if (!wiki.users.has(accountOf(person))) wiki.addUser({ accountId: accountOf(person), displayName: person.name });
  return accountOf;
}

function blockOf(block: Block, accountOf: (person: Person) => string): string {
  const inline = (parts: readonly Inline[]): string => parts.map((part) => inlineOf(part, accountOf)).join("");
  switch (block.type) {
    case "heading":
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case "paragraph":
      return `<p>${inline(block.parts)}</p>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      return `<${tag}>${block.items.map((parts) => `<li><p>${inline(parts)}</p></li>`).join("")}</${tag}>`;
    }
    case "tasks":
      return `<ac:task-list>${block.items
        .map(
          ({ done, parts }, index) =>
            `<ac:task><ac:task-id>${index + 1}</ac:task-id><ac:task-status>${done ? "complete" : "incomplete"}</ac:task-status><ac:task-body>${inline(parts)}</ac:task-body></ac:task>`,
        )
        .join("")}</ac:task-list>`;
    case "table": {
      const head = block.head.map((text) => `<th><p><strong>${escaped(text)}</strong></p></th>`).join("");
      const rows = block.rows.map((row) => `<tr>${row.map((parts) => `<td><p>${inline(parts)}</p></td>`).join("")}</tr>`).join("");
      return `<table data-table-width="760" data-layout="default"><tbody><tr>${head}</tr>${rows}</tbody></table>`;
    }
    case "code":
      return `<ac:structured-macro ac:name="code" ac:schema-version="1"><ac:plain-text-body><![CDATA[${block.text}]]></ac:plain-text-body></ac:structured-macro>`;
  }
}

function inlineOf(part: Inline, accountOf: (person: Person) => string): string {
  if (typeof part === "string") return escaped(part);
  if ("strong" in part) return `<strong>${escaped(part.strong)}</strong>`;
  if ("link" in part) return `<a href="${escaped(part.href)}">${escaped(part.link)}</a>`;
  if ("day" in part) return `<time datetime="${part.day}"/>`;
  if ("page" in part) return `<ac:link><ri:page ri:content-title="${escaped(part.page.title)}"/></ac:link>`;
  if (part.person.account === null) return escaped(part.person.name);
  return `<ac:link><ri:user ri:account-id="${accountOf(part.person)}"/></ac:link>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
