import type { Dice } from './dice.ts';
import words from './names.json' with { type: 'json' };

/** Stands behind the name of every made-up applicant. */
export const mark = '（模拟）';

/** A division that is none: province 11, city 99. No resident or company has ever been numbered under it. */
const nowhere = '1199';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A resident ID number (GB 11643) of nobody, with the day of birth and the sex of another and its own right check
 * character.
 */
export function residentIdLike(dice: Dice, like: string): string {
  const place = nowhere + String(dice.whole(0, 99)).padStart(2, '0');
  const order = dice.whole(0, 499) * 2 + (Number(like[16]) % 2);
  const body = place + like.slice(6, 14) + String(order).padStart(3, '0');
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A unified social credit code (GB 32100) of nobody: both check characters are right, that of GB 11714 inside it too. */
export function creditCodeLike(dice: Dice, like: string): string {
  const place = nowhere + String(dice.whole(0, 99)).padStart(2, '0');
  const own = `MA${Array.from({ length: 6 }, () => codeAlphabet[dice.whole(0, 30)]).join('')}`;
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * organisationAlphabet.indexOf(own[at] ?? '0'),
    0,
  );
  const check = 11 - (sum % 11);
  const body = like.slice(0, 2) + place + own + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
  let weight = 1;
  let total = 0;
  for (const character of body) {
    total += codeAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return body + codeAlphabet[(31 - (total % 31)) % 31];
}

/** A mobile number of the range 154, which has not been given out. */
export function phone(dice: Dice): string {
  return `154${String(dice.whole(0, 99_999_999)).padStart(8, '0')}`;
}

export function person(dice: Dice): string {
  return dice.pick(words.surnames) + dice.pick(words.given);
}

/** A company of the same trade as another, as far as its name tells it. */
export function companyLike(dice: Dice, like: string): string {
  const trade = words.trades.find((entry) => like.includes(entry)) ?? '商贸';
  return `北京${dice.pick(words.brands)}${dice.pick(words.brandEnds)}${trade}有限公司`;
}

export function street(dice: Dice): string {
  return `${dice.pick(words.streets)}${dice.whole(1, 320)}号`;
}
