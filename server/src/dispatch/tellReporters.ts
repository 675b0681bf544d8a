import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ReportDocument, Reporter } from './model.ts';

/** What is told to people who reported; a pack has its own words under `notices/<key>.yaml`, the product has some for all. */
export type ReporterNotice = 'reportReceived' | 'reportClosed' | 'reportVoid';

/**
 * Owes everybody who reported and left a phone a text message about what just happened: one a phone, however often it
 * reported. The outbox names the report only; the number is read from it when the message goes out. `only`: of this report alone.
 */
export async function tellReporters(options: {
  app: AppContext;
  change: CaseChange;
  notice: ReporterNotice;
  only?: string;
}): Promise<void> {
  const { app, change, notice, only } = options;
  const reports = (await app.models.reports
    .find({ tenant: app.tenant, caseId: change.subject._id }, null, { session: change.session })
    .sort({ at: 1 })
    .lean()) as ReportDocument[];
  const told = new Set<string>();
  for (const report of reports) {
    const phone = phoneOf(app, report);
    if (phone === undefined || told.has(phone)) continue;
    if (only !== undefined && report._id !== only) continue;
    told.add(phone);
    change.outbox({
      destination: 'notices',
      type: 'sendNotice',
      payload: { notice, reportId: report._id },
    });
  }
}

/** The phone that who reported left, or undefined. */
export function phoneOf(app: AppContext, report: ReportDocument): string | undefined {
  if (report.sealedReporter === undefined) return undefined;
  const phone = app.cipher.open<Reporter>(report.sealedReporter, report._id).phone?.trim();
  return phone === undefined || phone === '' ? undefined : phone;
}
