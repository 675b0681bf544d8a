const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Check character of ISO 7064 hybrid MOD 37,36 over `0-9A-Z`. Throws on any other character. */
export function mod37Check(text: string): string {
  let p = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) throw new RangeError(`not a letter or digit: ${character}`);
    const q = (p + value) % 36 || 36;
    p = (2 * q) % 37;
  }
  return alphabet.charAt((37 - p) % 36);
}
