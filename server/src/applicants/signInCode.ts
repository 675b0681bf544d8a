import { randomInt, timingSafeEqual } from 'node:crypto';
import type { FieldCipher } from '../store/fieldCipher.ts';

/** Digits of a code. */
const digits = 6;
/** Milliseconds that a code is good for. */
export const codeLife = 5 * 60_000;
/** Wrong codes after which the right one is refused too. */
export const codeTries = 5;
/** Milliseconds before another code is sent to the same phone. */
export const resendAfter = 60_000;
/** Codes sent to one phone, and asked for from one address (a hall or an office is one address), within seconds. */
export const codesPerPhone = { points: 8, duration: 3600 };
export const codesPerAddress = { points: 120, duration: 3600 };

export function newCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

/** Keyed, or a million tries would find the code. */
export function hashCode(cipher: FieldCipher, codeId: string, code: string): string {
  return cipher.blindIndex(`signInCode:${codeId}`, code);
}

/** Compares in the same time whatever is wrong. */
export function isSameHash(left: string, right: string): boolean {
  const [given, wanted] = [Buffer.from(left), Buffer.from(right)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
