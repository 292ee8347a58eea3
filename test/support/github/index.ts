// A GitHub API on the loopback interface, as far as issues go: labels, pages, states, rights, and limits that pass.
import { z } from "zod";
import { type Asked, answerOf, type Given, json, type Route } from "../http/exchange.ts";
import { listen, send, textOf } from "../http/serving.ts";

export interface StoredIssue {
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason: string | null;
  labels: string[];
  readonly isPullRequest: boolean;
}

export interface GitHubOptions {
  readonly repository?: string;
  readonly token?: string;
  /** What the token may do. Without the right to label, labels are dropped without a word, as GitHub does. */
  readonly rights?: "write" | "unlabelled" | "read";
  readonly hasIssues?: boolean;
  /** So many requests are refused before one is answered. */
  readonly limitedFirst?: number;
  /** So many requests that write are done and then answered with 502. */
  readonly brokenWrites?: number;
}

export interface GitHubStandIn {
  readonly apiUrl: string;
  readonly issues: StoredIssue[];
  /** `POST /repos/…`, one for each request that was seen. */
  readonly seen: string[];
  /** As somebody else would: with a label or without. */
  plant(issue: Partial<Omit<StoredIssue, "number">>): StoredIssue;
  close(): Promise<void>;
}

const creation = z.object({ title: z.string().min(1).max(256), body: z.string().max(65_536), labels: z.array(z.string()) });
const patch = z.object({
  title: z.string().optional(),
  body: z.string().max(65_536).optional(),
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.string().optional(),
});

export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const { repository = "tidewater/minutes", token = "a-token-of-the-test", rights = "write", hasIssues = true } = options;
  const issues: StoredIssue[] = [];
  const seen: string[] = [];
  let limited = options.limitedFirst ?? 0;
  let broken = options.brokenWrites ?? 0;
  const make = (issue: Partial<Omit<StoredIssue, "number">>): StoredIssue => {
    const made = { title: "An issue", body: null, state: "open" as const, state_reason: null, labels: [], isPullRequest: false, ...issue };
    issues.push({ number: issues.length + 1, ...made });
    return issues.at(-1) as StoredIssue;
  };
  const routes: readonly Route[] = [
    ["GET", /^\/repos\/([^/]+\/[^/]+)\/issues$/, (asked) => listed(asked, issues)],
    [
      "POST",
      /^\/repos\/([^/]+\/[^/]+)\/issues$/,
      (asked) => {
        const { title, body, labels } = creation.parse(JSON.parse(asked.body));
        return json(shown(make({ title, body, labels: rights === "unlabelled" ? [] : labels })), 201);
      },
    ],
    [
      "PATCH",
      /^\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/,
      (asked, _, number) => {
        const issue = issues.find((one) => String(one.number) === number);
        if (!issue) return json({ message: "Not Found" }, 404);
        Object.assign(issue, patch.parse(JSON.parse(asked.body)));
        return json(shown(issue));
      },
    ],
  ];
  const answer = (asked: Asked): Given => {
    if (asked.headers.authorization !== `Bearer ${token}`) return json({ message: "Bad credentials" }, 401);
    if (limited > 0) {
      limited -= 1;
      return json({ message: "You have exceeded a secondary rate limit" }, 403, { "retry-after": "1" });
    }
    if (!asked.path.startsWith(`/repos/${repository}/`)) return json({ message: "Not Found" }, 404);
    if (!hasIssues) return json({ message: "Issues are disabled for this repo" }, 410);
    if (rights === "read" && asked.method !== "GET") return json({ message: "Resource not accessible by integration" }, 403);
    const given = answerOf(routes, asked) ?? json({ message: "Not Found" }, 404);
    if (asked.method === "GET" || broken === 0) return given;
    broken -= 1;
    return json({ message: "Server Error" }, 502);
  };
  const { origin, close } = await listen(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = request.method ?? "GET";
    seen.push(`${method} ${pathname}`);
    send(response, answer({ method, path: pathname, query: searchParams, headers: request.headers, body: await textOf(request) }), false);
  });
  return { apiUrl: origin, issues, seen, plant: make, close };
}

/** The newest first, by label and state, in pages. */
function listed({ query }: Asked, issues: readonly StoredIssue[]): Given {
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
  const perPage = Math.min(100, Number(query.get("per_page") ?? 30));
  const page = Number(query.get("page") ?? 1);
  const found = issues.filter(
    (issue) => (state === "all" || issue.state === state) && labels.every((label) => issue.labels.includes(label)),
  );
  const from = (page - 1) * perPage;
  return json(
    [...found]
      .reverse()
      .slice(from, from + perPage)
      .map(shown),
  );
}

/** Bodies come back with the line ends of a browser. */
function shown({ isPullRequest, labels, body, ...issue }: StoredIssue): unknown {
  return {
    ...issue,
    body: body?.replaceAll("\n", "\r\n") ?? null,
    labels: labels.map((name) => ({ name })),
    ...(isPullRequest ? { pull_request: {} } : {}),
  };
}
