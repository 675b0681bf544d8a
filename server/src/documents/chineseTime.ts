import { shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';

/** An instant as documents, letters and notices print it: `2026年11月23日 10:05`, Beijing time (GB/T 9704 section 7.3.5.4). */
export function chineseTime(instant: Date): string {
  return `${chineseDate(shanghaiDay(instant))} ${shanghaiTime(instant).slice(-5)}`;
}
