import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';

/**
 * A new case number: division (6) + Shanghai date (8) + sequence of the day (6) + check digit, digits only, so that it
 * can be read out and typed. The check digit is ISO 7064 MOD 11,10. Drawn from blocks reserved outside transactions.
 */
export async function allocateCaseNo(app: AppContext, now: Date): Promise<string> {
  const day = shanghaiDay(now).replaceAll('-', '');
  const sequence = await app.numbers.next(app.tenant, `caseNo:${day}`);
  const body = `${app.tenant}${day}${String(sequence).padStart(6, '0')}`;
  return body + checkDigit(body);
}

/** ISO 7064 MOD 11,10 check digit of a string of digits. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Number of the n-th item (1–99) of a theme: the theme's number, two digits, a check digit over all of it. */
export function itemCaseNo(themeCaseNo: string, ordinal: number): string {
  const body = `${themeCaseNo}${String(ordinal).padStart(2, '0')}`;
  return body + checkDigit(body);
}

/** True when the number, of a case or of an item of a theme, has the right length and check digit. */
export function isCaseNo(text: string): boolean {
  return /^\d{21}(\d{3})?$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}
