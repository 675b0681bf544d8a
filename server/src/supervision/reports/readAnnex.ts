import type { AppContext } from '../../app/appContext.ts';
import type { Locale } from '../../errors/appError.ts';
import { FileAnswer } from '../../http/route.ts';
import { tableTypes, writeWorkbook } from '../../tables/writeTable.ts';
import { leveledDepartment } from '../leveledDepartment.ts';
import { annexTables } from './annexTables.ts';
import { annexName, readReportFacts, readReportFile } from './createReport.ts';
import type { MonthlyReportDocument } from './model.ts';
import { annexTexts } from './reportTexts.ts';

/**
 * The annex of a report as a workbook: the file whose digest the sealed PDF prints, which is Chinese; in another language the same lines
 * anew, as they were kept, marked as a translation. Throws AppError `notFound`.
 */
export async function readAnnex(
  app: AppContext,
  report: MonthlyReportDocument,
  { locale, sealed }: { locale: Locale; sealed: boolean },
): Promise<FileAnswer> {
  const mediaType = tableTypes.xlsx;
  if (sealed || locale === 'zh-CN') {
    const bytes = await readReportFile(app, report._id, annexName);
    return new FileAnswer({ bytes, mediaType, name: `${report.number} ${annexName}` });
  }
  const tables = annexTables({
    facts: await readReportFacts(app, report._id),
    tables: report.tables,
    departmentName: (id) => leveledDepartment(app, id).name,
    locale,
  });
  const bytes = await writeWorkbook(tables);
  return new FileAnswer({ bytes, mediaType, name: `${report.number} ${annexTexts.file[locale]}` });
}
