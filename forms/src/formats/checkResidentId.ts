import { isCalendarDay } from './checkDate.ts';

/** Which rule a number breaks; null: none. */
export type ResidentIdProblem = 'length' | 'alphabet' | 'division' | 'birthDate' | 'checkCharacter';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** First two digits: provinces, and 81 Hong Kong, 82 Macao, 83 Taiwan residence permits. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/** The residence permits of Hong Kong, Macao and Taiwan name no division below (810000, 820000, 830000). */
function isDivision(number: string): boolean {
  if (!provinces.has(number.slice(0, 2))) return false;
  return !number.startsWith('8') || number.slice(2, 6) === '0000';
}

/**
 * Checks an 18-character resident ID number (GB 11643-1999): alphabet, division, a real day of birth, check character
 * by ISO 7064 MOD 11-2; a small x counts as X. Permanent residence cards of foreigners begin with 9 and name no division.
 * With `today` (`YYYY-MM-DD`, Shanghai) nobody is born after it.
 */
export function checkResidentId(number: string, today?: string): ResidentIdProblem | null {
  if (number.length !== 18) return 'length';
  if (!/^\d{17}[\dXx]$/.test(number)) return 'alphabet';
  if (!number.startsWith('9') && !isDivision(number)) return 'division';
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDay(birth) || (today !== undefined && birth > today)) return 'birthDate';
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number.slice(17).toUpperCase() ? null : 'checkCharacter';
}
