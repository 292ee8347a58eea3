interface Place {
  readonly host: string;
  /** Without a slash at its end; empty for the root. */
  readonly path: string;
}

/** `new URL` reads `//host/path` beside a whole address alone. */
const nowhere = "https://nowhere.invalid";

/** Where a wiki was before (`formerBaseUrls`), whatever the scheme. */
export class FormerAddresses {
  readonly #former: readonly Place[];
  readonly #present: readonly Place[];

  /** `present`: where pages are by now, as a former address may lie above it, or below. */
  constructor(former: readonly string[], present: Iterable<string>) {
    this.#former = former.flatMap((url) => placeOf(url) ?? []);
    this.#present = former.length === 0 ? [] : [...present].flatMap((url) => placeOf(url) ?? []);
  }

  /** What follows a former address in a link, `/display/KEY/Title`; null for a link to anywhere else. */
  pathIn(href: string): string | null {
    if (this.#former.length === 0) return null;
    const target = placeOf(href);
    if (target === null) return null;
    const former = lengthOver(target, this.#former);
    if (former < 0 || lengthOver(target, this.#present) > former) return null;
    const { pathname, search } = new URL(href.trim(), nowhere);
    return `${pathname.slice(former)}${search}`;
  }
}

/** The length of the longest of the places' paths that a target lies below; -1 where it lies below none. */
function lengthOver(target: Place, places: readonly Place[]): number {
  return places.reduce((longest, { host, path }) => {
    const isBelow = host === target.host && (target.path === path || target.path.startsWith(`${path}/`));
    return isBelow ? Math.max(longest, path.length) : longest;
  }, -1);
}

function placeOf(url: string): Place | null {
  const text = url.trim();
  // A link of its own page's wiki names no host.
  if (!/^(?:https?:)?\/\//i.test(text) || !URL.canParse(text, nowhere)) return null;
  const { host, pathname } = new URL(text, nowhere);
  return { host, path: pathname.replace(/\/+$/, "") };
}
