import { failure, type Place } from './failure.ts';
import { matchValue } from './matchValue.ts';
import type { Run } from './run.ts';

/** Notes each difference between what is expected and what is there. */
export function compare(run: Run, expected: unknown, actual: unknown, path: Place): void {
  for (const difference of matchValue(expected, actual, path)) {
    const { expected: wanted, actual: found } = difference;
    run.fail(difference.path, failure('different', { expected: wanted, actual: found }));
  }
}

/** Notes what is expected and not there. */
export function present(run: Run, expected: readonly string[], actual: readonly string[], path: Place): void {
  for (const [at, one] of expected.entries())
    if (!actual.includes(one)) run.fail([...path, at], failure('missing', { expected: one, actual }));
}

/** Notes what must not be there and is. */
export function absent(run: Run, expected: readonly string[], actual: readonly string[], path: Place): void {
  for (const [at, one] of expected.entries())
    if (actual.includes(one)) run.fail([...path, at], failure('unwanted', { expected: one }));
}
