import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import { countAges } from './ageing.ts';
import { readCounters } from './counters/boardView.ts';
import { type Counter, lightsOf } from './counters/countLines.ts';
import { leveledDepartment } from './leveledDepartment.ts';
import { readItems } from './readItems.ts';

/**
 * The board: lights of the open approval clocks by department, now. A supervisor sees all, a head only the own
 * department. One clock a case counts: promised, else statutory, else acceptance, else delivery. The numbers come from
 * figures that every change of a case moves (docs/decisions/0014).
 */
export async function readBoard(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const now = app.time.now();
  const own: { departmentId?: string } = actor.roles.includes('supervisor')
    ? {}
    : { departmentId: actor.department.id };
  const counters = (await readCounters(app)).filter(
    ({ departmentId }) => own.departmentId === undefined || departmentId === own.departmentId,
  );
  const findings = await app.models.findings.countDocuments({ tenant: app.tenant, state: 'open', ...own });
  const cases = counters.filter(({ group }) => group === 'case');
  const departments = [...new Set(cases.map(({ departmentId }) => departmentId))];
  const rows = departments.map((id) => ({
    department: leveledDepartment(app, id),
    ...sumOf(
      cases.filter(({ departmentId }) => departmentId === id),
      now,
    ),
  }));
  const { averageWorkdays: _, ...totals } = sumOf(cases, now);
  const itemOf = await readItems(app);
  const codes = [...new Set(cases.map(({ packCode }) => packCode))];
  const byItem = codes.map((code) => {
    const { packCode, name } = itemOf(code);
    const of = cases.filter((counter) => counter.packCode === code);
    return { item: { packCode, name }, ...sumOf(of, now) };
  });
  return {
    asOf: now.toISOString(),
    totals,
    byDepartment: rows.filter(isOpen),
    byItem: byItem.filter(isOpen),
    ages: countAges(cases, now),
    /** 双公示: decisions that wait to be published, and how many of them are late. */
    publications: countPublications(
      app,
      counters.filter(({ group }) => group === 'publication'),
      now,
    ),
    findings: { open: findings },
  };
}

const lights = ['green', 'yellow', 'red', 'paused'] as const;

function isOpen(row: Record<(typeof lights)[number], number>): boolean {
  return lights.some((light) => row[light] > 0);
}

/** Open cases by light, decided ones, and the average of working days that decisions took (null where none is known). */
function sumOf(counters: readonly Counter[], now: Date) {
  const sum = { green: 0, yellow: 0, red: 0, paused: 0, doneOnTime: 0, doneLate: 0 };
  let measured = 0;
  let workdays = 0;
  for (const counter of counters) {
    const open = lightsOf(counter, now);
    for (const light of lights) sum[light] += open[light];
    sum.doneOnTime += counter.onTime;
    sum.doneLate += counter.late;
    measured += counter.measured;
    workdays += counter.workdays;
  }
  return { ...sum, averageWorkdays: measured === 0 ? null : workdays / measured };
}

function countPublications(app: AppContext, counters: readonly Counter[], now: Date) {
  let due = 0;
  let late = 0;
  const departments = new Set<string>();
  for (const counter of counters) {
    const { red } = lightsOf(counter, now);
    due += counter.running + counter.paused;
    late += red;
    if (red > 0) departments.add(counter.departmentId);
  }
  return { due, late, lateAt: [...departments].map((id) => departmentRef(app, id)) };
}
