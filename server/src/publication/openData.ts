import { shanghaiDay } from '@onewindow/clocks';
import { stringify } from 'csv-stringify/sync';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { type PublishedQuery, pageOfPublished } from './listPublished.ts';
import type { PublicationDocument, SubjectKind } from './model.ts';
import { type PermitStatus, statusesOf } from './statusOf.ts';

/** Lines of one file; more are asked for by shorter spans. */
const most = 10_000;

const kinds: Readonly<Record<SubjectKind, string>> = {
  legal: '法人及非法人组织',
  individualBusiness: '个体工商户',
  natural: '自然人',
};
/** Kinds of holder codes (GB/T 36903) in the words of the standard. */
const papers: Readonly<Record<string, string>> = {
  '111': '身份证',
  '414': '护照',
  '516': '港澳居民来往内地通行证',
};
const statuses: Readonly<Record<PermitStatus, string>> = {
  valid: '有效',
  suspended: '暂停',
  expired: '已过期',
  superseded: '已换发',
  annulled: '已撤销',
  withdrawn: '已撤回',
  revoked: '已吊销',
  deregistered: '已注销',
};

type Line = PublicationDocument & { entry: NonNullable<PublicationDocument['entry']> };
type Column = (line: Line, status: PermitStatus | null) => string;

/**
 * Fields of the national standard for publishing administrative licenses, in its order and by its names
 * (发改办财金〔2018〕424号, 行政许可公示信息标准). Codes that the unified social credit code has replaced stay empty.
 */
export const standardColumns: Readonly<Record<string, Column>> = {
  行政相对人名称: ({ entry }) => entry.subjectName,
  行政相对人类别: ({ entry }) => kinds[entry.subjectKind],
  '行政相对人代码_1（统一社会信用代码）': ({ entry }) => entry.uscc,
  '行政相对人代码_2（工商注册号）': () => '',
  '行政相对人代码_3（组织机构代码）': () => '',
  '行政相对人代码_4（税务登记号）': () => '',
  '行政相对人代码_5（事业单位证书号）': () => '',
  '行政相对人代码_6（社会组织登记证号）': () => '',
  法定代表人: ({ entry }) => entry.legalRepresentative,
  法定代表人证件类型: () => '',
  法定代表人证件号码: () => '',
  证件类型: ({ entry }) => (entry.idType === '' ? '' : (papers[entry.idType] ?? '其他')),
  证件号码: ({ entry }) => entry.idNumber,
  行政许可决定文书名称: ({ entry }) => entry.documentName['zh-CN'],
  行政许可决定文书号: ({ entry }) => entry.documentNo,
  许可类别: ({ entry }) => entry.category,
  许可证书名称: ({ entry }) => entry.licenseName?.['zh-CN'] ?? '',
  许可编号: ({ entry }) => entry.licenseNo,
  许可内容: ({ entry, itemName }) =>
    [itemName['zh-CN'], ...entry.rows.map(({ label, value }) => `${label['zh-CN']}：${value}`)].join('；'),
  许可决定日期: ({ entry }) => entry.decidedDay,
  有效期自: ({ entry }) => (entry.decision === 'refuse' ? '' : entry.validFrom),
  // The standard writes a license without an end so.
  有效期至: ({ entry }) => (entry.decision === 'refuse' ? '' : (entry.validTo ?? '2099-12-31')),
  许可机关: ({ entry }) => entry.authority,
  许可机关统一社会信用代码: ({ entry }) => entry.authorityUscc,
  当前状态: ({ entry }, status) => (entry.decision === 'refuse' ? '不予许可' : statuses[status ?? 'valid']),
  数据来源单位: ({ entry }) => entry.authority,
  数据来源单位统一社会信用代码: ({ entry }) => entry.authorityUscc,
  备注: ({ correctedAt }) => (correctedAt === undefined ? '' : `${shanghaiDay(correctedAt)}更正`),
};

/**
 * What is published as open data, by the same filter as the page. A text that a spreadsheet would run as a formula is
 * written with an apostrophe before it (CSV). Throws AppError `exportTooLarge`.
 */
export async function openData(input: {
  app: AppContext;
  query: Omit<PublishedQuery, 'cursor' | 'limit'>;
  format: 'csv' | 'json';
}): Promise<{ bytes: Uint8Array; name: string }> {
  const { app, query, format } = input;
  const { page, more } = await pageOfPublished(app, { ...query, limit: most });
  if (more) throw new AppError('exportTooLarge', { params: { count: most } });
  const known = await statusesOf(app, page);
  const headings = Object.keys(standardColumns);
  const rows = page.map((one) =>
    Object.values(standardColumns).map((column) => column(one as Line, known.get(one._id) ?? null)),
  );
  const name = `行政许可公示信息-${shanghaiDay(app.time.now())}.${format}`;
  if (format === 'csv') {
    const options = { bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
    return { bytes: Buffer.from(stringify([headings, ...rows], options), 'utf8'), name };
  }
  const items = rows.map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])),
  );
  const whole = { standard: '发改办财金〔2018〕424号', asOf: app.time.now().toISOString(), items };
  return { bytes: Buffer.from(JSON.stringify(whole), 'utf8'), name };
}
