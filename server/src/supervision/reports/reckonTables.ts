import type { Text } from '../../errors/appError.ts';
import {
  caseFigures,
  type Figure,
  type ReportRow,
  type ReportTable,
  type ReportTables,
  recordFigures,
} from './figures.ts';
import { reckonFigure } from './reckonFigures.ts';
import type { ReportFacts } from './reportFacts.ts';
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
export function reckonTables(facts: ReportFacts, names: Names): ReportTables {
  const departments = apart(facts, ({ departmentId }) => departmentId);
  const byDepartment = (table: ReportTable) =>
    departments.map(([departmentId, own]) => {
      const { name, level } = names.department(departmentId);
      return rowOf(table, own, { departmentId, name: { 'zh-CN': name, en: name }, level });
    });
  const { cases } = facts;
  const items = apart({ cases, records: [] }, ({ packCode = '' }) => packCode).map(([packCode, own]) => {
    const { name, limits } = names.item(packCode);
    return rowOf('3', own, { packCode, name, ...(limits === null ? {} : { limits }) });
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

function rowOf(
  table: ReportTable,
  own: ReportFacts,
  of: Omit<ReportRow, 'ref' | 'figures'>,
): Omit<ReportRow, 'ref'> {
  const figures = figuresOf[table].map((figure) => [figure, reckonFigure(own, of, figure)]);
  return { ...of, figures: Object.fromEntries(figures) };
}

/** The facts of each key by themselves, in its order: no row looks at all those of the others. */
function apart(
  facts: ReportFacts,
  keyOf: (fact: { departmentId: string; packCode?: string }) => string,
): [string, ReportFacts][] {
  const parts = new Map<string, ReportFacts>();
  const part = (key: string) => {
    const known = parts.get(key) ?? { cases: [], records: [] };
    parts.set(key, known);
    return known;
  };
  for (const fact of facts.cases) part(keyOf(fact)).cases.push(fact);
  for (const fact of facts.records) part(keyOf(fact)).records.push(fact);
  return [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
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
