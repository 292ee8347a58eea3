import type { ArchiveFiles } from "../archive/files.ts";
import { ArchiveError, messageOf, SourceError } from "../errors.ts";
import type { HttpClient } from "../http/client.ts";
import { sha256Of } from "../records/canonical-json.ts";

/** An archive on a static host. The host may put up a new state at any moment: whatever an index names is compared with its hash there. */
export class WebFiles implements ArchiveFiles {
  readonly #base: string;
  readonly #http: HttpClient;

  /** `base` ends with a slash. */
  constructor(base: string, http: HttpClient) {
    this.#base = base;
    this.#http = http;
  }

  nameOf(path: string): string {
    return `${this.#base}${path}`;
  }

  async read(path: string): Promise<Buffer | null> {
    try {
      return await this.#http.getBytes(this.nameOf(path));
    } catch (error) {
      if (error instanceof SourceError && error.fault === "absent") return null;
      throw error instanceof SourceError
        ? new ArchiveError(`cannot read ${this.nameOf(path)}: ${messageOf(error)}`, { cause: error, file: path })
        : error;
    }
  }

  async has(path: string): Promise<boolean> {
    return (await this.read(path)) !== null;
  }

  /** Static hosts list no folders: what there is stands in the indexes. */
  async names(): Promise<string[]> {
    return [];
  }

  async readJson(path: string, sha256?: string): Promise<unknown> {
    const bytes = await this.read(path);
    if (bytes === null) return undefined;
    if (sha256 !== undefined && sha256Of(bytes) !== sha256)
      throw new ArchiveError(
        `${this.nameOf(path)} is another one than its index names: the archive was put up anew while it was read, open it again`,
        { file: path },
      );
    try {
      return JSON.parse(bytes.toString("utf8"));
    } catch (cause) {
      throw new ArchiveError(`${this.nameOf(path)} is not JSON (${messageOf(cause)}): is this the address of an archive?`, {
        cause,
        file: path,
      });
    }
  }
}
