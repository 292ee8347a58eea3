/** A piece of Markdown: text that is ready, or one end of an emphasis. */
export type Piece = string | EmphasisMark;

export interface EmphasisMark {
  /** `*`, `**` or `~~`. */
  readonly text: string;
  /** The same for both ends. */
  readonly pair: number;
  readonly opens: boolean;
}

/**
 * The pieces as one text. CommonMark takes stars for emphasis at a word's border only, and a run of stars as one delimiter; where either
 * would print the stars instead, the emphasis is left out.
 */
export function joinPieces(pieces: readonly Piece[]): string {
  const broken = new Set<number>();
  for (let before = -1; before !== broken.size; ) {
    before = broken.size;
    markBroken(pieces, broken);
  }
  return pieces.map((piece) => (typeof piece === "string" ? piece : broken.has(piece.pair) ? "" : piece.text)).join("");
}

function markBroken(pieces: readonly Piece[], broken: Set<number>): void {
  let run: EmphasisMark[] = [];
  let before = " ";
  const endRun = (after: string): void => {
    if (run.length > 0) checkRun(run, before, after, broken);
    run = [];
  };
  for (const piece of pieces) {
    if (piece === "") continue;
    if (typeof piece !== "string") {
      if (!broken.has(piece.pair)) run.push(piece);
      continue;
    }
    endRun(firstLetter(piece));
    before = lastLetter(piece);
  }
  endRun(" ");
}

/** Marks in a row read as one delimiter: all must open, or all must close, and the border must let them. */
function checkRun(run: readonly EmphasisMark[], before: string, after: string, broken: Set<number>): void {
  const [first] = run;
  const isMixed = run.some((mark) => mark.opens !== first?.opens);
  // Readers disagree about stars beside tildes. That something is struck out says more than that it is bold.
  const isStruck = run.some((mark) => mark.text === "~~") && run.some((mark) => mark.text !== "~~");
  const canOpen = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
  const canClose = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
  for (const mark of run) {
    const isWrong = isStruck ? mark.text !== "~~" : isMixed ? mark.opens : mark.opens ? !canOpen : !canClose;
    if (isWrong) broken.add(mark.pair);
  }
}

function firstLetter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32);
}

function lastLetter(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  return low >= 0xdc00 && low <= 0xdfff && text.length > 1 ? text.slice(-2) : text.slice(-1);
}

function isBlank(letter: string): boolean {
  return /\s/.test(letter);
}

export function isPunctuation(letter: string): boolean {
  return /[\p{P}\p{S}]/u.test(letter);
}
