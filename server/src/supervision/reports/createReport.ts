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
import { ReckoningThread } from './ReckoningThread.ts';
import { readCases } from './readCases.ts';
import { readRecords } from './readRecords.ts';
import type { Reckoned } from './reckonReport.ts';
import type { ReportFacts } from './reportFacts.ts';
import { type ReportScope, spanOfMonth } from './spanOfMonth.ts';

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
  const { tables, annex, facts, ...counts } = await reckon(app, { month, departmentId, now });
  const departmentName = (of: string) => leveledDepartment(app, of).name;
  const files = await Promise.all([
    fileOf(input, now, { name: annexName, mediaType: tableTypes.xlsx, bytes: annex }),
    fileOf(input, now, { name: factsName, mediaType: 'application/json', bytes: facts }),
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
    counts,
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

/** Reads the month and reckons it, in a thread of its own. */
async function reckon(app: AppContext, scope: ReportScope): Promise<Reckoned> {
  const itemOf = await readItems(app);
  const thread = new ReckoningThread();
  const [departments, items] = [new Set<string>(), new Set<string>()];
  try {
    await readCases(app, scope, (cases) => {
      for (const { departmentId, packCode } of cases) {
        departments.add(departmentId);
        items.add(packCode);
      }
      thread.add(cases);
    });
    const records = await readRecords(app, scope);
    for (const { departmentId } of records) departments.add(departmentId);
    return await thread.finish({
      records,
      departmentId: scope.departmentId,
      departments: Object.fromEntries([...departments].map((id) => [id, leveledDepartment(app, id)])),
      items: Object.fromEntries([...items].map((code) => [code, itemOf(code)])),
    });
  } finally {
    await thread.end();
  }
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
