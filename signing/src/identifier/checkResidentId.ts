import { type CheckResult, failed, passed } from './CheckResult.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';
/** First two digits: provinces, and 81 Hong Kong, 82 Macao, 83 Taiwan residence permits. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

/**
 * Checks an 18-digit personal number (GB 11643): alphabet, division, date of birth, MOD 11-2 check character.
 * Permanent residence cards of foreigners begin with 9 and carry no division, only their check and date are looked at.
 * `today` is `YYYY-MM-DD`, Shanghai: nobody is born after it.
 */
export function checkResidentId(id: string, today: string): CheckResult {
  if (id.length !== 18)
    return failed('length', '身份证号码应为 18 位', 'an identity number has 18 characters');
  if (!/^\d{17}[\dX]$/.test(id)) {
    return failed(
      'alphabet',
      '身份证号码前 17 位应为数字，最后一位为数字或大写 X',
      'the first 17 characters must be digits, the last a digit or a capital X',
    );
  }
  if (!id.startsWith('9') && !provinces.has(id.slice(0, 2))) {
    return failed('division', '身份证号码前 6 位不是有效的行政区划', 'the first digits name no division');
  }
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  if (!isDay(birth) || birth > today || birth < '1850-01-01') {
    return failed(
      'birthDate',
      `身份证号码中的出生日期“${birth}”不正确`,
      `the date of birth “${birth}” is not plausible`,
    );
  }
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  if (checks[sum % 11] !== id[17]) {
    return failed(
      'checkCharacter',
      '身份证号码校验位不正确',
      'the check character of the identity number is wrong',
    );
  }
  return passed;
}

function isDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
