/** Fewer say nothing of how fast it goes. */
const least = 5;
const leastMs = 2000;

/** How fast a stage goes and how long it will take, `, 12/s, 4 min left`; empty as long as nobody can tell. */
export function paceText(done: number, total: number | null, elapsedMs: number): string {
  if (done < least || elapsedMs < leastMs) return "";
  const perSecond = (done * 1000) / elapsedMs;
  const rate = perSecond >= 10 ? `${Math.round(perSecond)}/s` : `${perSecond.toFixed(1)}/s`;
  if (total === null || total <= done) return `, ${rate}`;
  return `, ${rate}, ${spanText((total - done) / perSecond)} left`;
}

export function spanText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}
