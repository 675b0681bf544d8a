import { shanghaiDay } from '@onewindow/clocks';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { type CaseFacts, gatherFacts, readSource, writeOut } from '../licenses/readSource.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { endEntitlementsOfHolder } from './endEntitlement.ts';
import { fenOf, yuanOf } from './fen.ts';
import { lookFacts } from './lookFacts.ts';
import type { EntitlementDocument } from './model.ts';
import { closesAt, laterPeriod, openPeriod, type Period, type PeriodKind, periodOf } from './period.ts';
import { recordHappenings } from './recordHappenings.ts';
import { requireNoOther } from './requireNoOther.ts';
import { lookAt } from './suspensionRules.ts';

/**
 * Begins the payment of a granted benefit in the transaction of its decision: amount and columns of the list are frozen
 * as they were decided. A granted deregistration ends what the holder receives instead. Does nothing for packs without
 * `payment`. Throws AppError `paymentAmountUnreadable`, `benefitHeld`.
 */
export async function beginEntitlement(options: {
  app: AppContext;
  change: CaseChange;
  /** The step that decides, and what its form says: not stored yet. */
  step: string;
  data: Record<string, unknown>;
}): Promise<void> {
  const { app, change, step, data } = options;
  const { subject, now, session } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { payment } = loaded.pack;
  if (payment === undefined || subject.decision === undefined) return;
  if (subject.operation === 'deregister') return endEntitlementsOfHolder({ app, change });
  await requireNoOther(app, subject, session);
  const facts = await gatherFacts(app, subject);
  const decided: CaseFacts = {
    values: { ...facts.values, [`step.${step}`]: data },
    forms: { ...facts.forms, [`step.${step}`]: loaded.form(loaded.step(step).form) },
  };
  const row = Object.fromEntries(
    payment.columns.map((column) => [column.key, writeOut(decided, { from: column.from, as: column.as })]),
  );
  const id = newId();
  const firstPeriod = firstPaid(payment, now, subject.remakes?.appliedAt ?? subject.receivedAt ?? now);
  const open = openPeriod(payment.period, now, payment.closesOn);
  const entitlement: EntitlementDocument = {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: subject._id,
    caseNo: subject.caseNo ?? '',
    decisionNo: subject.decision.number,
    packCode: subject.packCode,
    packVersion: subject.packVersion,
    itemName: subject.itemName,
    departmentId: subject.departmentId,
    holderIndex: subject.holderIndex ?? '',
    ...(payment.onePerHolder === undefined || subject.holderIndex === undefined
      ? {}
      : { onlyKey: `${subject.packCode}:${subject.holderIndex}` }),
    holderMasked: subject.applicantMasked,
    amountFen: fenOf(readSource(decided, payment.amount)),
    periodKind: payment.period,
    sealedRow: app.cipher.seal(row, id),
    state: 'running',
    begunAt: now,
    firstPeriod,
    nextPeriod: firstPeriod,
    dueFrom: firstPeriod > open ? firstPeriod : open,
    held: [],
    owed: [],
    suspensions: [],
    heard: [],
    version: 1,
  };
  change.event('benefitBegun', {
    amount: yuanOf(entitlement.amountFen),
    period: firstPeriod,
  });
  const happenings = lookAt(entitlement, await lookFacts(app, entitlement, now));
  recordHappenings({ change, happenings, amountFen: entitlement.amountFen });
  await insertOnly(app, subject, entitlement, session);
  await ensureSchedule(app, entitlement.packCode, payment, entitlement.dueFrom);
}

/** Of two grants to one person in the same instant the second is told of the first, as if it had come later. */
async function insertOnly(
  app: AppContext,
  subject: CaseDocument,
  entitlement: EntitlementDocument,
  session: ClientSession,
): Promise<void> {
  try {
    await app.models.entitlements.insertMany([entitlement], { session });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Outside the transaction, which does not see what came while it ran.
    await requireNoOther(app, subject);
    throw new AppError('versionConflict', { cause: error });
  }
}

type Rhythm = { period: PeriodKind; closesOn: number; startsFrom: string };

function firstPaid({ period, startsFrom }: Rhythm, decidedAt: Date, receivedAt: Date): Period {
  if (startsFrom === 'applicationPeriod') return periodOf(period, shanghaiDay(receivedAt));
  const decided = periodOf(period, shanghaiDay(decidedAt));
  return startsFrom === 'decisionPeriod' ? decided : laterPeriod(period, decided);
}

/** The schedule of the lists exists before the first entitlement does; without one it only makes empty lists. */
async function ensureSchedule(
  app: AppContext,
  packCode: string,
  rhythm: Rhythm,
  first: Period,
): Promise<void> {
  const key = { tenant: app.tenant, packCode, periodKind: rhythm.period };
  if ((await app.models.paymentSchedules.findOne(key).lean()) !== null) return;
  const nextPeriod = openPeriod(rhythm.period, app.time.now(), rhythm.closesOn);
  const from = nextPeriod < first ? nextPeriod : first;
  await app.models.paymentSchedules
    .updateOne(
      key,
      {
        $setOnInsert: {
          _id: newId(),
          schemaVersion: 1,
          ...key,
          nextPeriod: from,
          nextCloseAt: closesAt(rhythm.period, from, rhythm.closesOn),
        },
      },
      { upsert: true },
    )
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
}
