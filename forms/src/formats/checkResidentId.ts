import { isCalendarDay } from './checkDate.ts';

/** Which rule a number breaks; null: none. */
export type ResidentIdProblem = 'shape' | 'birthday' | 'checkDigit';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Checks a resident ID number (GB 11643-1999): 18 characters, a real day of birth, check digit by ISO 7064 MOD 11-2. */
export function checkResidentId(number: string): ResidentIdProblem | null {
  if (!/^[1-9]\d{16}[\dXx]$/.test(number)) return 'shape';
  if (!isCalendarDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`))
    return 'birthday';
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number.slice(17).toUpperCase() ? null : 'checkDigit';
}
