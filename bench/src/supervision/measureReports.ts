import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import type { ApiClient } from '../../../scripts/journey/apiClient.ts';
import { type BenchLine, benchLine, percentile, round } from '../benchLine.ts';
import type { MonthFiller } from './fillMonth.ts';

/** Seconds that a person waits for the report of a month, or for a quarter to close. */
const patience = 30;

/** The district's monthly report of so many cases and the closing of a quarter with so many, each against its limit in seconds. */
export async function* measureReports(
  supervisor: ApiClient,
  filler: MonthFiller,
  { reported, evaluated }: { reported: number; evaluated: number },
): AsyncGenerator<BenchLine> {
  const line = (
    name: string,
    { seconds, others, refused }: Timed,
    cases: number,
    details: Record<string, unknown> = {},
  ) =>
    benchLine({
      name,
      numerator: seconds,
      denominator: patience,
      unit: 'seconds ÷ limit',
      samples: { numerator: 1, denominator: 1 },
      target: { max: 1 },
      details: {
        ...{ cases, ...details },
        // What everybody else waits for meanwhile: the board is asked for again and again.
        ...{ boardP95: round(percentile(others, 0.95)), boardWorst: round(Math.max(...others)), refused },
      },
    });
  const quarter = lastQuarter(new Date());
  await filler.fill(evaluated, quarter);
  for (const kind of ['department', 'officer']) {
    const path = `/evaluation/${kind}/periods/${quarter.period}`;
    yield line(
      `evaluationClosing${kind === 'officer' ? 'Officers' : 'Departments'}`,
      await timed(supervisor, () => supervisor.post(`${path}/publication`)),
      evaluated,
    );
  }
  const month = lastMonth(new Date());
  await filler.fill(reported, month, true);
  let id = '';
  yield line(
    'supervisionReport',
    await timed(supervisor, async () => {
      id = String((await supervisor.post('/supervision/reports', { month: month.name }))['id']);
    }),
    reported,
  );
  yield line(
    'supervisionReportAnnex',
    await timed(supervisor, () => supervisor.download(`/supervision/reports/${id}/annex`)),
    reported,
  );
  const view = await supervisor.get(`/supervision/reports/${id}`);
  const counted = JSON.stringify(view).match(/"received":(\d+)/)?.[1];
  if (Number(counted) !== reported) throw new Error(`the report counts ${counted} of ${reported}`);
  yield line(
    'supervisionReportPage',
    await timed(supervisor, () => supervisor.get(`/supervision/reports/${id}`)),
    reported,
  );
  yield line(
    'supervisionReportLines',
    await timed(supervisor, () => supervisor.get(`/supervision/reports/${id}/lines?ref=2-1&figure=decided`)),
    reported,
  );
}

interface Timed {
  readonly seconds: number;
  /** Milliseconds of each look at the board meanwhile. */
  readonly others: readonly number[];
  /** Looks that were not answered. */
  readonly refused: number;
}

async function timed(supervisor: ApiClient, call: () => Promise<unknown>): Promise<Timed> {
  const others: number[] = [];
  let refused = 0;
  let over = false;
  const looking = (async () => {
    do {
      const began = performance.now();
      await supervisor.get('/supervision/board').catch(() => {
        refused += 1;
      });
      others.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 100));
    } while (!over);
  })();
  const began = performance.now();
  await call();
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await looking;
  return { seconds, others, refused };
}

/** The month before this one in Shanghai. */
function lastMonth(now: Date): { name: string; from: Date; to: Date } {
  const current = monthOf(now);
  const name = monthBefore(current, 1);
  return { name, from: startOf(name), to: startOf(current) };
}

/** The quarter before this one. */
function lastQuarter(now: Date): { period: string; from: Date; to: Date } {
  const current = monthOf(now);
  const next = monthBefore(current, (Number(current.slice(5)) - 1) % 3);
  const first = monthBefore(next, 3);
  const period = `${first.slice(0, 4)}-Q${(Number(first.slice(5)) + 2) / 3}`;
  return { period, from: startOf(first), to: startOf(next) };
}

/** `YYYY-MM` in Shanghai. */
function monthOf(at: Date): string {
  return shanghaiDay(at).slice(0, 7);
}

function monthBefore(month: string, months: number): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, of - 1 - months, 1)).toISOString().slice(0, 7);
}

function startOf(month: string): Date {
  return shanghaiInstant(`${month}-01`, '00:00');
}
