/** Which rule a code breaks; null: none. */
export type CreditCodeProblem = 'shape' | 'checkCharacter';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Checks a unified social credit code (GB 32100-2015): 18 characters without I, O, S, V, Z, check character MOD 31. */
export function checkCreditCode(code: string): CreditCodeProblem | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'shape';
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17] ? null : 'checkCharacter';
}
