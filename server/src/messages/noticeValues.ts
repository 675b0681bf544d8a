import { shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { Locale } from '../errors/appError.ts';

/** What a notice to the applicant may name (`noticePlaceholders`), in their language, as the case stands now. Personal. */
export async function noticeValues(options: {
  app: AppContext;
  subject: CaseDocument;
  loaded: LoadedPack;
  locale: Locale;
}): Promise<Record<string, string>> {
  const { app, subject, loaded, locale } = options;
  const of = { tenant: app.tenant, caseId: subject._id };
  const [clocks, license, notice] = await Promise.all([
    app.models.clocks.find({ ...of, kind: trusted({ $in: ['promised', 'statutory'] }) }).lean(),
    subject.decision === undefined ? null : app.models.licenses.findOne({ ...of, state: 'issued' }).lean(),
    app.models.publicNotices.findOne(of).sort({ endsAt: -1 }).lean(),
  ]);
  const day = (value: Date | string | undefined) => {
    if (value === undefined) return '';
    const text = typeof value === 'string' ? value : shanghaiDay(value);
    return locale === 'en' ? text : chineseDate(text);
  };
  const due = clocks.find(({ kind }) => kind === 'promised') ?? clocks[0];
  const base = app.config.PUBLIC_BASE_URL;
  return {
    caseNo: subject.caseNo ?? '',
    itemName: subject.itemName[locale],
    operationName: loaded.operation(subject.operation).name[locale],
    applicantName: personOf(app, subject).applicant?.name ?? '',
    departmentName: app.organisation.findDepartment(subject.departmentId)?.name ?? '',
    windowName: app.organisation.findDepartment(subject.createdBy.departmentId)?.name ?? '',
    receivedDay: day(subject.receivedAt),
    decidedDay: day(subject.decision?.at),
    dueDay: day(due?.dueDay),
    reason: subject.decision?.reason ?? subject.dispatch?.end?.reason ?? '',
    licenseName: loaded.pack.license?.name[locale] ?? '',
    licenseNo: license?.licenseNo ?? '',
    publicNoticeUntil: day(notice?.endsAt),
    progressUrl: `${base}/progress/${subject.progressToken}`,
    caseUrl:
      subject.account === undefined
        ? `${base}/progress/${subject.progressToken}`
        : `${base}/portal/cases/${subject._id}`,
  };
}
