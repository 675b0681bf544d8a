import { createHash } from 'node:crypto';
import { workdaysUsed } from '@onewindow/clocks';
import type { Outcome } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { requireOtherDecision, settleRemake } from '../appeal/settleRemake.ts';
import { canonicalJson } from '../audit/eventHash.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { beginChecksOfBenefit } from '../checks/beginChecks.ts';
import { clockInputOf } from '../clocks/clockInputOf.ts';
import { promisedWorkdays } from '../clocks/promisedWorkdays.ts';
import { startDeliveryClock, stopClocks } from '../clocks/startCaseClocks.ts';
import { startVerification } from '../commitment/verifyCommitment.ts';
import { AppError } from '../errors/appError.ts';
import { endBills } from '../fees/endBills.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { requireWaivedSupplied } from '../intake/requireWaivedSupplied.ts';
import { beginEntitlement } from '../payment/beginEntitlement.ts';
import { startPublication } from '../publication/startPublication.ts';
import { askForRating, isDeliveredByStep } from '../satisfaction/askForRating.ts';
import { newId } from '../store/newId.ts';
import { reasonCodeOf, reasonOf } from './reasonOf.ts';

/**
 * The decision: recorded with the authorisation under which alone the worker may seal (case, decision number, content
 * hash), stops the approval clocks and starts delivery (Administrative License Law art. 44) and, where the pack says that it
 * is open, its publication (双公示).
 * Throws AppError `externalNumberMissing` for a grant before the other system has given the number of the license,
 * `decisionSame` for one that an appeal has taken away already, without a statement in writing.
 * Returns the engine variables `decision` and `decisionNo`.
 */
export async function decideCase(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  step: string;
  outcome: Outcome;
  data: Record<string, unknown>;
  comment: string | undefined;
  /** Why it may repeat a decision that was taken away. */
  statement: string | undefined;
}): Promise<{ decision: string; decisionNo: number }> {
  const { app, change, actor, step, outcome, data } = options;
  const { subject, now } = change;
  const kind = outcome.kind === 'grant' ? 'grant' : 'refuse';
  if (kind === 'grant') {
    requireWaivedSupplied(subject, await app.packs.version(subject.packCode, subject.packVersion));
    await requireLicenseNumber(app, subject);
  }
  const number = (subject.decision?.number ?? 0) + 1;
  const authorisationId = newId();
  const reason = reasonOf(data, options.comment);
  const reasonCode = reasonCodeOf(data);
  const { statement } = options;
  const decided = { kind, reason, ...(reasonCode === undefined ? {} : { reasonCode }) } as const;
  const repeats = await requireOtherDecision({ app, change, number, decision: decided, statement });
  const content = {
    caseId: subject._id,
    caseNo: subject.caseNo,
    number,
    ...decided,
    at: now.toISOString(),
    by: actor.id,
  };
  const onTime =
    subject.clock === undefined || subject.clock.state === 'paused' || now <= subject.clock.dueAt;
  subject.decision = {
    number,
    ...decided,
    at: now,
    by: asAuthor(actor),
    ...(repeats === undefined ? {} : { repeats }),
    stepKey: step,
    onTime,
    ...(await workdaysTaken(app, change)),
    authorisationId,
  };
  subject.state = 'decided';
  await app.models.authorisations.insertMany(
    [
      {
        _id: authorisationId,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        decisionNo: number,
        kind,
        contentHash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
        by: asAuthor(actor),
        at: now,
        commandId: authorisationId,
      },
    ],
    { session: change.session },
  );
  await stopClocks({ app, change, kinds: ['statutory', 'promised'] });
  await startDeliveryClock({ app, change, decisionNo: number });
  await startPublication(app, change);
  if (kind === 'grant') {
    await startVerification(app, change);
    await beginChecksOfBenefit(app, change);
  }
  change.event('decided', { kind, number, authorisation: authorisationId });
  await settleRemake(app, change);
  if (kind === 'grant') await beginEntitlement({ app, change, step, data });
  if (kind === 'grant') await raiseBill({ app, change, due: 'delivery', filled: { step, data }, anew: true });
  else await endBills({ app, change, end: 'refused' });
  if (!(await isDeliveredByStep(app, subject))) await askForRating({ app, change });
  return { decision: kind, decisionNo: number };
}

/** Working days that the promised (else the statutory) clock has counted so far, and gives; nothing for a case without one. */
async function workdaysTaken(
  app: AppContext,
  change: CaseChange,
): Promise<{ workdays?: number; promised?: number | null }> {
  const open = (await change.clocks.all()).filter(({ state }) => state === 'running' || state === 'paused');
  const clock = open.find(({ kind }) => kind === 'promised') ?? open.find(({ kind }) => kind === 'statutory');
  if (clock === undefined) return {};
  return {
    workdays: workdaysUsed(clockInputOf(clock), app.calendar.calendar, change.now),
    promised: promisedWorkdays(clock) ?? null,
  };
}

/** A license whose number another system gives is not granted before that number is here: nothing could be issued. */
async function requireLicenseNumber(app: AppContext, subject: CaseDocument): Promise<void> {
  const { pack, ...loaded } = await packOf(app, subject);
  const given = loaded.action === 'issue' && pack.license?.numberFrom === 'external:/number';
  if (given && subject.external?.number === undefined)
    throw new AppError('externalNumberMissing', {
      params: { name: pack.externalSystem?.name['zh-CN'] ?? '' },
    });
}

async function packOf(app: AppContext, subject: CaseDocument) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return { pack: loaded.pack, action: loaded.operation(subject.operation).licenseAction };
}
