import { type Zippable, zipSync } from "fflate";

/** A zip whose central directory can be lied in: what honest tools do not write. Offsets as in APPNOTE 4.3.12. */
export function makeZip(files: Zippable): Buffer {
  return Buffer.from(zipSync(files, { mtime: "2024-01-02" }));
}

/** Offsets of the central directory records, in the order of the entries. */
export function recordsOf(zip: Buffer): number[] {
  const offsets: number[] = [];
  for (let at = zip.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4, "latin1")) offsets.push(at);
  return offsets;
}

export function recordOf(zip: Buffer, index: number): number {
  const offset = recordsOf(zip)[index];
  if (offset === undefined) throw new Error(`the zip has no entry ${index}`);
  return offset;
}

/** Puts other bytes of the same length in place of a name, in both headers. */
export function rename(zip: Buffer, from: string, to: Buffer): Buffer {
  const old = Buffer.from(from);
  if (old.length !== to.length) throw new Error("a name can only be replaced by one of the same length");
  for (let at = zip.indexOf(old); at >= 0; at = zip.indexOf(old, at + 1)) to.copy(zip, at);
  return zip;
}
