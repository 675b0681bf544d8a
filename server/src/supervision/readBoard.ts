import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import type { ClockDocument } from '../clocks/model.ts';
import type { Actor } from '../identity/actor.ts';
import { oneACase, openClocks } from './openClocks.ts';

const lights = ['green', 'yellow', 'red', 'paused'] as const;

/**
 * The board: lights of the open approval clocks by department, now. A supervisor sees all, a head only the own
 * department. Counted from the open promised clocks (statutory where nothing is promised), one a case.
 */
export async function readBoard(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const now = app.time.now();
  const own: { departmentId?: string } = actor.roles.includes('supervisor')
    ? {}
    : { departmentId: actor.department.id };
  const open = await openClocks(app, own.departmentId);
  const rows = new Map<string, Record<(typeof lights)[number], number>>();
  for (const clock of oneACase(open)) {
    const light = lightOfSummary({ ...clock, state: clock.state === 'paused' ? 'paused' : 'running' }, now);
    const row = rows.get(clock.departmentId) ?? { green: 0, yellow: 0, red: 0, paused: 0 };
    if (light !== null && light in row) row[light as keyof typeof row] += 1;
    rows.set(clock.departmentId, row);
  }
  const publications = countPublications(app, open, now);
  const done = await countDone(app, own);
  const findings = await app.models.findings.countDocuments({ tenant: app.tenant, state: 'open', ...own });
  const totals = Object.fromEntries(
    lights.map((light) => [light, [...rows.values()].reduce((sum, row) => sum + row[light], 0)]),
  ) as Record<(typeof lights)[number], number>;
  return {
    asOf: now.toISOString(),
    totals: { ...totals, ...done },
    byDepartment: [...rows.entries()].map(([id, row]) => ({
      department: {
        ...departmentRef(app, id),
        level: app.organisation.findDepartment(id)?.level ?? 'district',
      },
      ...row,
    })),
    /** 双公示: decisions that wait to be published, and how many of them are late. */
    publications,
    findings: { open: findings },
  };
}

function countPublications(
  app: AppContext,
  open: readonly Pick<ClockDocument, 'kind' | 'departmentId' | 'dueAt'>[],
  now: Date,
) {
  const clocks = open.filter(({ kind }) => kind === 'publication');
  const late = clocks.filter(({ dueAt }) => dueAt < now);
  const departments = [...new Set(late.map(({ departmentId }) => departmentId))];
  return { due: clocks.length, late: late.length, lateAt: departments.map((id) => departmentRef(app, id)) };
}

async function countDone(
  app: AppContext,
  own: { departmentId?: string },
): Promise<{ doneOnTime: number; doneLate: number }> {
  const count = (state: string) =>
    app.models.cases.countDocuments({
      tenant: app.tenant,
      'decision.onTime': state === 'doneOnTime',
      ...own,
    });
  const [doneOnTime, doneLate] = await Promise.all([count('doneOnTime'), count('doneLate')]);
  return { doneOnTime, doneLate };
}
