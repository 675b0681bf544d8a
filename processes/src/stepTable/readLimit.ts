import { limitSchema } from '@onewindow/clocks';
import words from './table-words.json' with { type: 'json' };
import type { TableRule } from './tableProblem.ts';

type Limit = { readonly limit: string } | { readonly rule: TableRule };

/**
 * The short form of a limit as people write it: `5个工作日` → `5 workday`. Days alone are refused: the law counts some
 * limits in working days (《中华人民共和国行政许可法》第八十二条) and others not, and a table cannot know.
 */
export function readLimit(cell: string): Limit {
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return { rule: 'limitMissing' };
  if (words.immediate.includes(text)) return { limit: 'immediate' };
  const [, digits = '', word = ''] = /^(\d{1,4}) ?(.+)$/.exec(text) ?? [];
  if (words.unclearUnits.includes(word)) return { rule: 'limitUnclear' };
  const unit = Object.entries(words.units).find(([, names]) => names.includes(word))?.[0];
  const limit = `${Number(digits)} ${unit}`;
  return unit !== undefined && limitSchema.safeParse(limit).success ? { limit } : { rule: 'limitUnknown' };
}
