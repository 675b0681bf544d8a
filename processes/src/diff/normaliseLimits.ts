import { formatLimit, limitSchema } from '@onewindow/clocks';
import { isRecord } from '../lint/readForm.ts';
import { findLabel } from './findLabel.ts';
import { SHORT } from './limitKey.ts';

export { SHORT };

/**
 * The manifest with every limit in one form, `{$limit: '10 workday', cite}`: whether it was written short, with its
 * article or in parts makes no difference. What is no limit stays as it is.
 */
export function normaliseLimits(value: unknown, keys: readonly string[] = []): unknown {
  const limit = asLimit(value, keys);
  if (limit !== undefined) return limit;
  if (Array.isArray(value)) return value.map((item) => normaliseLimits(item, [...keys, '0']));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, normaliseLimits(part, [...keys, key])]),
  );
}

function asLimit(value: unknown, keys: readonly string[]): unknown {
  const written = isRecord(value) && ('limit' in value || 'unit' in value);
  const expected = typeof value === 'string' && findLabel('manifest', keys)?.value === 'limit';
  if (!written && !expected) return undefined;
  const parsed = limitSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { cite } = parsed.data;
  return { [SHORT]: formatLimit(parsed.data), ...(cite === undefined ? {} : { cite }) };
}

/** The way back for what is shown as data: `'10 workday'`, or `{limit, cite}`. */
export function restoreLimits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restoreLimits);
  if (!isRecord(value)) return value;
  if (SHORT in value)
    return value['cite'] === undefined ? value[SHORT] : { limit: value[SHORT], cite: value['cite'] };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, restoreLimits(part)]));
}
