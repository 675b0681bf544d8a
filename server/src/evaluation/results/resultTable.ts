import texts from '../../../data/evaluationColumns.json' with { type: 'json' };
import type { Locale, Text } from '../../errors/appError.ts';
import type { Table, TableCell } from '../../tables/writeTable.ts';
import type { readResult } from './readResult.ts';

const columns = texts.columns;
const groups = texts.groups as Readonly<Record<string, Text>>;
const unranked = texts.unranked as Readonly<Record<string, Text>>;

/** The scores of a period as a table and the name of its file: points as numbers, in the order of the page. */
export function resultTable(
  { kind, period, indicators, items }: Awaited<ReturnType<typeof readResult>>,
  locale: Locale,
): Table & { name: string } {
  return {
    name: `${texts.file[locale]} ${period}`,
    headings: [
      texts.subject[kind][locale],
      ...Object.values(columns).map((column) => column[locale]),
      ...indicators.map(({ name, weight }) => `${name[locale]} (${weight})`),
    ],
    rows: items.map((line): TableCell[] => [
      ...[line.name, line.department.name, groups[line.group]?.[locale] ?? line.group, line.rank],
      line.unranked === null ? null : (unranked[line.unranked]?.[locale] ?? line.unranked),
      ...[points(line.score), line.base],
      ...indicators.map(({ id }) => points(line.points[id] ?? null)),
    ]),
  };
}

const points = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100);
