const longestShared = 120;
/** People and parents come back on many pages; what holds a quote is of one page. */
const mostFieldsShared = 5;

/**
 * Copies of what is kept of each page until the end of a run. V8 makes pieces of a string (a quote, a link target) out of the whole one and
 * so keeps the page's source alive with them; a copy holds only what it shows. Names, accounts and links come back on many pages: each
 * is held once.
 */
export class KeptTexts {
  readonly #known = new Map<string, string>();
  readonly #objects = new Map<string, object>();

  copyOf<T>(value: T): T {
    return this.#copy(value) as T;
  }

  /** Ends the sharing: what was copied stays. */
  forget(): void {
    this.#known.clear();
    this.#objects.clear();
  }

  #copy(value: unknown): unknown {
    if (typeof value === "string") return this.#text(value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#copy(item));
    const copy: Record<string, unknown> = {};
    let isPlain = true;
    const entries = Object.entries(value);
    for (const [key, item] of entries) {
      copy[key] = this.#copy(item);
      isPlain &&= typeof item !== "object" || item === null;
    }
    return isPlain && entries.length <= mostFieldsShared ? this.#shared(copy) : copy;
  }

  /** Equal small objects are one: nobody changes what is kept. */
  #shared(copy: object): object {
    const key = JSON.stringify(copy);
    if (key.length > longestShared) return copy;
    const known = this.#objects.get(key);
    if (known !== undefined) return known;
    this.#objects.set(key, copy);
    return copy;
  }

  #text(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const own = JSON.parse(JSON.stringify(text)) as string;
    if (own.length <= longestShared) this.#known.set(own, own);
    return own;
  }
}
