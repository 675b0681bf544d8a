import errors from '../../data/errors.json' with { type: 'json' };
import { exitCodes } from './exitCodes.ts';
import { linesOfPlan, type PlanOfServer } from './linesOfPlan.ts';
import { sayProblem } from './readPackArgument.ts';
import { ServerRefusal } from './ServerSession.ts';
import { sayDone } from './sayDone.ts';
import { type ServerOptions, withServer } from './withServer.ts';

export interface PackMigrateInput extends ServerOptions {
  readonly packCode: string;
  readonly from: number;
  readonly to: number;
  /** Numbers of cases; left out: all that run on the old version. */
  readonly cases?: readonly string[] | undefined;
  readonly mapping: Readonly<Record<string, string>>;
  readonly limits: 'keep' | 'shorten';
  readonly dryRun: boolean;
  /** The plan that was looked at before. */
  readonly plan?: string | undefined;
  readonly note?: string | undefined;
  readonly json: boolean;
}

/**
 * `onewindow pack migrate`: prints the plan and, unless it is a dry run, carries out exactly that plan. Exit 0 when every
 * case fits (or has been moved, or will be once the engine is back), 1 when one stays or nothing is possible, 3 when the plan
 * is no longer the one that was named or printed.
 */
export async function runPackMigrate(input: PackMigrateInput): Promise<number> {
  const { packCode, from, to, cases, mapping, limits, dryRun, json, language } = input;
  if (!dryRun && (input.note ?? '').trim() === '') {
    sayProblem({ kind: 'noNote', folder: '' }, language);
    return exitCodes.unreadable;
  }
  return withServer({
    ...input,
    act: async (session) => {
      const wish = { from, to, mapping, limits, ...(cases === undefined ? {} : { cases }) };
      const path = `/packs/${packCode}/migrations`;
      const plan = (await session.send('POST', `${path}/plan`, wish)) as unknown as PlanOfServer;
      if (!json) process.stdout.write(linesOfPlan(plan, language));
      else if (dryRun) process.stdout.write(`${JSON.stringify(plan, null, 2)}\n`);
      if (input.plan !== undefined && input.plan !== plan.hash)
        throw new ServerRefusal(409, 'migrationPlanChanged', {
          detail: errors.migrationPlanChanged[language],
        });
      const all = plan.possible && plan.cases.every(({ fits }) => fits);
      if (dryRun || !plan.possible) return all ? exitCodes.done : exitCodes.refused;
      const chosen = plan.cases.map(({ id }) => id);
      const order = { ...wish, cases: chosen, planHash: plan.hash, note: input.note };
      return tell(await session.send('POST', path, order), input, all);
    },
  });
}

function tell(
  migration: Record<string, unknown>,
  { json, language }: PackMigrateInput,
  all: boolean,
): number {
  if (json) process.stdout.write(`${JSON.stringify(migration, null, 2)}\n`);
  else {
    const [moved, stayed, open] = ['moved', 'stayed', 'open'].map((key) => Number(migration[key]));
    sayDone('migrated', language, { moved: moved ?? 0, stayed: stayed ?? 0, open: open ?? 0 });
  }
  return all && Number(migration['stayed']) === 0 ? exitCodes.done : exitCodes.refused;
}
