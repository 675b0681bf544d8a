import { shanghaiInstant } from '@onewindow/clocks';

/** Instant of `2026-11-02 10:00`, or of the beginning of `2026-11-02`, in Shanghai. */
export function instantOfLocal(text: string): Date {
  const [day = '', clock = '00:00'] = text.split(' ');
  return shanghaiInstant(day, clock);
}
