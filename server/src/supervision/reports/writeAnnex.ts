import { type Table, writeWorkbook } from '../../tables/writeTable.ts';
import type { Figure, MonthlyReportDocument, ReportRow } from './model.ts';
import type { ReportFacts } from './readFacts.ts';
import { figuresOf } from './reckonTables.ts';
import { figureName, printFigure, recordName } from './reportTexts.ts';

const yes = (is: boolean) => (is ? 1 : 0);

/**
 * The annex of a report as a workbook: each case and each act of supervision behind its numbers with the lines of the tables
 * in which it stands, so that filtering by a line and a figure counts to the number; and the numbers themselves.
 */
export function writeAnnex(options: {
  facts: ReportFacts;
  tables: MonthlyReportDocument['tables'];
  departmentName: (id: string) => string;
}): Promise<Uint8Array> {
  return writeWorkbook([numbersOf(options), casesOf(options), recordsOf(options)]);
}

type Options = Parameters<typeof writeAnnex>[0];

function numbersOf({ tables }: Options): Table {
  const rows = Object.entries(tables).flatMap(([table, lines]) =>
    lines.flatMap((row) => figuresIn(row).map((figure) => numberLine(table, row, figure))),
  );
  return { sheet: '数字索引', headings: ['编号', '表', '名称', '指标', '数值', '查法'], rows };
}

function figuresIn({ figures }: ReportRow): Figure[] {
  return Object.keys(figures) as Figure[];
}

function numberLine(table: string, row: ReportRow, figure: Figure) {
  const name = figureName(figure)['zh-CN'];
  const sheet = isOfRecords(table, figure) ? '监察与评价明细' : '办件明细';
  const how =
    table === '1' ? `“${sheet}”中按“${name}”计` : `“${sheet}”中表${table}行次为 ${row.ref}，按“${name}”计`;
  return [row.ref, `表${table}`, row.name['zh-CN'], name, printFigure(figure, row.figures[figure]), how];
}

const recordHeads: ReadonlySet<Figure> = new Set(figuresOf['4'].concat(figuresOf['5']));

function isOfRecords(table: string, figure: Figure): boolean {
  return table === '4' || table === '5' || recordHeads.has(figure);
}

function casesOf({ facts, tables, departmentName }: Options): Table {
  const refs = refsBy(tables['2'], 'departmentId');
  const itemRefs = refsBy(tables['3'], 'packCode');
  const names = new Map(tables['3'].map((row) => [row.packCode, row.name['zh-CN']]));
  return {
    sheet: '办件明细',
    headings: [
      ...['办件编号', '部门', '事项', '表2行次', '表3行次', '收件日', '受理日', '办结日', '用时（工作日）'],
      ...['收件', '受理', '办结', '准予', '不予', '按时办结', '超期办结'],
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

function recordsOf({ facts, tables, departmentName }: Options): Table {
  const refs = refsBy(tables['4'], 'departmentId');
  const ratingRefs = refsBy(tables['5'], 'departmentId');
  return {
    sheet: '监察与评价明细',
    headings: ['种类', '文号', '办件编号', '部门', '表4行次', '表5行次', '日期', '成立', '得分'],
    rows: facts.records.map(({ kind, number, caseNo, departmentId, day, valid, grade }) => [
      ...[recordName(kind)['zh-CN'], number, caseNo, departmentName(departmentId)],
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
