import { z } from "zod";
import { DeliveryError } from "../errors.ts";
import { type Answer, HttpClient, type Patience } from "../http/client.ts";
import { parseJson } from "../http/json.ts";
import { userAgent } from "../http/user-agent.ts";

/** Only what is used. Source: docs.github.com, REST API, "Issues". Pull requests are issues there. */
const issue = z.object({
  number: z.number().int(),
  state: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? null),
  pull_request: z.unknown().optional(),
});
export type Issue = z.infer<typeof issue>;
const list = z.array(issue);
const created = z.object({ labels: z.array(z.object({ name: z.string() })) });

export interface IssuePatch {
  readonly body: string;
  readonly state?: "closed";
  readonly state_reason?: "completed";
}

/** For tests: chance, waiting and speed. */
export interface Pace extends Patience {
  readonly requestsPerSecond?: number;
}

export interface TrackerOptions {
  readonly apiUrl: string;
  /** `owner/name` */
  readonly repository: string;
  readonly token: string;
  readonly label: string;
  readonly pace?: Pace;
}

const perPage = 100;
const mostPages = 30;
const accept = "application/vnd.github+json";

/** The issues of one repository that carry our label. People without rights cannot set a label, so that nobody can plant one of ours. */
export class IssueTracker {
  readonly #http: HttpClient;
  readonly #root: string;
  readonly #label: string;

  constructor({ apiUrl, repository, token, label, pace = {} }: TrackerOptions) {
    this.#root = `${apiUrl}/repos/${repository}/issues`;
    this.#label = label;
    this.#http = new HttpClient(apiUrl, {
      credentials: token === "" ? { kind: "none" } : { kind: "bearer", secret: token },
      // GitHub asks those who write to do one thing at a time. Source: docs.github.com, "Best practices for using the REST API".
      limits: { concurrency: 1, requestsPerSecond: pace.requestsPerSecond ?? 2 },
      // The runner names it, and an enterprise's stands in its own network.
      allowPrivateHost: true,
      userAgent,
      mostRequests: 500,
      ...pace,
    });
  }

  /**
   * Open and closed ones: what was closed is not opened again.
   * @throws DeliveryError where they cannot be read to the end, so that nothing may be opened
   */
  async all(): Promise<Issue[]> {
    const found: Issue[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const query = new URLSearchParams({ labels: this.#label, state: "all", per_page: String(perPage), page: String(page) });
      const answer = await this.#http.exchange({ url: `${this.#root}?${query}`, accept, isWhole, passes });
      const parsed = list.safeParse(parseJson(this.#judged(answer, "read").body));
      if (!parsed.success) throw new DeliveryError(`${this.#root} answered with something else than a list of issues: see GITHUB_API_URL`);
      found.push(...parsed.data.filter((one) => one.pull_request === undefined));
      if (parsed.data.length < perPage) return found;
    }
    throw new DeliveryError(
      `more than ${mostPages * perPage} issues have the label "${this.#label}": choose another one with "issue-label"`,
    );
  }

  async create(title: string, body: string): Promise<void> {
    const json = { title, body, labels: [this.#label] };
    // Asked twice there would be two; the next run finds the one that was made.
    const answer = this.#judged(await this.#http.exchange({ url: this.#root, accept, json, isWhole, passes, isRepeatable: false }), "open");
    const labels = created.safeParse(parseJson(answer.body)).data?.labels.map(({ name }) => name.toLowerCase()) ?? [];
    // Labels of those who may not set them are dropped without a word, and the issue would be opened again in each run.
    if (!labels.includes(this.#label.toLowerCase()))
      throw new DeliveryError(`GitHub opened an issue without the label "${this.#label}": give the action a token that may set labels`);
  }

  async change(number: number, patch: IssuePatch): Promise<void> {
    const url = `${this.#root}/${number}`;
    this.#judged(await this.#http.exchange({ url, accept, method: "PATCH", json: patch, isWhole, passes }), "change");
  }

  close(): void {
    this.#http.close();
  }

  #judged(answer: Answer, what: string): Answer {
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw new DeliveryError(
      `GitHub answered ${answer.status} to a request to ${what} issues${messageIn(answer)}: ${remedyOf(answer.status)}`,
    );
  }
}

function isWhole(answer: Answer): boolean {
  return parseJson(answer.body) !== undefined;
}

/** A limit that passes is told by 403 or 429 with the time to wait; everything else as its status says. */
function passes({ status, headers }: Answer): boolean | null {
  if (status !== 403 && status !== 429) return null;
  return headers["retry-after"] !== undefined || headers["x-ratelimit-remaining"] === "0" || status === 429;
}

function messageIn({ body }: Answer): string {
  const told = z.object({ message: z.string() }).safeParse(parseJson(body));
  return told.success ? ` (${told.data.message.slice(0, 200)})` : "";
}

function remedyOf(status: number): string {
  if (status === 401) return 'the token is wrong or has expired; see the input "token"';
  if (status === 403) return 'give the job "permissions: issues: write", or a token that may write issues';
  if (status === 404 || status === 410)
    return 'see that the repository has issues turned on and that the job has "permissions: issues: write"';
  if (status === 422) return "it does not take such an issue; please report it";
  return "the next run does it again";
}
