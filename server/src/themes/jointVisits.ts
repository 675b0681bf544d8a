import type { Theme } from '@onewindow/processes';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';

export interface Visit {
  subject: CaseDocument;
  step: string;
  departmentId: string;
  /** The department has recorded its own result. */
  made: boolean;
}

/**
 * Who comes to the joint visit of this application: the items that the theme names and that are part of it, are not over
 * without a visit, and are not verified afterwards instead (告知承诺). Undefined when fewer than two are left.
 */
export async function visitsOf(
  app: AppContext,
  themeCase: CaseDocument,
  cases: readonly CaseDocument[],
): Promise<{ rule: NonNullable<Theme['jointVisit']>; visits: Visit[] } | undefined> {
  const loaded = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const rule = loaded.pack.theme?.jointVisit;
  if (rule === undefined) return undefined;
  const ids = cases.map(({ _id }) => _id);
  const submissions = await app.models.submissions
    .find({ tenant: app.tenant, caseId: trusted({ $in: ids }) }, { caseId: 1, stepKey: 1 })
    .lean();
  const visits = rule.visits.flatMap(({ item, step }) => {
    const subject = cases.find(({ packCode }) => packCode === item);
    if (subject === undefined) return [];
    const made = submissions.some((entry) => entry.caseId === subject._id && entry.stepKey === step);
    const committed = subject.commitment !== undefined && subject.commitment.state !== 'barred';
    const over = subject.endedAt !== undefined || subject.decision !== undefined;
    if (!made && (committed || over)) return [];
    return [{ subject, step, departmentId: subject.departmentId, made }];
  });
  return visits.length < 2 ? undefined : { rule, visits };
}
