import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { decodeText } from "../../src/files/index.ts";

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from("<p>Zürich 会议</p>"), "<p>Zürich 会议</p>", "utf-8"],
    ["UTF-8 with a byte order mark", Buffer.from("\uFEFF<p>ü</p>"), "<p>ü</p>", "utf-8"],
    ["UTF-16LE with a mark", Buffer.from("\uFEFF<p>ü</p>", "utf16le"), "<p>ü</p>", "utf-16le"],
    ["UTF-16BE with a mark", utf16be("\uFEFF<p>ü</p>"), "<p>ü</p>", "utf-16be"],
    ["UTF-16LE without a mark", Buffer.from("<p>plain page</p>", "utf16le"), "<p>plain page</p>", "utf-16le"],
    ["UTF-16BE without a mark", utf16be("<p>plain page</p>"), "<p>plain page</p>", "utf-16be"],
    [
      "a declared charset",
      Buffer.from('<meta charset="iso-8859-2"><p>\xb1</p>', "latin1"),
      '<meta charset="iso-8859-2"><p>ą</p>',
      "iso-8859-2",
    ],
    [
      "a declared http-equiv",
      Buffer.from('<META http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xc0</p>', "latin1"),
      '<META http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>А</p>',
      "windows-1251",
    ],
    [
      "an XML declaration",
      Buffer.from('<?xml version="1.0" encoding="KOI8-R"?><p>\xe1</p>', "latin1"),
      '<?xml version="1.0" encoding="KOI8-R"?><p>А</p>',
      "koi8-r",
    ],
    [
      "UTF-8 that declares something else",
      Buffer.from('<meta charset="iso-8859-1"><p>ü</p>'),
      '<meta charset="iso-8859-1"><p>ü</p>',
      "utf-8",
    ],
    [
      "an unknown charset",
      Buffer.from('<meta charset="nonsense"><p>\xfc</p>', "latin1"),
      '<meta charset="nonsense"><p>ü</p>',
      "windows-1252",
    ],
    ["nothing declared", Buffer.from("<p>\x93\xfc\x94</p>", "latin1"), "<p>“ü”</p>", "windows-1252"],
    ["one damaged character", Buffer.concat([Buffer.from("äöüßéèêë "), Buffer.from([0xfc])]), "äöüßéèêë \uFFFD", "utf-8"],
    ["nothing at all", Buffer.alloc(0), "", "utf-8"],
  ])("reads %s", (_name, bytes, text, encoding) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  it("says that binary is not text, and which file it was", () => {
    expect(() => decodeText(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "a.html")).toThrow(InputError);
    expect(() => decodeText(Buffer.from("text\0with a NUL"), "a.html")).toThrow(/a\.html is not text: it contains NUL bytes/);
  });

  it("gives well-formed text without NUL for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]), (bytes, mark) => {
        try {
          const { text } = decodeText(Buffer.from([...mark, ...bytes]));
          expect(text.isWellFormed()).toBe(true);
          expect(text.includes("\0")).toBe(false);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { seed: 20261124, numRuns: 2000 },
    );
  });

  it("gives back every text that was written as UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(decodeText(Buffer.from(text)).text).toBe(text);
      }),
      { seed: 20261124 },
    );
  });
});
