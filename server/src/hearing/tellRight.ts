import { describeLimit } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { conditionHolds } from '../catalog/conditionHolds.ts';
import { knownVariables } from '../catalog/knownVariables.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { stepVariables } from '../catalog/stepVariables.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import type { Said } from '../inbox/recordProcedures.ts';
import type { RunHearing } from './hearingOf.ts';

/** 申请人, 利害关系人 as the notice and the audit name them. */
const partyNames = { applicant: '申请人', interested: '利害关系人' } as const;

/**
 * Tells the parties that the pack names of the right to a hearing: the written notice, and the clock within which it may
 * be asked for (art. 47). Where the pack says when it is told and that does not hold, nobody is told and nothing is waited
 * for. Returns the variable by which the process waits for its end.
 */
export async function tellRight(options: {
  app: AppContext;
  change: CaseChange;
  hearing: RunHearing;
  loaded: LoadedPack;
  said: Said;
}): Promise<Record<string, string>> {
  const { app, change, hearing, loaded, said } = options;
  const { subject } = change;
  const variables = {
    ...(await knownVariables({ app, change })),
    ...(await stepVariables({ app, change, rules: loaded.step(said.step).variables, data: said.data })),
  };
  if (hearing.when !== undefined && !conditionHolds(hearing.when, variables)) {
    change.event('hearingNotDue');
    return { [hearing.course.variable]: change.now.toISOString().replace(/\.\d+/, '') };
  }
  const parties = hearing.parties.map((party) => partyNames[party]).join('、');
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
      requestUntilDay: chineseDate(clock?.dueDay ?? ''),
      hearingParties: parties,
    },
  });
  change.event('hearingRightTold', { until: clock?.dueDay ?? '', documentNo, parties });
  const until = clock?.dueAt.toISOString().replace(/\.\d+/, '');
  return until === undefined ? {} : { [hearing.course.variable]: until };
}
