/** Days between which pages are read, both included; null for no bound. */
export interface Window {
  readonly since: string | null;
  readonly until: string | null;
}

/** Whether something that was made on one day and last changed on another was there, and still moved, within the window. What tells no day is in it. */
export function isWithin(
  window: Window,
  { created, modified }: { readonly created: string | null; readonly modified: string | null },
): boolean {
  const first = (created ?? modified)?.slice(0, 10) ?? null;
  const last = (modified ?? created)?.slice(0, 10) ?? null;
  if (window.since !== null && last !== null && last < window.since) return false;
  return window.until === null || first === null || first <= window.until;
}
