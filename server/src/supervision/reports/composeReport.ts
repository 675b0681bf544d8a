import { describeLimit, parseLimit } from '@onewindow/clocks';
import { chineseTime } from '../../documents/chineseTime.ts';
import { caseFigures, type Figure, type ReportRow, recordFigures } from './figures.ts';
import type { MonthlyReportDocument } from './model.ts';
import type { Reckoned } from './reckonReport.ts';
import { figureMeaning, figureName, levelName, printFigure } from './reportTexts.ts';

/** What the template of the report names: every number printed with the line in which it stands. */
export function composeReport(options: {
  report: Pick<MonthlyReportDocument, 'month' | 'tables' | 'at'>;
  scope: string;
  /** The month is over at the instant of the figures. */
  whole: boolean;
  counts: Pick<Reckoned, 'caseCount' | 'recordCount' | 'lateCount' | 'lateNamed'>;
  departmentName: (id: string) => string;
  annex: { name: string; sha256: string };
}): Record<string, unknown> {
  const { report, scope, whole, counts, departmentName, annex } = options;
  const { tables } = report;
  const all: ReportRow['figures'] = Object.assign({}, ...tables['1'].map(({ figures }) => figures));
  const print = (figure: Figure) => printFigure(figure, all[figure]);
  const [year, month] = report.month.split('-');
  const more = counts.lateCount - counts.lateNamed.length;
  const itemNames = new Map(tables['3'].map((row) => [row.packCode, row.name['zh-CN']]));
  return {
    scope,
    period: `${year}年${Number(month)}月`,
    dataTime: chineseTime(report.at),
    unfinished: whole ? '' : '本月尚未结束，本报告反映的是截至数据时间的情况。',
    summary: summaryOf(all, print),
    handled: overall(tables['1'], caseFigures),
    watched: overall(tables['1'], recordFigures),
    departments: tables['2'].map((row) => ({ ...cells(row), level: levelName(row.level) || '—' })),
    itemRows: tables['3'].map((row) => ({ ...cells(row), ...against(row) })),
    supervision: tables['4'].map(cells),
    ratings: tables['5'].map(cells),
    late: counts.lateNamed.map(({ caseNo, departmentId, packCode, decided }) => ({
      caseNo,
      department: departmentName(departmentId),
      item: itemNames.get(packCode) ?? packCode,
      day: decided?.day ?? '—',
      workdays: decided?.workdays ?? '—',
    })),
    lateMore: more > 0 ? `另有 ${more} 件，见附件“办件明细”。` : '',
    annexName: annex.name,
    annexDigest: annex.sha256,
    caseCount: counts.caseCount,
    recordCount: counts.recordCount,
  };
}

/** These figures of the whole, one a line, each with what it counts. */
function overall(rows: readonly ReportRow[], figures: readonly Figure[]) {
  return rows.flatMap(({ ref, figures: of }) =>
    (Object.keys(of) as Figure[])
      .filter((figure) => figures.includes(figure))
      .map((figure) => ({
        ref,
        name: figureName(figure)['zh-CN'],
        value: printFigure(figure, of[figure]),
        meaning: figureMeaning(figure),
      })),
  );
}

function cells(row: ReportRow): Record<string, string> {
  const printed = Object.entries(row.figures).map(([figure, value]) => [
    figure,
    printFigure(figure as Figure, value),
  ]);
  return {
    ref: row.ref,
    name: row.name['zh-CN'],
    ...(Object.fromEntries(printed) as Record<string, string>),
  };
}

/** Promise and law in words, and by how much the average stays below the law, where both count working days. */
function against({ limits, figures }: ReportRow): Record<string, string> {
  const words = (limit: string | null | undefined) =>
    limit == null ? '—' : describeLimit(parseLimit(limit))['zh-CN'];
  const law = limits?.statutory == null ? undefined : parseLimit(limits.statutory);
  const average = figures.averageWorkdays;
  const comparable = law !== undefined && 'value' in law && law.unit === 'workday' ? law.value : undefined;
  const part =
    comparable === undefined || average == null ? undefined : Math.round((1 - average / comparable) * 100);
  const shorter = part === undefined ? '—' : part < 0 ? `超出${-part}%` : `${part}%`;
  return { promised: words(limits?.promised), statutory: words(limits?.statutory), shorter };
}

function summaryOf(all: ReportRow['figures'], print: (figure: Figure) => string): string {
  const decided = all.decided ?? 0;
  const handled =
    `共收件${print('received')}件，受理${print('accepted')}件，办结${print('decided')}件` +
    (decided === 0
      ? '。'
      : `（准予${print('granted')}件、不予${print('refused')}件），其中按时办结${print('onTime')}件、` +
        `超期办结${print('late')}件，按时办结率${print('onTimeShare')}，平均用时${print('averageWorkdays')}个工作日。`);
  const watched =
    `电子监察发现问题${print('findings')}个，收到“办不成事”反映${print('complaints')}件；` +
    `发出催办${print('reminders')}件、督办${print('orders')}件，黄牌${print('yellowCards')}张、红牌${print('redCards')}张。`;
  const rated =
    (all.ratings ?? 0) === 0
      ? '本月没有收到“好差评”。'
      : `收到“好差评”${print('ratings')}个，满意率${print('satisfiedShare')}，差评${print('badRatings')}个。`;
  return handled + watched + rated;
}
