import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { timeEach } from '../inParallel.ts';
import type { Filled } from './fillTasks.ts';

/**
 * Pages, counts and searches of the inbox (session and rights included), each p95 ÷ its limit in milliseconds; the first line
 * is what the first answer after a start costs, when a copy of the server reads the active tasks once.
 */
export async function* measureDesk(
  people: { approver: ApiClient; supervisor: ApiClient },
  filled: Filled,
  calls: number,
): AsyncGenerator<BenchLine> {
  const { approver, supervisor } = people;
  const line = (name: string, limit: number, times: number[], details: Record<string, unknown> = {}) =>
    benchLine({
      name,
      numerator: percentile(times, 0.95),
      denominator: limit,
      unit: 'milliseconds (p95 ÷ limit)',
      samples: { numerator: times.length, denominator: 1 },
      target: { max: 1 },
      details: { tasks: filled.tasks, p50: round(median(times)), ...details },
    });
  const page = async (client: ApiClient, query: string, atLeast = 50) => {
    const { items } = (await client.get(`/tasks?limit=50&${query}`)) as { items: unknown[] };
    if (items.length < atLeast) throw new Error(`a page of ${items.length} for ${query}`);
  };
  yield line('deskFirstAnswer', 60_000, await timeEach(1, () => page(approver, 'view=department')));

  const filters = [
    '',
    '&light=red',
    '&packCode=scjg-food',
    '&stepKey=decide&sort=received&order=desc',
    '&sort=number',
  ];
  const department: number[] = [];
  const everywhere: number[] = [];
  for (const filter of filters) {
    const each = Math.ceil(calls / filters.length);
    department.push(...(await timeEach(each, () => page(approver, `view=department${filter}`, 1))));
    everywhere.push(...(await timeEach(each, () => page(supervisor, `view=all${filter}`))));
  }
  yield line('deskDepartmentPage', 50, department, { ofDepartment: filled.ofDepartment, filters });
  yield line('deskAllPage', 200, everywhere, { filters });
  yield line('deskCounts', 100, await timeEach(calls, () => approver.get('/tasks/counts')));
  yield line('deskCountsAll', 100, await timeEach(calls, () => supervisor.get('/tasks/counts')));
  const prefix = filled.caseNo.slice(0, 14);
  yield line('deskSearchNumber', 100, await timeEach(calls, () => page(approver, `caseNo=${prefix}00`, 1)));
  const name = encodeURIComponent(filled.applicant);
  yield line('deskSearchName', 100, await timeEach(calls, () => page(approver, `applicant=${name}`, 1)));
  yield line('deskFinishedPage', 50, await timeEach(calls, () => page(approver, 'view=finished')), {
    finished: filled.finished,
    fillSeconds: filled.fillSeconds,
  });
  const { items } = (await approver.get(`/tasks?caseNo=${filled.caseNo}`)) as { items: { id: string }[] };
  const real = items.find(({ id }) => id === filled.taskId);
  if (real === undefined) throw new Error('the real task is not in the inbox');
  yield line('deskOpenTask', 150, await timeEach(calls, () => approver.get(`/tasks/${real.id}`)));
  yield line('deskFacets', 100, await timeEach(calls, () => approver.get('/tasks/facets')));
}
