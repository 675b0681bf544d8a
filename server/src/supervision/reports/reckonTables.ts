import type { Text } from '../../errors/appError.ts';
import {
  caseFigures,
  type Figure,
  type MonthlyReportDocument,
  type ReportRow,
  type ReportTable,
  recordFigures,
} from './model.ts';
import type { ReportFacts } from './readFacts.ts';
import { reckonFigure } from './reckonFigures.ts';
import { figureName } from './reportTexts.ts';

/** The figures that each table shows. */
export const figuresOf: Readonly<Record<ReportTable, readonly Figure[]>> = {
  1: [...caseFigures, ...recordFigures],
  2: caseFigures,
  3: caseFigures,
  4: ['findings', 'validFindings', 'complaints', 'reminders', 'orders', 'yellowCards', 'redCards'],
  5: ['ratings', 'averageGrade', 'satisfiedShare', 'badRatings'],
};

export interface Names {
  department: (id: string) => { name: string; level: string };
  item: (packCode: string) => {
    name: Text;
    limits: { promised: string | null; statutory: string | null } | null;
  };
}

/**
 * The tables of a report: the whole; by department and by item what was handled; by department what supervision found and
 * did, and how applicants rated. A line stands where anything was counted; the district's levels come in order, then what was late.
 */
export function reckonTables(facts: ReportFacts, names: Names): MonthlyReportDocument['tables'] {
  const row = (table: ReportTable, of: Omit<ReportRow, 'ref' | 'figures'>): Omit<ReportRow, 'ref'> => ({
    ...of,
    figures: Object.fromEntries(figuresOf[table].map((figure) => [figure, reckonFigure(facts, of, figure)])),
  });
  const departmentIds = [
    ...new Set([...facts.cases, ...facts.records].map(({ departmentId }) => departmentId)),
  ].sort();
  const byDepartment = (table: ReportTable) =>
    departmentIds.map((departmentId) => {
      const { name, level } = names.department(departmentId);
      return row(table, { departmentId, name: { 'zh-CN': name, en: name }, level });
    });
  const items = [...new Set(facts.cases.map(({ packCode }) => packCode))].sort().map((packCode) => {
    const { name, limits } = names.item(packCode);
    return row('3', { packCode, name, ...(limits === null ? {} : { limits }) });
  });
  return {
    // One figure a line, so that each number has a reference of its own.
    1: numbered(
      '1',
      figuresOf['1'].map((figure) => ({
        name: figureName(figure),
        figures: { [figure]: reckonFigure(facts, {}, figure) },
      })),
    ),
    2: numbered('2', byDepartment('2').filter(says).sort(inOrder)),
    3: numbered('3', items.filter(says).sort(inOrder)),
    4: numbered('4', byDepartment('4').filter(says).sort(inOrder)),
    5: numbered('5', byDepartment('5').filter(says).sort(inOrder)),
  };
}

function says({ figures }: Pick<ReportRow, 'figures'>): boolean {
  return Object.values(figures).some((value) => value !== null && value > 0);
}

const levels = ['district', 'town', 'village'];

function inOrder(one: Omit<ReportRow, 'ref'>, other: Omit<ReportRow, 'ref'>): number {
  const of = (row: Omit<ReportRow, 'ref'>, figure: Figure) => row.figures[figure] ?? 0;
  return (
    levels.indexOf(one.level ?? '') - levels.indexOf(other.level ?? '') ||
    of(other, 'decided') - of(one, 'decided') ||
    of(other, 'received') - of(one, 'received') ||
    of(other, 'findings') - of(one, 'findings') ||
    of(other, 'ratings') - of(one, 'ratings') ||
    (one.name.en < other.name.en ? -1 : 1)
  );
}

function numbered(table: ReportTable, rows: readonly Omit<ReportRow, 'ref'>[]): ReportRow[] {
  return rows.map((entry, at) => ({ ref: `${table}-${at + 1}`, ...entry }));
}
