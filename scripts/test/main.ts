import { ConsoleError, stopWithMessage } from '../console/consoleError.ts';
import { formatDuration } from '../console/step.ts';
import { noResult, type Phase, type PhaseResult } from './phase.ts';
import { checkPhase } from './phases/check.ts';
import { e2ePhase } from './phases/e2e.ts';
import { enginePhase } from './phases/engine.ts';
import { enginesPhase, operatonPhase } from './phases/engines.ts';
import { stackPhase } from './phases/stack.ts';
import { toolPhase } from './phases/tool.ts';
import { unitPhase } from './phases/unit.ts';
import { prepareAhead } from './prepareAhead.ts';

const USAGE = `npm test [-- phase …] [-- only=<part of a path>]
  phases: check (format, lint, types, dependency rules, generated files), unit, engine, stack, operaton, tool, e2e; all of them
  without any; and only by name: engines (the contract on both engines, each on H2 and PostgreSQL)`;

const PHASES: Readonly<Record<string, Phase>> = {
  check: checkPhase,
  unit: unitPhase,
  engine: enginePhase,
  stack: stackPhase,
  operaton: operatonPhase,
  tool: toolPhase,
  e2e: e2ePhase,
  engines: enginesPhase,
};

/** Phases that run only when they are named. */
const BY_NAME_ONLY = ['engines'];
/** Phases that need nothing of what is prepared ahead. */
const UNPREPARED = ['check', 'unit'];
/** A phase that waits more than it works, and one of a single process that runs beside it. */
const [WAITING, BESIDE] = ['operaton', 'tool'];

// No timer is due before its engine starts, and nothing is to wait for the hold.
process.env['ENGINE_TIMER_HOLD'] ??= '0';
try {
  await runPhases(
    process.argv.slice(2).filter((option) => option !== '--' && option !== '--no-system-packages'),
  );
} catch (failure) {
  stopWithMessage(failure);
}

async function runPhases(options: readonly string[]): Promise<void> {
  const only = options.find((option) => option.startsWith('only='))?.slice('only='.length);
  const names = options.filter((option) => !option.startsWith('only='));
  for (const name of names) {
    if (PHASES[name] === undefined)
      throw new ConsoleError('unknownPhase', `Unknown phase ${name}.\n${USAGE}`);
  }
  const chosen =
    names.length > 0 ? names : Object.keys(PHASES).filter((name) => !BY_NAME_ONLY.includes(name));
  const ahead = names.length === 0 ? prepareAhead() : undefined;
  const beside = new Map<string, Promise<PhaseResult>>();
  const lines: string[] = [];
  let [passed, failed] = [0, 0];
  for (const name of chosen) {
    const phase = PHASES[name];
    if (phase === undefined) continue;
    console.log(`\n━━ ${name}: ${phase.title}`);
    const began = performance.now();
    if (!UNPREPARED.includes(name)) await ahead;
    if (name === WAITING && chosen.includes(BESIDE))
      beside.set(BESIDE, runPhase(toolPhase, { only, held: true }));
    const result = await (beside.get(name) ?? runPhase(phase, { only }));
    passed += result.passed;
    failed += result.failed;
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    const mark = result.failed > 0 ? '✘' : '✔';
    lines.push(
      `${mark} ${name.padEnd(8)} ${result.passed} passed, ${result.failed} failed${skipped}  ${formatDuration(performance.now() - began)}`,
    );
    for (const told of [...result.problems, ...result.remarks]) lines.push(`    ${told}`);
  }
  console.log(`\n━━ summary\n${lines.join('\n')}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

async function runPhase(phase: Phase, choice: Parameters<Phase['run']>[0]): Promise<PhaseResult> {
  try {
    return await phase.run(choice);
  } catch (failure) {
    const text =
      failure instanceof ConsoleError ? failure.message : String((failure as Error).stack ?? failure);
    console.error(text);
    return { ...noResult, failed: 1, problems: [text.split('\n')[0] ?? ''] };
  }
}
