import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startStack } from '../../../scripts/stack/index.ts';
import { type BenchLine, benchLine } from '../benchLine.ts';
import { openBenchStack } from '../benchStack.ts';
import { writePerformance } from '../desk/writePerformance.ts';
import { ClockFiller } from './fillClocks.ts';
import { MonthFiller } from './fillMonth.ts';
import { measureBoard } from './measureBoard.ts';
import { measureCompute } from './measureCompute.ts';
import { fireDue } from './measureFiring.ts';
import { measureReports } from './measureReports.ts';
import { measureStream } from './measureStream.ts';

// `npm run bench:supervision [-- --quick] [-- --open 100000,1000000 --due 10000] [-- --only compute|firing|board|stream|reports]`:
// one JSON line a measurement. `--reported` and `--evaluated` are the cases of the report and of the quarter that is closed. `--open`
// are the numbers of open clocks at which firing and board are measured, smallest first; `--write` puts the figures into
// docs/performance.md. With MONGODB_URI set, the store is that one.
// Exit 0 whatever the figures; 1 when one could not be measured.
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    open: { type: 'string' },
    due: { type: 'string' },
    only: { type: 'string' },
    reported: { type: 'string' },
    evaluated: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = (given.open ?? (given.quick ? '2000,20000' : '100000,1000000')).split(',').map(Number);
const due = Number(given.due ?? (given.quick ? 500 : 10_000));
const reported = Number(given.reported ?? (given.quick ? 2_000 : 80_000));
const evaluated = Number(given.evaluated ?? (given.quick ? 1_000 : 20_000));
const calls = given.quick ? 40 : 200;
const wanted = (name: string) => given.only === undefined || given.only.split(',').includes(name);
const { MONGODB_URI: mongodbUri } = process.env;

const lines: BenchLine[] = [];
const print = (line: BenchLine) => {
  lines.push(line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

if (wanted('compute')) print(await measureCompute(given.quick ? 50_000 : 500_000));
if (wanted('firing') || wanted('board') || wanted('stream') || wanted('reports')) await measureRunning();
if (given.write) writePerformance(lines);

async function measureRunning(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
  const running = await startStack({
    dataDir,
    env: { RATE_LIMIT_PER_MINUTE: '100000000', LOG_LEVEL: 'warn', SEED_PACKS: 'scjg-food' },
    ...(mongodbUri === undefined ? {} : { external: { mongodbUri, engine: undefined } }),
  });
  try {
    const stack = await openBenchStack(running);
    const clerk = await signIn(running.serverUrl, 'clerk');
    const supervisor = await signIn(running.serverUrl, 'supervisor');
    if (wanted('reports')) {
      const month = await MonthFiller.open(stack, clerk, await signIn(running.serverUrl, 'approver'));
      for await (const line of measureReports(supervisor, month, { reported, evaluated })) print(line);
      if (!['firing', 'board', 'stream'].some(wanted)) return await stack.close();
    }
    const filler = await ClockFiller.open(stack, clerk, due);
    const seconds: number[] = [];
    for (const open of sizes) {
      if (wanted('stream') && open === sizes[0]) print(await measureStream(stack, supervisor, filler));
      if (wanted('firing') || wanted('board')) await filler.fillTo(open);
      if (wanted('board')) for await (const line of measureBoard(supervisor, open, calls)) print(line);
      if (!wanted('firing')) continue;
      const fired = await fireDue(stack, filler, due);
      seconds.push(fired);
      print(
        benchLine({
          name: `supervisionFiring${open}`,
          numerator: fired,
          denominator: 10,
          unit: 'seconds ÷ limit',
          samples: { numerator: due, denominator: 1 },
          target: { max: 1 },
          details: { open, due, aSecond: Math.round(due / fired) },
        }),
      );
    }
    const [first, last] = [seconds[0], seconds.at(-1)];
    if (seconds.length > 1 && first !== undefined && last !== undefined)
      print(
        benchLine({
          name: 'supervisionFiringRatio',
          numerator: last,
          denominator: first,
          unit: 'seconds with many ÷ with few open clocks',
          samples: { numerator: due, denominator: due },
          target: { max: 1.3 },
          details: { sizes },
        }),
      );
    await stack.close();
  } finally {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
