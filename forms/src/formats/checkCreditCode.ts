/** Which rule a code breaks; null: none. */
export type CreditCodeProblem = 'length' | 'alphabet' | 'division' | 'checkCharacter';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Checks a unified social credit code (GB 32100-2015): 18 characters without I, O, S, V, Z, a division, weights 3^i
 * modulo 31. Some genuine old codes fail the check character: whoever has the original at hand may confirm one.
 */
export function checkCreditCode(code: string): CreditCodeProblem | null {
  if (code.length !== 18) return 'length';
  const values = [...code].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return 'alphabet';
  if (!/^\d{6}$/.test(code.slice(2, 8))) return 'division';
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === values[17] ? null : 'checkCharacter';
}
