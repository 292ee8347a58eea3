const longestShared = 120;
/** People and parents come back on many pages; what holds a quote is of one page. */
const mostFieldsShared = 5;
/** What comes back does so within some hundred pages; most texts never do, and remembering all of them costs as much as it saves. */
const mostRemembered = 4000;

/** The newest values by a key, and those that were asked for since. */
class Recent<T> {
  #young = new Map<string, T>();
  #old: ReadonlyMap<string, T> = new Map();

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: T): void {
    if (this.#young.size >= mostRemembered) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  clear(): void {
    this.#young.clear();
    this.#old = new Map();
  }
}

/** Most lists of a page's facts are empty. */
const nothing: readonly unknown[] = Object.freeze([]);

/**
 * Copies of what is kept of each page until the end of a run. V8 makes pieces of a string (a quote, a link target) out of the whole one and
 * so keeps the page's source alive with them; a copy holds only what it shows. Names, accounts and links come back on many pages: each
 * is held once.
 */
export class KeptTexts {
  readonly #known = new Recent<string>();
  readonly #objects = new Recent<object>();

  /** Not to be changed: parts of it are parts of other copies. */
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
    if (Array.isArray(value)) return value.length === 0 ? nothing : this.#list(value.map((item) => this.#copy(item)));
    // A spread keeps the fields within the object; one that is filled field by field gets a second object for them.
    const copy: Record<string, unknown> = { ...value };
    const keys = Object.keys(copy);
    let isPlain = true;
    for (const key of keys) {
      const item = this.#copy(copy[key]);
      copy[key] = item;
      isPlain &&= typeof item !== "object" || item === null;
    }
    return isPlain && keys.length <= mostFieldsShared ? this.#shared(copy) : copy;
  }

  /** The places of pages in the tree, labels: lists of few and small things. */
  #list(copy: readonly unknown[]): object {
    return copy.length <= mostFieldsShared ? this.#shared(copy) : copy;
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
