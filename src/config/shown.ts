// What of a configuration may be repeated in a message: a token that stands in the wrong place must not reach a log.

const secretName = /auth|token|secret|key|passw|credential|email/i;

/** What came, for people; what may be a secret is told by its kind alone. */
export function shownValue(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "keys below it";
  const isSecret = path.some((step) => secretName.test(String(step))) || (typeof value === "string" && mayBeSecret(value));
  if (isSecret) return value === "" ? "an empty text" : `a ${typeof value === "string" ? "text" : typeof value} that is not shown`;
  return JSON.stringify(typeof value === "string" && value.length > 60 ? `${value.slice(0, 59)}…` : value);
}

/** `token:abc`, without a blank, is one key with the secret in it. */
export function shownKey(key: PropertyKey): string {
  const text = String(key);
  return /^[A-Za-z_][\w-]{0,40}$/.test(text) && !mayBeSecret(text) ? text : "(a key that is not shown)";
}

/** A long mixture of letters and digits, or an address with a secret in it. */
function mayBeSecret(text: string): boolean {
  if (/:\/\/[^/\s]*@/.test(text) || /[?&#;](?:\w{0,20}(?:key|token|secret|pwd|passw\w{0,4}|auth))=/i.test(text)) return true;
  return (text.match(/[A-Za-z0-9+/=_-]{16,}/g) ?? []).some((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
}
