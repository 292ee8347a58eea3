import { InputError } from "../errors.ts";

export interface DecodedText {
  /** Well-formed: no lone surrogates, no U+0000. */
  readonly text: string;
  /** The WHATWG name of the encoding that was used, such as `utf-8` or `windows-1252`. */
  readonly encoding: string;
}

/** Tries what the bytes prove before what the page claims: exports were re-saved by editors that did not touch the `<meta>`. */
export function decodeText(bytes: Buffer, file?: string): DecodedText {
  const marked = encodingOfByteOrderMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked);
  const sample = bytes.subarray(0, 4096);
  const unmarked = sample.includes(0) ? encodingOfNulPattern(sample) : null;
  if (unmarked !== null) return decodeAs(bytes, unmarked);
  if (bytes.includes(0)) {
    const name = file === undefined ? "The file" : file;
    throw new InputError(
      `${name} is not text: it contains NUL bytes and no sign of UTF-16. Expected an HTML or Markdown page.`,
      file === undefined ? {} : { file },
    );
  }
  const strict = decodeStrictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: "utf-8" };
  const declared = declaredEncoding(bytes);
  if (declared !== null && declared !== "utf-8") return decodeAs(bytes, declared);
  // Almost UTF-8: one damaged character must not turn all the others into mojibake.
  const lenient = decodeAs(bytes, "utf-8");
  return declared === "utf-8" || isMostlyIntact(lenient.text) ? lenient : decodeAs(bytes, "windows-1252");
}

export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Buffer, encoding: string): DecodedText {
  const decoder = new TextDecoder(encoding);
  return { text: decoder.decode(bytes).toWellFormed().replaceAll("\0", "\uFFFD"), encoding: decoder.encoding };
}

function encodingOfByteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Markup is mostly ASCII, and ASCII in UTF-16 has a NUL in every second byte, always on the same side. */
function encodingOfNulPattern(sample: Buffer): string | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  }
  const pairs = Math.floor(sample.length / 2);
  if (odd > pairs * 0.4 && even === 0) return "utf-16le";
  if (even > pairs * 0.4 && odd === 0) return "utf-16be";
  return null;
}

/** `<meta charset>`, `<meta http-equiv … charset=…>` or an XML declaration in the first 2 kB. */
function declaredEncoding(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 2048).toString("latin1");
  const named = /\b(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(head);
  if (named === null || !/^<(?:meta\b|\?xml\b)/i.test(head.slice(head.lastIndexOf("<", named.index)))) return null;
  try {
    const { encoding } = new TextDecoder(named[1]);
    // A page whose bytes could be read as ASCII up to here is not UTF-16, whatever it says.
    return encoding.startsWith("utf-16") ? null : encoding;
  } catch {
    return null; // a name that no decoder knows
  }
}

function isMostlyIntact(text: string): boolean {
  let damaged = 0;
  let intact = 0;
  for (const character of text) {
    if (character === "\uFFFD") damaged += 1;
    else if (character > "\u007F") intact += 1;
  }
  return damaged * 4 <= intact;
}
