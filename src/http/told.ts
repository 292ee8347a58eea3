import type { Headers } from "./retry.ts";

/** What the headers of answers told beside what was asked for. */
export class Told {
  /** How far the server's clock was ahead of ours at its last answer that said so. */
  clockAheadMs: number | null = null;
  /** It took our credentials for wrong and answered as to anybody: some servers do so with status 200. */
  isLoginFailed = false;

  listen(headers: Headers): void {
    const theirs = Date.parse(headers.date ?? "");
    if (!Number.isNaN(theirs)) this.clockAheadMs = theirs - Date.now();
    if (/AUTHENTICATED_FAILED/i.test(headers["x-seraph-loginreason"] ?? "")) this.isLoginFailed = true;
  }
}
