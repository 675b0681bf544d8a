import type { Language } from '../app/i18n.ts';

const minute = 60_000;
const units = [
  { size: 1440 * minute, 'zh-CN': '天', en: 'd' },
  { size: 60 * minute, 'zh-CN': '小时', en: 'h' },
  { size: minute, 'zh-CN': '分钟', en: 'min' },
] as const;

/** A stretch of time, given in milliseconds, in its two largest units; below a minute, seconds. */
export function formatElapsed(milliseconds: number, language: Language): string {
  if (milliseconds < minute) {
    const seconds = Math.round(milliseconds / 1000);
    return language === 'en' ? `${seconds} s` : `${seconds} 秒`;
  }
  let left = Math.round(milliseconds / minute) * minute;
  const parts: string[] = [];
  for (const unit of units) {
    const count = Math.floor(left / unit.size);
    left -= count * unit.size;
    if (count > 0 || (parts.length > 0 && left > 0)) parts.push(`${count} ${unit[language]}`);
  }
  return parts.slice(0, 2).join(' ');
}
