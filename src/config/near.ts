/** The known word that somebody most likely meant, or null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = bare(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, bare(candidate)) }))
    .filter(({ candidate, distance }) => distance <= 1 + Math.floor(bare(candidate).length / 4))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? known.find((candidate) => isPart(bare(candidate), wanted)) ?? null;
}

/** `base_url`, `base-url` and `BaseURL` are one word. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** `url` for `baseUrl`, `spaceKey` for `space`. */
function isPart(candidate: string, wanted: string): boolean {
  return Math.min(candidate.length, wanted.length) >= 3 && (candidate.includes(wanted) || wanted.includes(candidate));
}

/** How many letters to put in, take out, replace or swap with their neighbour (Damerau–Levenshtein, each place once). */
function distanceOf(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const swaps = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          swaps ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
