import { InputError } from "../../errors.ts";
import { decodeText } from "../../files/index.ts";

/**
 * The text of an exported file.
 * @throws InputError where it is empty, cut off, or in another encoding than it says
 */
export function exportedText(bytes: Buffer, file: string): string {
  if (bytes.length === 0) throw new InputError("the file is empty: expected a page; copy or export it again");
  const { text, encoding } = decodeText(bytes);
  if (encoding === "windows-1252" && !/charset=["']?(?:windows-125|iso-8859|latin)/i.test(text.slice(0, 2000))) {
    throw new InputError(
      "the file is not UTF-8 and names no other encoding: expected UTF-8, as Confluence writes it; convert it, for example with iconv",
    );
  }
  if (text.trim() === "") throw new InputError("the file holds only blanks: expected a page; copy or export it again");
  if (/\.html?$/i.test(file) && /<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text.slice(-5000))) {
    throw new InputError("the file ends in the middle (no </html>): expected a whole page; copy or export it again");
  }
  const damaged = lettersLost(text, bytes);
  if (damaged > 0 && damaged * 20 > text.replace(/[\0-\x7f]+/g, "").length) {
    throw new InputError(
      `the file is not the UTF-8 that it declares (${damaged} letters cannot be read): expected UTF-8, as Confluence writes it; convert or export it again`,
    );
  }
  return text;
}

/** A page may show U+FFFD itself; what its bytes do not hold, decoding put there. */
function lettersLost(text: string, bytes: Buffer): number {
  const shown = text.split("\uFFFD").length - 1;
  return shown === 0 ? 0 : shown - (bytes.toString("latin1").split("\xEF\xBF\xBD").length - 1);
}
