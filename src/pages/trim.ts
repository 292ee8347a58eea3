/**
 * A text without the signs at its end; `sign` is tested against one character at a time. A pattern such as `/[.!]+$/` begins anew at every sign of
 * a text that goes on behind it, and takes the square of the time.
 */
export function withoutTail(text: string, sign: RegExp): string {
  let end = text.length;
  while (end > 0 && sign.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
