import { describeLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { chineseDay } from '../licenses/readSource.ts';
import type { RunHearing } from './hearingOf.ts';

/**
 * Tells applicant and interested parties of the right to a hearing: the written notice, and the clock within which it may
 * be asked for (art. 47). Returns the variable by which the process waits for its end.
 */
export async function tellRight(options: {
  app: AppContext;
  change: CaseChange;
  hearing: RunHearing;
}): Promise<Record<string, string>> {
  const { app, change, hearing } = options;
  const { subject } = change;
  const clock = await startClock({
    app,
    change,
    kind: 'hearingRequest',
    limit: hearing.request,
    startAt: change.now,
    departmentId: subject.departmentId,
  });
  const told = await app.models.caseDocuments.countDocuments(
    { tenant: app.tenant, caseId: subject._id, kind: 'hearingRightNotice' },
    { session: change.session },
  );
  const documentNo = await oweDocument({
    app,
    change,
    kind: 'hearingRightNotice',
    slot: String(told + 1),
    facts: {
      legalBasis: hearing.request.cite ?? '《中华人民共和国行政许可法》第四十七条',
      requestLimit: describeLimit(hearing.request)['zh-CN'],
      requestUntilDay: chineseDay(clock?.dueDay ?? ''),
    },
  });
  change.event('hearingRightTold', { until: clock?.dueDay ?? '', documentNo });
  const until = clock?.dueAt.toISOString().replace(/\.\d+/, '');
  return until === undefined ? {} : { [hearing.course.variable]: until };
}
