import { ConsoleError } from '../../console/consoleError.ts';
import { formatDuration } from '../../console/step.ts';
import { createDatabase } from '../../postgres/createDatabase.ts';
import { type PrivateCluster, startPrivateCluster } from '../../postgres/startPrivateCluster.ts';
import { ENGINE_NAMES, type EngineName, readEngineName } from '../../prepare/engineName.ts';
import { findSpecs } from '../findSpecs.ts';
import { addResults, noResult, type Phase, type PhaseResult } from '../phase.ts';
import { runSpecs } from '../runSpecs.ts';
import { withTestStack } from '../withTestStack.ts';

/** Every scenario of every pack (docs/scenarios.md). */
const SCENARIOS = 'server/src/rehearsal/packScenarios';

/**
 * The scenarios that the second engine plays in every test run and both play on PostgreSQL: of each kind of process the one
 * with most of what engines could differ in, timers, tables, parallel ways, many experts, several cases.
 */
const SELECTION = [
  'scjg-food/new-sampling',
  'mzj-elderly-subsidy/granted',
  'grid-city-appearance/suspended',
  'xfjy-fire-check/commitment-broken',
  'jw-private-kindergarten/panel-failed',
  'whlyj-entertainment/hearing-lapsed',
  'wjw-public-place-health/new-extended',
  'theme-restaurant/company-first',
];

/** The engine contract, scenarios, and one whole case from the window to the license. */
const CONTRACT = ['engine/src/', 'server/src/cases/foodLicense', SCENARIOS];

/** The contract on the second engine, in every test run; the phase `stack` holds it on the first. */
export const operatonPhase: Phase = {
  title: 'the engine contract, a whole case and some scenarios on Operaton',
  run: ({ only }) => holdContract({ engine: 'operaton', only, scenarios: SELECTION }),
};

/**
 * The contract on both engines, each on H2, with every scenario, and on PostgreSQL, with some; ENGINE and ENGINE_DATABASE
 * (h2, postgresql) choose one.
 * Runs only when it is named.
 */
export const enginesPhase: Phase = {
  title: 'the engine contract on both engines, each on H2 and on PostgreSQL',
  run: async ({ only }) => {
    const { ENGINE, ENGINE_DATABASE } = process.env;
    const engines = ENGINE ? [readEngineName(ENGINE)] : ENGINE_NAMES;
    const databases = ENGINE_DATABASE ? [readDatabase(ENGINE_DATABASE)] : DATABASES;
    // first, so that a machine without PostgreSQL says so at once
    const cluster = databases.includes('postgresql') ? await startPrivateCluster() : undefined;
    let result = noResult;
    const lines: string[] = [];
    try {
      for (const engine of engines) {
        for (const name of databases) {
          const database = name === 'postgresql' ? cluster : undefined;
          const title = `${engine} on ${name}`;
          console.log(`\n── ${title}`);
          const began = performance.now();
          const scenarios = database === undefined ? undefined : SELECTION;
          const held = await holdContract({ engine, database, only, scenarios });
          result = addResults(result, held);
          lines.push(
            `  ${held.failed > 0 ? '✘' : '✔'} ${title.padEnd(22)} ${held.passed} passed, ${held.failed} failed  ${formatDuration(performance.now() - began)}`,
          );
        }
      }
    } finally {
      await cluster?.stop();
    }
    console.log(`\n${lines.join('\n')}`);
    return result;
  },
};

const DATABASES = ['h2', 'postgresql'] as const;

function readDatabase(text: string): (typeof DATABASES)[number] {
  const known = DATABASES.find((name) => name === text);
  if (known !== undefined) return known;
  throw new ConsoleError(
    'unknownDatabase',
    `没有名为 ${text} 的数据库 / ENGINE_DATABASE=${text}: it may be ${DATABASES.join(' or ')}.`,
  );
}

async function holdContract({
  engine,
  database,
  only,
  scenarios,
}: {
  engine: EngineName;
  database?: PrivateCluster | undefined;
  only: string | undefined;
  /** `pack/scenario` of those that are played; undefined: all. */
  scenarios?: readonly string[] | undefined;
}): Promise<PhaseResult> {
  const files = findSpecs('stack', only).filter((file) => CONTRACT.some((part) => file.startsWith(part)));
  if (files.length === 0) return noResult;
  const engineDatabase = database && (await createDatabase(database.variables));
  const variables =
    database === undefined
      ? { ENGINE_DATABASE: 'h2' }
      : { ENGINE_DATABASE: 'postgresql', ...database.variables };
  return withTestStack(
    ['store', 'engine'],
    (stack) =>
      runSpecs({
        files,
        concurrency: 1,
        together: 6,
        limit: 2_400_000,
        env: { ...stack.settings, ENGINE: engine, ...variables, SCENARIOS: scenarios?.join(',') ?? '' },
      }),
    { engine, engineDatabase },
  );
}
