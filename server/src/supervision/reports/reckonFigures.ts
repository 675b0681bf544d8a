import { type CaseFigure, caseFigures, type Figure, type RecordFigure, type ReportRow } from './figures.ts';
import type { RecordFact } from './readRecords.ts';
import type { CaseFact, ReportFacts } from './reportFacts.ts';

const counted: Readonly<Record<CaseFigure, (fact: CaseFact) => boolean>> = {
  received: ({ received }) => received !== undefined,
  accepted: ({ accepted }) => accepted !== undefined,
  decided: ({ decided }) => decided !== undefined,
  granted: ({ decided }) => decided?.kind === 'grant',
  refused: ({ decided }) => decided?.kind === 'refuse',
  onTime: ({ decided }) => decided?.onTime === true,
  late: ({ decided }) => decided?.onTime === false,
  // What is divided by.
  onTimeShare: ({ decided }) => decided !== undefined,
  averageWorkdays: ({ decided }) => decided !== undefined && decided.workdays !== null,
};

const noted: Readonly<Record<RecordFigure, (fact: RecordFact) => boolean>> = {
  findings: ({ kind }) => kind === 'finding',
  validFindings: ({ kind, valid }) => kind === 'finding' && valid === true,
  complaints: ({ kind }) => kind === 'complaint',
  reminders: ({ kind }) => kind === 'reminder',
  orders: ({ kind }) => kind === 'order',
  yellowCards: ({ kind }) => kind === 'yellowCard',
  redCards: ({ kind }) => kind === 'redCard',
  ratings: ({ kind }) => kind === 'rating',
  averageGrade: ({ kind }) => kind === 'rating',
  badRatings: ({ grade }) => grade !== undefined && grade <= 2,
  satisfiedShare: ({ kind }) => kind === 'rating',
};

export function isCaseFigure(figure: Figure): figure is CaseFigure {
  return (caseFigures as readonly string[]).includes(figure);
}

/** The lines that a number of a row rests on: those it counts, or divides by. */
export function linesBehind(
  facts: ReportFacts,
  row: Pick<ReportRow, 'departmentId' | 'packCode'>,
  figure: Figure,
): { cases: CaseFact[]; records: RecordFact[] } {
  const inRow = (fact: { departmentId: string }) =>
    (row.departmentId ?? fact.departmentId) === fact.departmentId;
  if (isCaseFigure(figure))
    return {
      cases: facts.cases.filter(
        (fact) => inRow(fact) && (row.packCode ?? fact.packCode) === fact.packCode && counted[figure](fact),
      ),
      records: [],
    };
  return { cases: [], records: facts.records.filter((fact) => inRow(fact) && noted[figure](fact)) };
}

/** A number of a row. Counts are whole, shares 0–1; null where there is nothing to divide by. */
export function reckonFigure(
  facts: ReportFacts,
  row: Pick<ReportRow, 'departmentId' | 'packCode'>,
  figure: Figure,
): number | null {
  const { cases, records } = linesBehind(facts, row, figure);
  const all = cases.length + records.length;
  const part = (some: number) => (all === 0 ? null : some / all);
  switch (figure) {
    case 'onTimeShare':
      return part(cases.filter(({ decided }) => decided?.onTime === true).length);
    case 'averageWorkdays':
      return part(cases.reduce((sum, { decided }) => sum + (decided?.workdays ?? 0), 0));
    case 'averageGrade':
      return part(records.reduce((sum, { grade = 0 }) => sum + grade, 0));
    case 'satisfiedShare':
      return part(records.filter(({ grade = 0 }) => grade >= 3).length);
    default:
      return all;
  }
}
