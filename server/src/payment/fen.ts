import { AppError } from '../errors/appError.ts';

/** Most that one payment may be: keeps sums of a list far within whole numbers that are exact. */
const maximumFen = 1_000_000_000;

/**
 * An amount in yuan, as a form holds it, in fen 分 as a whole number: read digit by digit, never calculated with.
 * Throws AppError `paymentAmountUnreadable` unless it is more than nothing, with at most two decimals, up to ten million yuan.
 */
export function fenOf(yuan: unknown): number {
  const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typeof yuan === 'number' ? String(yuan) : textOf(yuan));
  const fen = parts === null ? 0 : Number(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`);
  if (fen <= 0 || fen > maximumFen) throw new AppError('paymentAmountUnreadable');
  return fen;
}

/** Fen written as yuan with two decimals, e.g. `400.00`. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
