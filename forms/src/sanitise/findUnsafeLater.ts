import type { PatternCheck } from './findBadSettings.ts';
import { inspectForm } from './inspectForm.ts';
import type { UnsafeFinding } from './unsafeFinding.ts';

let judge: PatternCheck | null = null;

/** `findUnsafe`; what judges patterns, heavy in a browser, is loaded with the first form that has one. */
export async function findUnsafeLater(form: unknown): Promise<UnsafeFinding[]> {
  let asked = false;
  const found = inspectForm(form, (pattern) => {
    asked = true;
    return judge === null || judge(pattern);
  });
  if (!asked || judge !== null) return found;
  judge = (await import('./matchPattern.ts')).isSafePattern;
  return inspectForm(form, judge);
}
