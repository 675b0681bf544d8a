import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../../app/appContext.ts';
import type { PerformanceDocument } from '../model.ts';
import { spanOf } from '../period.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';

/** Months back that are offered. */
const monthsBack = 13;

/** The months of a year and the quarters that they make, latest first, each with what is published of it. */
export async function listPeriods(app: AppContext, kind: SchemeKind) {
  const now = app.time.now();
  const published = (await app.models.performances
    .find({ tenant: app.tenant, kind }, { period: 1, revision: 1, at: 1 })
    .lean()) as Pick<PerformanceDocument, 'period' | 'revision' | 'at'>[];
  const [year = 0, month = 0] = shanghaiDay(now).split('-').map(Number);
  const names = new Set<string>();
  for (let back = 0; back < monthsBack; back += 1) {
    const at = year * 12 + month - 1 - back;
    const [y, m] = [Math.floor(at / 12), (at % 12) + 1];
    names.add(`${y}-${String(m).padStart(2, '0')}`);
    names.add(`${y}-Q${Math.ceil(m / 3)}`);
  }
  for (const { period } of published) names.add(period);
  return {
    items: [...names]
      .map((period) => ({ ...spanOf(period), own: published.filter((one) => one.period === period) }))
      .sort((one, other) => other.start.getTime() - one.start.getTime() || one.months - other.months)
      .map(({ period, from, to, end, months, own }) => ({
        period,
        from,
        to,
        months,
        over: now >= end,
        revision: own.length === 0 ? null : Math.max(...own.map(({ revision }) => revision)),
      })),
  };
}
