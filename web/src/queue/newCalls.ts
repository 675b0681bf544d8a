import type { Board } from '../api/queue.ts';

type Call = Board['calls'][number];

/**
 * The calls that were not there before, oldest first; a number that is called again counts as new. What stands on the
 * board when the screen starts has been called already.
 */
export function newCalls(
  calls: readonly Call[],
  before: ReadonlySet<string> | undefined,
): { keys: ReadonlySet<string>; fresh: Call[] } {
  const keyOf = (call: Call) => `${call.number} ${call.at}`;
  const fresh =
    before === undefined
      ? []
      : calls
          .filter((call) => call.open && !before.has(keyOf(call)))
          .sort((one, other) => (one.at < other.at ? -1 : 1));
  return { keys: new Set(calls.map(keyOf)), fresh };
}
