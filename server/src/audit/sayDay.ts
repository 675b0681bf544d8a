import type { Text } from '../errors/appError.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/**
 * A day (`2026-12-06`), with a time behind it or without, as pages write it: `2026/12/06` and `06 Dec 2026`. Undefined for any
 * other text.
 */
export function sayDay(text: string): Text | undefined {
  const [, year, month = '', day, time] = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d:\d\d))?$/.exec(text) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return undefined;
  return {
    'zh-CN': `${year}/${month}/${day}${time === undefined ? '' : ` ${time}`}`,
    en: `${day} ${name} ${year}${time === undefined ? '' : `, ${time}`}`,
  };
}
