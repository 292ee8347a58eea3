let values: ReadonlyMap<string, string> | null = null;

/** Decimal digits of any script as those of ASCII: servers in Arabic or Hindi print their own. */
export function withPlainDigits(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    values ??= digitValues();
    return values.get(digit) ?? digit;
  });
}

function digitValues(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const system of Intl.supportedValuesOf("numberingSystem")) {
    const digits = [...new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890)];
    if (digits.length === 10) for (const [index, digit] of digits.entries()) found.set(digit, String((index + 1) % 10));
  }
  return found;
}
