import { setFlagsFromString } from "node:v8";

/**
 * Keeps the heap of a long run near what it holds. A page is short-lived garbage: more room for young objects, and the default pace of growth
 * (up to four times the live heap between collections), make the process larger, not faster. Measured on 5,000 pages: 184 MB instead of 444 MB. A fifth
 * of growth in place of a third made 352 MB of a first sync of 20,000 pages 328 MB, and took 2 % longer at 5,000.
 */
export function preferSmallHeap(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=20");
}
