/** What an export may cost us at most. An honest space export stays far below; a zip bomb or a wrong folder (`/`) does not. */
export interface FileLimits {
  /** Files in the whole tree. */
  readonly maxFiles: number;
  /** Bytes of one file. A bigger one is refused when it is read; the others still work. */
  readonly maxFileBytes: number;
  /** Bytes of a zip's content, as declared and as really inflated. */
  readonly maxTotalBytes: number;
  /** Inflated to deflated bytes of one zip entry; counts only above `ratioFromBytes`. */
  readonly maxRatio: number;
  /** Small entries of blanks compress better than any bomb needs to: below this size the ratio says nothing. */
  readonly ratioFromBytes: number;
}

const MiB = 1024 * 1024;

export const defaultFileLimits: FileLimits = {
  maxFiles: 200_000,
  maxFileBytes: 64 * MiB,
  maxTotalBytes: 8 * 1024 * MiB,
  maxRatio: 200,
  ratioFromBytes: MiB,
};

/** `64 MiB`, `1.5 MiB`, `12 bytes`: for messages. */
export function describeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ["KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = "bytes";
  for (const next of units) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)} ${unit}`;
}
