// The Robots Exclusion Protocol. Source: RFC 9309. `Crawl-delay` is not in it, and operators write it all the same.

interface Rule {
  readonly path: string;
  readonly isAllowed: boolean;
}

/** What a robots.txt asks of one robot. */
export interface RobotsRules {
  readonly rules: readonly Rule[];
  /** Least time between two requests, in ms; 0 where nothing is asked. */
  readonly delayMs: number;
}

/** Nothing is asked: there is no robots.txt. */
export const everythingAllowed: RobotsRules = { rules: [], delayMs: 0 };
/** The server failed to give its robots.txt: RFC 9309, 2.3.1.4. */
export const nothingAllowed: RobotsRules = { rules: [{ path: "/", isAllowed: false }], delayMs: 0 };

/** RFC 9309, 2.5: half a megabyte has to be read, no more. */
const longestText = 500 * 1024;
const longestDelayMs = 300_000;

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delayMs: number;
}

/** The rules of all groups that name the robot, else of those for everybody. `robot` is its product token, in any case. */
export function parseRobots(text: string, robot: string): RobotsRules {
  const groups = groupsOf(text.slice(0, longestText));
  const token = robot.toLowerCase();
  const own = groups.filter(({ agents }) => agents.includes(token));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  return { rules: chosen.flatMap(({ rules }) => rules), delayMs: Math.max(0, ...chosen.map(({ delayMs }) => delayMs)) };
}

/** The longest rule that fits decides; of two alike the one that allows. `target` is path and query. */
export function isAllowed({ rules }: RobotsRules, target: string): boolean {
  const text = encoded(target);
  let best: Rule | null = null;
  for (const rule of rules) {
    if (!fits(rule.path, text)) continue;
    const isStronger = best === null || rule.path.length > best.path.length || (rule.path.length === best.path.length && rule.isAllowed);
    if (isStronger) best = rule;
  }
  return best?.isAllowed ?? true;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let isNaming = false;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|\n/)) {
    const [, field = "", raw = ""] = /^([^:#]{1,40}):([^#]*)/.exec(line.trim()) ?? [];
    const value = raw.trim();
    const name = field.trim().toLowerCase();
    if (name === "user-agent") {
      if (!isNaming) groups.push({ agents: [], rules: [], delayMs: 0 });
      groups.at(-1)?.agents.push(tokenOf(value));
      isNaming = true;
      continue;
    }
    const group = groups.at(-1);
    if (group === undefined || !["allow", "disallow", "crawl-delay"].includes(name)) continue;
    isNaming = false;
    if (name === "crawl-delay") group.delayMs = delayOf(value) ?? group.delayMs;
    else if (value !== "") group.rules.push({ path: encoded(value), isAllowed: name === "allow" });
  }
  return groups;
}

/** "Some/1.0 (comment)" names the robot "some". */
function tokenOf(value: string): string {
  return value === "*" ? value : (/^[A-Za-z_-]+/.exec(value)?.[0] ?? value).toLowerCase();
}

function delayOf(value: string): number | null {
  return /^\d{1,6}(?:\.\d{1,6})?$/.test(value) ? Math.min(longestDelayMs, Number(value) * 1000) : null;
}

/** Without regular expressions: a rule with many stars must cost no more than its length times that of the target. */
function fits(rule: string, text: string): boolean {
  const isWhole = rule.endsWith("$");
  const parts = (isWhole ? rule.slice(0, -1) : rule).split("*");
  const [first = "", ...rest] = parts;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return text.length - part.length >= at && text.endsWith(part);
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return !isWhole || at === text.length;
}

/** Rules and addresses may write the same letter with and without a percent sign. */
function encoded(path: string): string {
  try {
    return encodeURI(decodeURI(path));
  } catch {
    return path;
  }
}
