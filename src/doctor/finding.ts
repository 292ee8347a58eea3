/** What one look of the doctor found. */
export interface Finding {
  /** What was looked at: `config`, a source's id after `source`, `clock`, `disk`, `git`, `archive`, `lock`. */
  readonly about: string;
  readonly state: "ok" | "warn" | "fail";
  readonly message: string;
  /** What to do; null where nothing needs doing. */
  readonly remedy: string | null;
}

export function ok(about: string, message: string): Finding {
  return { about, state: "ok", message, remedy: null };
}

export function warn(about: string, message: string, remedy: string): Finding {
  return { about, state: "warn", message, remedy };
}

export function fail(about: string, message: string, remedy: string | null): Finding {
  return { about, state: "fail", message, remedy };
}
