import { maskName, maskNumber } from './maskName.ts';

/**
 * Covers a value before people see it who need not know it (Personal Information Protection Law art. 6): `name` leaves
 * the first character, `idNumber`, `phone` and `account` the last four, `address` the first six, `none` everything.
 */
export function maskValue(value: string, mask: string): string {
  const characters = [...value];
  if (value === '' || mask === 'none') return value;
  if (mask === 'name') return maskName(value, characters.length > 4 ? 'legal' : 'natural');
  if (mask === 'address') return `${characters.slice(0, 6).join('')}${characters.length > 6 ? '****' : ''}`;
  return maskNumber(value);
}
