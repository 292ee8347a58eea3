import { SourceError } from "../../../errors.ts";
import type { Answer, HttpClient } from "../../../http/client.ts";
import { withoutSecrets } from "../../../http/faults.ts";
import { everythingAllowed, isAllowed, nothingAllowed, parseRobots, type RobotsRules } from "./robots.ts";

/** robots.txt asks to stay away from an address: it was not asked for. */
export class RobotsError extends SourceError {}

const robotName = "Minutebook";

/** Asks for pages as a polite robot: what robots.txt forbids is not asked for, and what it says about pace is kept to. */
export class PageReader {
  readonly #http: HttpClient;
  readonly #robotsUrl: string;
  #rules: Promise<RobotsRules> | null = null;

  constructor(http: HttpClient, siteUrl: string) {
    this.#http = http;
    this.#robotsUrl = new URL("/robots.txt", siteUrl).href;
  }

  /** @throws RobotsError also where a redirect leads to what is forbidden */
  async html(url: string): Promise<Answer> {
    const judge = await this.#judge();
    judge(url);
    return this.#http.getHtml(url, judge);
  }

  /** @throws RobotsError */
  async bytes(url: string): Promise<Buffer> {
    const judge = await this.#judge();
    judge(url);
    return this.#http.getBytes(url, judge);
  }

  /** The rules are those of the wiki's host: where files lie elsewhere, its operator chose the place. */
  async #judge(): Promise<(url: string) => void> {
    this.#rules ??= this.#read();
    const rules = await this.#rules;
    return (url) => {
      const { pathname, search } = new URL(url);
      if (!this.#http.isOwn(url) || isAllowed(rules, `${pathname}${search}`)) return;
      const why = rules === nothingAllowed ? "could not be read, which forbids everything" : `asks robots not to read ${pathname}`;
      throw new RobotsError(
        "refused",
        `${this.#robotsUrl} ${why}: nothing was asked for there; ask the operator of the wiki for leave, or for an account and its token`,
        { file: withoutSecrets(url) },
      );
    };
  }

  async #read(): Promise<RobotsRules> {
    try {
      const rules = parseRobots((await this.#http.getText(this.#robotsUrl)).body, robotName);
      this.#http.pace(this.#robotsUrl, rules.delayMs);
      return rules;
    } catch (error) {
      if (!(error instanceof SourceError) || error.status === null) throw error;
      return error.status >= 500 ? nothingAllowed : everythingAllowed;
    }
  }
}
