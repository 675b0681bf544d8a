import { describeLimit, parseLimit } from '@onewindow/clocks';
import texts from '../../../data/boardTables.json' with { type: 'json' };
import type { AppContext } from '../../app/appContext.ts';
import type { Locale, Text } from '../../errors/appError.ts';
import type { Actor } from '../../identity/actor.ts';
import type { Table, TableCell } from '../../tables/writeTable.ts';
import { ages } from '../ageing.ts';
import { readBottleneck } from '../bottleneck/readBottleneck.ts';
import { readLights } from '../lights/readLights.ts';
import { readPeriod } from '../period/readPeriod.ts';
import { readBoard } from '../readBoard.ts';

const { columns, files, total, yes } = texts;
const levels = texts.levels as Record<string, Text>;
type Column = keyof typeof columns;

/** What the cockpit shows that may be taken away as a file. */
export const boardTableNames = ['lights', 'period', 'days', 'ages', 'bottleneck'] as const;
export type BoardTableName = (typeof boardTableNames)[number];

export interface BoardTableQuery {
  table: BoardTableName;
  /** Of `period` and `days`, YYYY-MM-DD. */
  from: string;
  to: string;
  /** Of `bottleneck`. */
  packCode: string;
  version?: number | undefined;
}

/**
 * A table of the cockpit, with the scope of whoever asks, and the name of its file. Shares and averages are exact numbers, so that
 * they can be reckoned with. Throws AppError `periodInvalid`, `itemUnknown`.
 */
export async function boardTable(input: {
  app: AppContext;
  actor: Actor;
  query: BoardTableQuery;
  locale: Locale;
}): Promise<Table & { name: string }> {
  const { app, actor, query, locale } = input;
  const { table, from, to } = query;
  const name = files[table][locale];
  const head = (keys: readonly Column[]) => keys.map((key) => columns[key][locale]);
  const limit = (short: string | null | undefined) =>
    short == null ? null : describeLimit(parseLimit(short))[locale];
  switch (table) {
    case 'lights': {
      const { cells } = await readLights({ app, actor });
      return {
        name,
        headings: head(['level', 'department', 'item', 'red', 'yellow', 'green', 'paused', 'open']),
        rows: cells
          .map(({ department, item, red, yellow, green, paused }): TableCell[] => [
            ...[levels[department.level]?.[locale] ?? '', department.name, item.name[locale]],
            ...[red, yellow, green, paused, red + yellow + green + paused],
          ])
          .sort(inOrder),
      };
    }
    case 'period': {
      const { rows, totals } = await readPeriod({ app, actor, from, to });
      const numbers = (sum: typeof totals): TableCell[] => [
        ...[sum.received, sum.accepted, sum.onTime + sum.late, sum.late],
        ...[sum.onTimeShare, sum.averageWorkdays],
      ];
      return {
        name: `${name} ${from} ${to}`,
        headings: head([
          ...(['department', 'item', 'received', 'accepted', 'decided', 'late'] as const),
          ...(['share', 'average', 'promised', 'statutory'] as const),
        ]),
        rows: [
          ...rows
            .map(({ department, item, ...sum }): TableCell[] => [
              ...[department.name, item.name[locale]],
              ...numbers(sum),
              ...[limit(item.limits?.promised), limit(item.limits?.statutory)],
            ])
            .sort(inOrder),
          [total[locale], null, ...numbers(totals), null, null],
        ],
      };
    }
    case 'days': {
      const { days } = await readPeriod({ app, actor, from, to });
      return {
        name: `${name} ${from} ${to}`,
        headings: head(['department', 'day', 'received', 'decided', 'late']),
        rows: days
          .flatMap(({ department, days: of }) =>
            of.map(({ day, received, decided, late }): TableCell[] => [
              ...[department.name, day, received, decided, late],
            ]),
          )
          .sort(inOrder),
      };
    }
    case 'ages': {
      const { ages: counts } = await readBoard({ app, actor });
      return {
        name,
        headings: head(['age', 'open']),
        rows: ages.map((age) => [texts.ages[age][locale], counts[age]]),
      };
    }
    case 'bottleneck': {
      const { packCode, version } = query;
      const { name: item, steps, worst } = await readBottleneck({ app, actor, packCode, version });
      return {
        name: `${item[locale]} ${name}`,
        headings: head([
          ...(['step', 'limit', 'waiting', 'overdue', 'samples', 'average', 'p90'] as const),
          ...(['unit', 'lateStays', 'bottleneck'] as const),
        ]),
        rows: steps.map(({ id, name: step, limit: short, waiting, times }) => [
          ...[step[locale], limit(short), waiting?.tasks ?? 0, waiting?.overdue ?? 0],
          ...(times === null
            ? [0, null, null, null, 0]
            : [times.samples, times.average, times.p90, texts.units[times.unit][locale], times.late]),
          worst?.stepKey === id ? yes[locale] : null,
        ]),
      };
    }
  }
}

/** By the texts that lead the rows. */
function inOrder(one: readonly TableCell[], other: readonly TableCell[]): number {
  for (const [at, cell] of one.entries()) {
    const order = String(cell).localeCompare(String(other[at]), 'zh-CN');
    if (order !== 0) return order;
  }
  return 0;
}
