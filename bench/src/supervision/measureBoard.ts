import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { timeEach } from '../inParallel.ts';

interface Row {
  department: { id: string };
  red: number;
}

/** The board and the first, the next and the item's page of the list behind its numbers, each p95 ÷ its limit. */
export async function* measureBoard(
  supervisor: ApiClient,
  open: number,
  calls: number,
): AsyncGenerator<BenchLine> {
  const line = (name: string, limit: number, times: number[], details: Record<string, unknown> = {}) =>
    benchLine({
      name: `${name}${open}`,
      numerator: percentile(times, 0.95),
      denominator: limit,
      unit: 'milliseconds (p95 ÷ limit)',
      samples: { numerator: times.length, denominator: 1 },
      target: { max: 1 },
      details: { open, p50: round(median(times)), ...details },
    });
  const first = await timeEach(1, () => supervisor.get('/supervision/board'));
  const board = (await supervisor.get('/supervision/board')) as unknown as {
    byDepartment: Row[];
    totals: Record<string, number>;
  };
  const departments = board.byDepartment.map(({ department }) => department.id);
  yield line('supervisionBoard', 100, await timeEach(calls, () => supervisor.get('/supervision/board')), {
    departments: departments.length,
    firstAnswer: round(first[0] ?? Number.NaN),
    totals: board.totals,
  });
  let at = 0;
  let listed = 0;
  const lights = ['red', 'yellow', 'green', 'paused'];
  const page = async (scope: string) => {
    at += 1;
    const query = `limit=50&light=${lights[at % 4]}${scope}`;
    const { items } = (await supervisor.get(`/supervision/cases?${query}`)) as { items: unknown[] };
    // Of one item in one department a light may well be nobody's.
    if (items.length === 0 && !scope.includes('item=')) throw new Error(`nothing listed for ${query}`);
    listed += items.length;
  };
  const one = () => `&department=${departments[at % departments.length]}`;
  yield line('supervisionList', 150, await timeEach(calls, () => page(one())));
  listed = 0;
  const ofItem = await timeEach(calls, () => page(`${one()}&item=item-${at % 50}`));
  yield line('supervisionListItem', 150, ofItem, { cases: listed });
  yield line('supervisionListAll', 150, await timeEach(calls, () => page('')));
}
