import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { viewAmendments } from '../appeal/viewAmendments.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { openChecksOf } from '../checks/openChecksOf.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import { listDocuments } from '../documents/listDocuments.ts';
import { publicBills } from '../fees/viewBill.ts';
import type { MaterialRequestDocument } from '../materialRequests/model.ts';
import type { SatisfactionDocument } from '../satisfaction/model.ts';
import { mayBeRated } from '../satisfaction/rateService.ts';
import { viewTheme } from '../themes/viewTheme.ts';
import { caseBehindToken } from './caseBehindToken.ts';
import { viewOverturned } from './viewOverturned.ts';

/** What the applicant sees behind the QR code of the receipt: no personal data. Throws AppError `notFound`. */
export async function readProgress(app: AppContext, token: string) {
  const subject = await caseBehindToken(app, token);
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const [filledIn, tasks, documents, promised, checks, asked, bills, rating, batched] = await Promise.all([
    app.models.submissions.find({ tenant: app.tenant, caseId: subject._id }).sort({ at: 1 }).lean(),
    app.models.tasks.find({ tenant: app.tenant, caseId: subject._id, active: true }).lean(),
    listDocuments(app, subject),
    app.models.clocks
      .findOne({ tenant: app.tenant, caseId: subject._id, kind: trusted({ $in: ['promised', 'statutory'] }) })
      .sort({ kind: 1 })
      .lean(),
    openChecksOf(app, subject._id),
    app.models.materialRequests.find({ tenant: app.tenant, caseId: subject._id, state: 'open' }).lean(),
    publicBills(app, subject._id),
    app.models.satisfactions.findOne({ tenant: app.tenant, caseId: subject._id }).lean(),
    app.models.batchEntries.findOne({ tenant: app.tenant, caseId: subject._id }, { _id: 1 }).lean(),
  ]);
  const submissions = filledIn.filter(({ stepKey }) => stepKey !== 'intake');
  const theme = loaded.pack.theme === undefined ? null : await viewTheme(app, subject);
  return {
    caseNo: subject.caseNo ?? null,
    itemName: subject.itemName,
    operation: loaded.operation(subject.operation).name,
    state: subject.state,
    overturned: await viewOverturned(app, subject),
    amended: viewAmendments(app, subject, false).map(({ at, outcome, documentNo, parts }) => ({
      ...{ at, outcome, documentNo },
      parts: parts.map(({ label }) => label),
    })),
    receivedAt: subject.receivedAt?.toISOString() ?? null,
    acceptedAt: subject.acceptedAt?.toISOString() ?? null,
    decision:
      subject.decision === undefined
        ? null
        : { kind: subject.decision.kind, at: subject.decision.at.toISOString() },
    department: departmentRef(app, subject.departmentId),
    steps: await stepsOf(
      loaded,
      submissions as SubmissionDocument[],
      tasks.map((task) => task.stepKey),
      !isTakenBack(subject),
    ),
    // The promise to the applicant, also after the decision, when the delivery clock runs.
    dueDay:
      theme !== null
        ? theme.promisedDay
        : (promised?.dueDay ?? (subject.clock === undefined ? null : shanghaiDay(subject.clock.dueAt))),
    light: subject.clock === undefined ? null : lightOfSummary(subject.clock, app.time.now()),
    theme,
    commitment: subject.commitment?.state ?? null,
    checks: checks.map(({ name, opensDay, dueDay, state }) => ({
      name,
      opensDay: opensDay ?? null,
      dueDay,
      state,
    })),
    asked: (asked as MaterialRequestDocument[]).flatMap(({ lines, dueDay }) =>
      lines.map(({ name, problem }) => ({ name, problem, dueDay })),
    ),
    bills,
    /** Whether it is or was on a list of a batch, which has a page of its own. */
    onBatchList: batched !== null,
    rating: viewOwnRating(rating as SatisfactionDocument | null),
    mayRate: rating === null && mayBeRated(subject),
    documents: documents.map(({ kind, title, issuedAt }) => ({ kind, title, issuedAt })),
  };
}

/** What whoever holds the link sees of the rating: not the words written beside it, which may name people. */
function viewOwnRating(rating: SatisfactionDocument | null) {
  if (rating === null) return null;
  const { grade, state, replyDueDay, reply } = rating;
  return {
    ...{ grade, state, replyDueDay: replyDueDay ?? null, comment: '' },
    reply: reply === undefined ? null : { text: reply.text, at: reply.at.toISOString() },
  };
}

type StepState = 'done' | 'current' | 'todo';

async function stepsOf(
  loaded: Awaited<ReturnType<AppContext['packs']['version']>>,
  submissions: readonly SubmissionDocument[],
  current: readonly string[],
  /** Whether steps are still to come. */
  goesOn: boolean,
) {
  if (loaded.pack.theme !== undefined) return [];
  const model = await loaded.processModel();
  return model.steps.flatMap(({ key, main, optional }) => {
    const step = loaded.pack.steps[key];
    const reached = current.includes(key) || submissions.some((entry) => entry.stepKey === key);
    if (step === undefined || (!reached && (optional || !main || !goesOn))) return [];
    const done = submissions.findLast((entry) => entry.stepKey === key);
    const state: StepState = current.includes(key) ? 'current' : done === undefined ? 'todo' : 'done';
    return [{ key, name: step.name, state, at: done?.at.toISOString() ?? null }];
  });
}
