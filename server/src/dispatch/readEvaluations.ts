import { shanghaiInstant } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { EvaluationDocument } from './model.ts';

const measures = ['responseRate', 'solutionRate', 'satisfactionRate'] as const;

/**
 * 综合评价 of a period, from the first day to the last of Shanghai, by unit: how many case files were closed, how many kept
 * response and disposal, how often they came back, and 响应率, 解决率, 满意率 of the call backs. Rates are 0 to 1, null where
 * nothing was measured.
 */
export async function readEvaluations(options: {
  app: AppContext;
  from: string;
  to: string;
  packCode?: string | undefined;
  /** Only this unit's. */
  unit?: string | undefined;
}) {
  const { app, packCode, unit } = options;
  const end = shanghaiInstant(options.to, '00:00');
  const found = (await app.models.evaluations
    .find({
      tenant: app.tenant,
      ...(packCode === undefined ? {} : { packCode }),
      at: trusted({
        $gte: shanghaiInstant(options.from, '00:00'),
        $lt: new Date(end.getTime() + 24 * 3600 * 1000),
      }),
    })
    .lean()) as EvaluationDocument[];
  const closed = found.filter(
    (entry) => entry.result === 'closed' && (unit === undefined || entry.unit === unit),
  );
  const units = [...new Set(closed.map((entry) => entry.unit ?? ''))].sort();
  return {
    total: rowOf(app, null, closed),
    void: unit === undefined ? found.filter((entry) => entry.result === 'void').length : 0,
    byUnit: units.map((id) =>
      rowOf(
        app,
        id,
        closed.filter((entry) => (entry.unit ?? '') === id),
      ),
    ),
  };
}

function rowOf(app: AppContext, unit: string | null, entries: readonly EvaluationDocument[]) {
  const count = (key: string) => entries.reduce((sum, entry) => sum + (entry.counts[key] ?? 0), 0);
  return {
    unit: unit === null ? null : { id: unit, name: app.organisation.findDepartment(unit)?.name ?? unit },
    closed: entries.length,
    rounds: entries.reduce((sum, entry) => sum + entry.rounds, 0),
    sentBack: count('sendBack'),
    postponed: count('postpone'),
    suspended: count('suspend'),
    redone: count('redo'),
    reopened: count('reopen'),
    responseOnTime: rate(entries.map((entry) => entry.responseOnTime)),
    disposalOnTime: rate(entries.map((entry) => entry.disposalOnTime)),
    ...Object.fromEntries(measures.map((key) => [key, rate(entries.map((entry) => entry.measures[key]))])),
  };
}

/** Share of those that hold among those measured. */
function rate(values: readonly (boolean | null | undefined)[]): number | null {
  const measured = values.filter((value) => typeof value === 'boolean');
  return measured.length === 0 ? null : measured.filter((value) => value).length / measured.length;
}
