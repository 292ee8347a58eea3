import { markSign } from "./projection.ts";

/** Letters that Unicode does not take apart into a letter and its accent. */
const plainLetters: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "s" };
const latinBeyondAscii = /[\u00C0-\u024F\u1E00-\u1EFF]/;

const blankInText = `[ \\u00A0\\u2000-\\u200A\\u202F${markSign}]{1,3}`;
const blankInSource = "(?:[\\s*_\\\\-]|&#?\\w{2,6};|<[^<>]{1,60}>){1,4}";

/** The pattern of words in a reader's text, where an accented letter that was an entity stands as `é`. */
export function wordsInText(words: readonly string[]): string {
  return asTree(words.map((word) => lettersOf(word).map((letter) => letterPattern(letter, blankInText, ""))));
}

/** The same in a source, where tags and entities stand between and for letters. */
export function wordsInSource(words: readonly string[]): string {
  return asTree(words.map((word) => lettersOf(word).map((letter) => letterPattern(letter, blankInSource, "|&#?\\w{2,8};"))));
}

function lettersOf(word: string): string[] {
  return [...word.normalize("NFC")];
}

function letterPattern(letter: string, blank: string, entity: string): string {
  if (letter === " ") return blank;
  if (letter === "'") return `(?:['’]${entity})`;
  if (latinBeyondAscii.test(letter)) return `(?:[${letter}${plainOf(letter)}é][\\u0300-\\u036F]{0,2}${entity})`;
  return letter.replace(/[.+*?]/, "\\$&");
}

function plainOf(letter: string): string {
  return plainLetters[letter] ?? letter.normalize("NFD").charAt(0);
}

/** One branch a letter: a list of a hundred words would be tried word by word at every position of the text. Greedy, so the longer word wins. */
function asTree(words: readonly (readonly string[])[]): string {
  const branches = new Map<string, string[][]>();
  let isWord = false;
  for (const [first, ...rest] of words) {
    if (first === undefined) isWord = true;
    else branches.set(first, [...(branches.get(first) ?? []), rest]);
  }
  if (branches.size === 0) return "";
  const alternatives = [...branches].map(([first, rest]) => first + asTree(rest)).join("|");
  return `(?:${alternatives})${isWord ? "?" : ""}`;
}

const shortestTrace = 4;

/** Pieces without accents and blanks of which every word has one, in small letters; of a word with none long enough, the word itself. */
export function tracesOf(words: readonly string[]): string[] {
  const traces = words.flatMap((word) => {
    const pieces = word.toLowerCase().split(/[^a-z\u0400-\u04FF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+/);
    const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), "");
    if (longest.length >= shortestTrace || /[^a-z]/.test(longest)) return [longest];
    return [
      word,
      lettersOf(word)
        .map((letter) => (latinBeyondAscii.test(letter) ? plainOf(letter) : letter))
        .join(""),
    ];
  });
  const kept: string[] = [];
  for (const trace of traces.sort((a, b) => a.length - b.length)) if (!kept.some((shorter) => trace.includes(shorter))) kept.push(trace);
  return kept;
}
