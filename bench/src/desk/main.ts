import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startStack } from '../../../scripts/stack/index.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { type BenchStack, openBenchStack } from '../benchStack.ts';
import { timeEach } from '../inParallel.ts';
import { fillEngineTasks, timeEnginePages } from './engineTasks.ts';
import { type Filled, fillTasks } from './fillTasks.ts';
import { measureDesk } from './measureDesk.ts';
import { measurePeople } from './people/simulatePeople.ts';
import { writePerformance } from './writePerformance.ts';

// `npm run bench:desk [-- --quick] [-- --tasks 100000 --finished 20000] [-- --only lists|people|engine]`: one JSON line a measurement,
// p95 ÷ its limit. `--seconds` is how long the people work, 600 without it; `--write` puts the figures into docs/performance.md.
// `--data <folder>` keeps what was filled in (1,000,000 finished tasks take minutes) and measures it again in the next run, with the
// counts of then.
// With MONGODB_URI and ENGINE_URL (ENGINE_USER, ENGINE_PASSWORD) set, store and engine are those, on cores of their own.
// `engine` gives the engine so many tasks of its own (`--engine-tasks`) and compares the same page with what `lists` measured.
// Exit 0 whatever the figures; 1 when one could not be measured.
const { values: given } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tasks: { type: 'string' },
    finished: { type: 'string' },
    'engine-tasks': { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string' },
    write: { type: 'boolean', default: false },
    data: { type: 'string' },
  },
});
const tasks = Number(given.tasks ?? (given.quick ? 5_000 : 100_000));
const finished = Number(given.finished ?? (given.quick ? 2_000 : 20_000));
const engineTasks = Number(given['engine-tasks'] ?? (given.quick ? 2_000 : 20_000));
const calls = given.quick ? 40 : 200;
const crowd = given.quick
  ? { clerks: 10, approvers: 30, seconds: 60, warmUp: 30 }
  : { clerks: 200, approvers: 600, seconds: Number(given.seconds ?? 600), warmUp: 120 };
const wanted = (name: string) => given.only === undefined || given.only.split(',').includes(name);

const {
  MONGODB_URI: mongodbUri,
  ENGINE_URL: url,
  ENGINE_USER: user,
  ENGINE_PASSWORD: password,
} = process.env;
const apart = mongodbUri !== undefined && url !== undefined;

const dataDir =
  given.data === undefined ? mkdtempSync(join(tmpdir(), 'onewindow-bench-')) : resolve(given.data);
mkdirSync(dataDir, { recursive: true });
const running = await startStack({
  dataDir,
  env: { RATE_LIMIT_PER_MINUTE: '100000000', LOG_LEVEL: 'warn', SEED_PACKS: 'scjg-food' },
  ...(apart ? { external: { mongodbUri, engine: { url, user: user ?? '', password: password ?? '' } } } : {}),
});
try {
  const stack = await openBenchStack(running);
  const lines: BenchLine[] = [];
  const print = (line: BenchLine) => {
    lines.push(line);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  // First: what fills the lists would be taken for the people's work.
  if (wanted('people')) print(await measurePeople(running, stack, crowd));
  if (wanted('lists')) await measureLists(stack, print);
  if (wanted('engine')) print(await measureEnginePage());
  if (given.write) writePerformance(lines);
  await stack.close();
} finally {
  await running.stop();
  if (given.data === undefined) rmSync(dataDir, { recursive: true, force: true });
}

async function measureLists(stack: BenchStack, print: (line: BenchLine) => void): Promise<void> {
  const clerk = await signIn(stack.serverUrl, 'clerk');
  const people = {
    approver: await signIn(stack.serverUrl, 'approver'),
    supervisor: await signIn(stack.serverUrl, 'supervisor'),
  };
  const filled = await fillOnce(stack, { ...people, clerk });
  for await (const line of measureDesk(people, filled, calls)) print(line);
}

/** What is in the folder from an earlier run, or it is filled now. */
async function fillOnce(stack: BenchStack, people: Parameters<typeof fillTasks>[1]): Promise<Filled> {
  const note = join(dataDir, 'filled.json');
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Filled;
  const filled = await fillTasks(stack, people, { tasks, finished });
  writeFileSync(note, JSON.stringify(filled));
  return filled;
}

/** The page of one department as the product gave it (all but the filter: `lists` comes first) ÷ as the engine itself gives it. */
async function measureEnginePage(): Promise<BenchLine> {
  await fillEngineTasks(running, engineTasks);
  const approver = await signIn(running.serverUrl, 'approver');
  const own = await timeEach(calls, () => approver.get('/tasks?limit=50&view=department'));
  const engine = await timeEnginePages(running, calls);
  return benchLine({
    name: 'deskPageOfEngine',
    numerator: percentile(own, 0.95),
    denominator: percentile(engine, 0.95),
    unit: 'milliseconds (p95 ÷ p95 of the engine)',
    samples: { numerator: own.length, denominator: engine.length },
    target: { max: 0.5 },
    details: {
      tasks: wanted('lists') ? tasks : 0,
      engineTasks,
      p50: round(median(own)),
      engineP50: round(median(engine)),
    },
  });
}
