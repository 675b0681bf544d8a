import type { Bill } from '../api/fees.ts';

/** Bills with what is still to be paid first, otherwise as they were raised. */
export function openFirst<T extends Pick<Bill, 'state'>>(bills: readonly T[]): T[] {
  return [...bills].sort((one, other) => Number(other.state === 'due') - Number(one.state === 'due'));
}
