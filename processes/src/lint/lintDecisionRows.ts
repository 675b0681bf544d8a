import { dayVariable } from '../dmn/dayVariable.ts';
import {
  type Atom,
  covered,
  type InputDomain,
  partitionInput,
  valuesOutside,
} from '../dmn/partitionInput.ts';
import type { Decision, DecisionTable } from '../dmn/readDmn.ts';
import { TableSpace, TableTooComplex } from '../dmn/TableSpace.ts';
import { parseUnaryTests, type UnaryTest } from '../dmn/unaryTests.ts';
import { type Finding, type FindingCode, finding } from './Finding.ts';
import { columnDomain, variableDomains } from './inputDomains.ts';
import type { PackUnderLint } from './LintContext.ts';

/** Rows that overlap, rows that never match and cases that no row covers, in every decision table. */
export function lintDecisionRows(pack: PackUnderLint): Finding[] {
  const domains = variableDomains(pack);
  return pack.decisions.flatMap((decision) => lintTable(decision, domains));
}

type Add = (code: FindingCode, params?: Record<string, string | number>) => void;

/** The same for one decision, whose inputs take the values that `domains` names by variable. */
export function lintTable(decision: Decision, domains: ReadonlyMap<string, InputDomain>): Finding[] {
  const { table, name, file, id } = decision;
  if (!table || table.rules.some(({ inputs }) => inputs.length !== table.inputs.length)) return [];
  const found: Finding[] = [];
  const add: Add = (code, params = {}) =>
    found.push(finding(code, { file, element: id }, { name, ...params }));
  const columns = table.inputs.map((input, at) =>
    columnDomain(table.columns[at] ?? { type: '', allowed: '' }, domains.get(dayVariable(input) ?? input)),
  );
  const tests = table.rules.map(({ inputs }) => inputs.map(parseUnaryTests));
  reportForeignValues(table, tests, columns, add);
  const readable = tests.every((row): row is UnaryTest[] => !row.includes(null));
  const atoms = columns.map((domain, at) =>
    readable
      ? partitionInput(
          tests.map((row) => row[at] as UnaryTest),
          domain,
        )
      : null,
  );
  if (!readable || !atoms.every((part): part is Atom[] => part !== null)) {
    if (!tests.some((row) => row.every((test) => test?.kind === 'any'))) add('dmnNoFallback');
    return found;
  }
  const space = new TableSpace(
    tests.map((row) => row.map((test, at) => covered(test, atoms[at] ?? []))),
    atoms.map(({ length }) => length),
  );
  reportOverlaps(table, space, atoms, add);
  try {
    reportDeadRows(table, space, add);
    const gap = space.gap();
    if (gap) add('dmnGap', describeCase(table, atoms, gap));
  } catch (error) {
    if (!(error instanceof TableTooComplex)) throw error;
    add('dmnTooComplex');
  }
  return found;
}

function reportForeignValues(
  table: DecisionTable,
  tests: readonly (readonly (UnaryTest | null)[])[],
  columns: readonly InputDomain[],
  add: Add,
): void {
  tests.forEach((row, index) => {
    row.forEach((test, at) => {
      const input = table.inputs[at] ?? '';
      for (const value of test ? valuesOutside(test, columns[at] ?? {}) : [])
        add('dmnValueUnknown', { row: index + 1, input, value: String(value) });
    });
  });
}

/** UNIQUE lets the engine fail where two rows match; ANY where their results differ. */
function reportOverlaps(
  table: DecisionTable,
  space: TableSpace,
  atoms: readonly (readonly Atom[])[],
  add: Add,
): void {
  if (table.hitPolicy !== 'UNIQUE' && table.hitPolicy !== 'ANY') return;
  table.rules.forEach((rule, second) => {
    for (let first = 0; first < second; first++) {
      const same = table.rules[first]?.outputs.join('\n') === rule.outputs.join('\n');
      if (table.hitPolicy === 'ANY' && same) continue;
      const common = space.overlap(first, second);
      if (!common) continue;
      const params = { row: second + 1, other: first + 1, policy: table.hitPolicy };
      add('dmnOverlap', { ...params, ...describeCase(table, atoms, common) });
    }
  });
}

function reportDeadRows(table: DecisionTable, space: TableSpace, add: Add): void {
  table.rules.forEach((_, row) => {
    const column = space.emptyCell(row);
    if (column !== null) add('dmnRowImpossible', { row: row + 1, input: table.inputs[column] ?? '' });
    else if (row > 0 && table.hitPolicy === 'FIRST' && space.isShadowed(row))
      add('dmnRowShadowed', { row: row + 1 });
  });
}

/** The case in both languages: Chinese by the headings of the columns, English by the names of the variables. */
function describeCase(
  table: DecisionTable,
  atoms: readonly (readonly Atom[])[],
  chosen: readonly (number | null)[],
): { case: string; caseEn: string } {
  const parts = (nameOf: (column: number) => string) =>
    chosen.flatMap((atom, column) => {
      const part = atom === null ? undefined : atoms[column]?.[atom];
      return part && (atoms[column]?.length ?? 0) > 1 ? [part.describe(nameOf(column))] : [];
    });
  const zh = parts((column) => table.columns[column]?.label || (table.inputs[column] ?? ''));
  const en = parts((column) => table.inputs[column] ?? '');
  return { case: zh.join('、') || '任何情况下', caseEn: en.join(', ') || 'any case' };
}
