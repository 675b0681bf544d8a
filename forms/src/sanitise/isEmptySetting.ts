import { isDeepStrictEqualJson } from './isDeepStrictEqualJson.ts';

/** True for what Form.io's builder writes where nothing is set: null, false, '', [], {} and objects of such. */
export function isEmptySetting(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every(isEmptySetting);
}

/** True when the value is empty or one of the harmless ones. */
export function isHarmlessSetting(value: unknown, except: readonly unknown[]): boolean {
  return isEmptySetting(value) || except.some((allowed) => isDeepStrictEqualJson(allowed, value));
}
