import type { Language } from '../app/i18n.ts';

const zone = 'Asia/Shanghai';

function format(
  value: string | null | undefined,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): string {
  if (value === null || value === undefined || value === '') return '—';
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: zone,
    ...options,
  }).format(at);
}

/** An instant to the minute, in Shanghai time whatever the computer's own. */
export function formatInstant(value: string | null | undefined, language: Language): string {
  return format(value, language, {
    year: 'numeric',
    month: language === 'en' ? 'short' : '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** A day (`YYYY-MM-DD`) or the Shanghai day of an instant. */
export function formatDay(value: string | null | undefined, language: Language): string {
  const day =
    value !== null && value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? `${value}T12:00:00+08:00`
      : value;
  return format(day, language, {
    year: 'numeric',
    month: language === 'en' ? 'short' : '2-digit',
    day: '2-digit',
  });
}

/** Size of a file, given in bytes. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The name of a person or department that may come as a plain string or as an object. */
export function nameOf(value: string | { name: string } | null | undefined): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'string' ? value : value.name;
}
