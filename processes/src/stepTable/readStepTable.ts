import Papa from 'papaparse';
import { readFields } from './readFields.ts';
import { readLimit } from './readLimit.ts';
import type { ReadTable, StepRow, TableProblem } from './StepRow.ts';
import words from './table-words.json' with { type: 'json' };
import { type TableRule, tableProblem } from './tableProblem.ts';

const MOST_STEPS = 40;
const LONGEST_NAME = 50;

type Column = keyof typeof words.columns;
const columnNames = Object.keys(words.columns) as Column[];
/** Order of the columns where the first line does not name them. */
const inOrder: readonly Column[] = ['name', 'role', 'limit', 'fields', 'nameEn'];

/**
 * Reads steps out of what was copied from a spreadsheet (cells between tabs) or is comma-separated: step, role, limit,
 * fields, name in English. A first line of headings may name the columns in any order. The applicant's line, if there is
 * one, is the first; the last line decides. Everything that cannot be read is told with its line.
 */
export function readStepTable(text: string): ReadTable {
  const lines = Papa.parse<string[]>(text, { skipEmptyLines: false }).data.map((cells, at) => ({
    line: at + 1,
    cells: cells.map((cell) => cell.trim()),
  }));
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const headings = filled[0] === undefined ? undefined : headingsOf(filled[0].cells);
  const body = headings === undefined ? filled : filled.slice(1);
  const columns = headings ?? inOrder;
  const problems: TableProblem[] = [];
  const rows: StepRow[] = [];
  if (body.length > MOST_STEPS)
    problems.push(tableProblem('tooManySteps', undefined, { maximum: MOST_STEPS, count: body.length }));
  for (const [at, { line, cells }] of body.slice(0, MOST_STEPS).entries()) {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const row = readRow(cell, line, at === 0);
    problems.push(...row.problems);
    if (rows.some(({ name }) => name === row.row?.name))
      problems.push(tableProblem('nameTwice', line, { name: row.row?.name ?? '' }));
    else if (row.row !== undefined) rows.push(row.row);
  }
  if (body.length === 0) problems.push(tableProblem('empty'));
  else if (problems.length === 0 && rows.every(({ role }) => role === 'applicant'))
    problems.push(tableProblem('noDecision'));
  return { rows, problems };
}

/** The column that each cell of a line of headings names; undefined when it is no such line. */
function headingsOf(cells: readonly string[]): readonly (Column | undefined)[] | undefined {
  const named = cells.map((cell) =>
    columnNames.find((column) => words.columns[column].includes(cell.toLowerCase())),
  );
  return named.includes('name') && named.filter((column) => column !== undefined).length > 1
    ? named
    : undefined;
}

function readRow(
  cell: (column: Column) => string,
  line: number,
  first: boolean,
): { row: StepRow | undefined; problems: TableProblem[] } {
  const problems: TableProblem[] = [];
  const note = (rule: TableRule, params?: Record<string, string | number>) =>
    problems.push(tableProblem(rule, line, params));
  const [name, roleWord, nameEn] = [cell('name'), cell('role'), cell('nameEn')];
  if (name === '') note('nameMissing');
  if ([...name].length > LONGEST_NAME) note('nameTooLong', { maximum: LONGEST_NAME });
  const role = roleOf(roleWord);
  if (roleWord === '') note('roleMissing');
  else if (role === undefined) note('roleUnknown', { word: roleWord });
  if (role === 'applicant' && !first) note('applicantNotFirst');
  const read = role === 'applicant' ? undefined : readLimit(cell('limit'));
  if (read !== undefined && 'rule' in read) note(read.rule, { word: cell('limit') });
  const limit = read !== undefined && 'limit' in read ? { limit: read.limit } : {};
  const { fields, problems: unread } = readFields(cell('fields'), line);
  problems.push(...unread);
  if (problems.length > 0 || role === undefined) return { row: undefined, problems };
  const english = nameEn === '' ? {} : { nameEn };
  return {
    row: { line, name, ...english, role, ...limit, fields },
    problems,
  };
}

function roleOf(word: string): StepRow['role'] | undefined {
  const asked = word.toLowerCase();
  const roles = Object.keys(words.roles) as StepRow['role'][];
  return roles.find((role) => words.roles[role].includes(asked));
}
