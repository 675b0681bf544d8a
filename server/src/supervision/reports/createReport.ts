import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor } from '../../identity/actor.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { tableTypes } from '../../tables/writeTable.ts';
import { nextLetterNumber, oweLetter } from '../letters.ts';
import { leveledDepartment } from '../leveledDepartment.ts';
import type { RecordFileDocument } from '../model.ts';
import { readItems } from '../readItems.ts';
import { composeReport } from './composeReport.ts';
import type { MonthlyReportDocument } from './model.ts';
import { type ReportFacts, readFacts } from './readFacts.ts';
import { reckonTables } from './reckonTables.ts';
import { spanOfMonth } from './spanOfMonth.ts';
import { writeAnnex } from './writeAnnex.ts';

/** The files of a report: its annex, and its lines as they were read. */
export const annexName = '办件与监察明细.xlsx';
export const factsName = 'facts.json';

/**
 * 月度评估报告: the figures of a month for the district or a department, as they stand now. Figures, the lines behind them and
 * the annex are kept; the sealed PDF prints the annex's digest. A later report of the same month is another with a number of its own.
 * Throws AppError `reportMonthInvalid` (it has not begun), `departmentUnknown`.
 */
export async function createReport(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  month: string;
  departmentId: string;
}): Promise<MonthlyReportDocument> {
  const { app, actor, id, month, departmentId } = input;
  const now = app.time.now();
  const known = (await app.models.monthlyReports
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as MonthlyReportDocument | null;
  if (known !== null) return known;
  if (month > shanghaiDay(now).slice(0, 7)) throw new AppError('reportMonthInvalid');
  if (departmentId !== '' && app.organisation.findDepartment(departmentId) === undefined)
    throw new AppError('departmentUnknown', { params: { department: departmentId } });
  const facts = await readFacts(app, { month, departmentId, now });
  const itemOf = await readItems(app);
  const tables = reckonTables(facts, {
    department: (of) => leveledDepartment(app, of),
    item: itemOf,
  });
  const departmentName = (of: string) => leveledDepartment(app, of).name;
  const annex = await writeAnnex({ facts, tables, departmentName, locale: 'zh-CN' });
  const files = await Promise.all([
    fileOf(input, now, { name: annexName, mediaType: tableTypes.xlsx, bytes: annex }),
    fileOf(input, now, {
      name: factsName,
      mediaType: 'application/json',
      bytes: Buffer.from(JSON.stringify(facts)),
    }),
  ]);
  const number = await nextLetterNumber(app, 'evaluationReport', actor.department.id);
  const report: MonthlyReportDocument = {
    ...{ _id: id, schemaVersion: 1, tenant: app.tenant },
    ...{ month, departmentId, number, by: asAuthor(actor), at: now, tables },
  };
  const values = composeReport({
    report,
    scope: departmentId === '' ? '全区' : departmentName(departmentId),
    whole: spanOfMonth(month).to <= now,
    facts,
    departmentName,
    annex: { name: annexName, sha256: files[0]?.sha256 ?? '' },
  });
  await inTransaction(app.connection, async (session) => {
    await app.models.monthlyReports.insertMany([report], { session });
    await app.models.supervisionFiles.insertMany(files, { session });
    await oweLetter({
      ...{ app, session, now, recordId: id, kind: 'evaluationReport', number },
      issuerId: actor.department.id,
      values,
    });
  });
  return report;
}

async function fileOf(
  { app, actor, id }: { app: AppContext; actor: Actor; id: string },
  at: Date,
  file: { name: string; mediaType: string; bytes: Uint8Array },
): Promise<RecordFileDocument> {
  const { name, mediaType, bytes } = file;
  const stored = await app.files.put({ tenant: app.tenant, bytes, mediaType });
  return {
    ...{ _id: newId(), schemaVersion: 1, tenant: app.tenant, recordId: id, fileId: stored.id },
    ...{ name, mediaType, size: bytes.length, sha256: stored.sha256, by: asAuthor(actor), at },
  };
}

/** The lines of a report as they were read when it was made. */
export async function readReportFacts(app: AppContext, reportId: string): Promise<ReportFacts> {
  return JSON.parse((await readReportFile(app, reportId, factsName)).toString('utf8')) as ReportFacts;
}

/** Throws AppError `notFound`. */
export async function readReportFile(app: AppContext, reportId: string, name: string): Promise<Buffer> {
  const files = await app.models.supervisionFiles.find({ tenant: app.tenant, recordId: reportId }).lean();
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new AppError('notFound');
  return app.files.get({ tenant: app.tenant, id: file.fileId });
}
