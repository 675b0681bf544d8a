import { fillText } from '../../app/fillText.ts';
import type { Locale } from '../../errors/appError.ts';
import type { Table } from '../../tables/table.ts';
import type { Figure, ReportRow, ReportTables } from './figures.ts';
import { figuresOf } from './reckonTables.ts';
import type { ReportFacts } from './reportFacts.ts';
import { annexTexts, figureName, printFigure, recordName } from './reportTexts.ts';

const yes = (is: boolean) => (is ? 1 : 0);

/**
 * The sheets of the annex of a report: each case and each act of supervision behind its numbers with the lines of the tables
 * in which it stands, so that filtering by a line and a figure counts to the number; and the numbers themselves.
 */
export function annexTables(options: {
  facts: ReportFacts;
  tables: ReportTables;
  departmentName: (id: string) => string;
  locale: Locale;
}): Table[] {
  return [numbersOf(options), casesOf(options), recordsOf(options)];
}

type Options = Parameters<typeof annexTables>[0];
type Column = keyof typeof annexTexts.columns;

const headings = (columns: readonly Column[], locale: Locale) =>
  columns.map((column) => annexTexts.columns[column][locale]);

function numbersOf({ tables, locale }: Options): Table {
  const rows = Object.entries(tables).flatMap(([table, lines]) =>
    lines.flatMap((row) => figuresIn(row).map((figure) => numberLine(table, row, figure, locale))),
  );
  return {
    sheet: annexTexts.sheets.numbers[locale],
    headings: headings(['ref', 'table', 'name', 'figure', 'value', 'how'], locale),
    rows,
  };
}

function figuresIn({ figures }: ReportRow): Figure[] {
  return Object.keys(figures) as Figure[];
}

function numberLine(table: string, row: ReportRow, figure: Figure, locale: Locale) {
  const { sheets, tableIs, howWhole, howRow } = annexTexts;
  const name = figureName(figure)[locale];
  const sheet = sheets[isOfRecords(table, figure) ? 'records' : 'cases'][locale];
  const values = { sheet, table, ref: row.ref, figure: name };
  const how = fillText((table === '1' ? howWhole : howRow)[locale], values);
  const value = printFigure(figure, row.figures[figure]);
  return [row.ref, fillText(tableIs[locale], values), row.name[locale], name, value, how];
}

const recordHeads: ReadonlySet<Figure> = new Set(figuresOf['4'].concat(figuresOf['5']));

function isOfRecords(table: string, figure: Figure): boolean {
  return table === '4' || table === '5' || recordHeads.has(figure);
}

const caseFigureColumns = [
  'received',
  'accepted',
  'decided',
  'granted',
  'refused',
  'onTime',
  'late',
] as const;

function casesOf({ facts, tables, departmentName, locale }: Options): Table {
  const refs = refsBy(tables['2'], 'departmentId');
  const itemRefs = refsBy(tables['3'], 'packCode');
  const names = new Map(tables['3'].map((row) => [row.packCode, row.name[locale]]));
  return {
    sheet: annexTexts.sheets.cases[locale],
    headings: [
      ...headings(['caseNo', 'department', 'item', 'row2', 'row3'], locale),
      ...headings(['receivedOn', 'acceptedOn', 'decidedOn', 'workdays'], locale),
      ...caseFigureColumns.map((figure) => figureName(figure)[locale]),
    ],
    rows: facts.cases.map(({ caseNo, departmentId, packCode, received, accepted, decided }) => [
      ...[caseNo, departmentName(departmentId), names.get(packCode) ?? packCode],
      ...[refs.get(departmentId) ?? '', itemRefs.get(packCode) ?? ''],
      ...[received ?? '', accepted ?? '', decided?.day ?? '', decided?.workdays ?? null],
      ...[yes(received !== undefined), yes(accepted !== undefined), yes(decided !== undefined)],
      ...[yes(decided?.kind === 'grant'), yes(decided?.kind === 'refuse')],
      ...[yes(decided?.onTime === true), yes(decided?.onTime === false)],
    ]),
  };
}

function recordsOf({ facts, tables, departmentName, locale }: Options): Table {
  const refs = refsBy(tables['4'], 'departmentId');
  const ratingRefs = refsBy(tables['5'], 'departmentId');
  return {
    sheet: annexTexts.sheets.records[locale],
    headings: headings(
      ['kind', 'number', 'caseNo', 'department', 'row4', 'row5', 'day', 'valid', 'grade'],
      locale,
    ),
    rows: facts.records.map(({ kind, number, caseNo, departmentId, day, valid, grade }) => [
      ...[recordName(kind)[locale], number, caseNo, departmentName(departmentId)],
      kind === 'rating' ? '' : (refs.get(departmentId) ?? ''),
      kind === 'rating' ? (ratingRefs.get(departmentId) ?? '') : '',
      day,
      valid === undefined ? null : yes(valid),
      grade ?? null,
    ]),
  };
}

function refsBy(rows: readonly ReportRow[], key: 'departmentId' | 'packCode'): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [row[key] ?? '', row.ref]));
}
