import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseCommitment, CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { conditionHolds } from '../catalog/conditionHolds.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { CreditRecordKind } from './model.ts';
import { oweCommitmentLetter } from './oweCommitmentLetter.ts';

/**
 * The applicant chooses the commitment path 告知承诺 and signs at the window. The credit registers are asked at once: who
 * has a record that the pack names takes the ordinary path, and is told why (`state: barred`).
 * Throws AppError `commitmentNotOffered`, `creditPlatformMissing`, `creditFindingsMissing`, `invalidRequest`,
 * `stateConflict`.
 */
export async function chooseCommitment(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  signedBy: NonNullable<CaseCommitment['signedBy']>;
  /** What the clerk found, where the pack says that the check is the officer's. */
  findings?: readonly CreditRecordKind[] | undefined;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  const before = await readIntakeCase(app, actor, caseId);
  requireState(before, 'draft', 'received');
  const loaded = await app.packs.version(before.packCode, before.packVersion);
  await requireOffered(app, loaded, before);
  requireSigner(app, before, input.signedBy);
  const records = await barringRecords(app, loaded, before, input.findings);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    expectedVersion: before.version,
    work: async (change) => {
      const checkedAt = change.now;
      if (records.length > 0) {
        change.subject.commitment = { state: 'barred', checkedAt, records };
        for (const record of records) change.event('commitmentBarred', { record });
        return;
      }
      const { signedBy } = input;
      change.subject.commitment = { state: 'signed', checkedAt, records, signedAt: change.now, signedBy };
      change.event('commitmentSigned', { signedBy });
      // Before receipt the letter goes out with it; an item of a theme is received already.
      if (change.subject.state === 'received') await oweCommitmentLetter(app, change);
    },
  });
  return subject;
}

/** Back to the ordinary path, before receipt. Throws AppError `stateConflict`. */
export async function leaveCommitment(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
}): Promise<CaseDocument> {
  const { app, actor, caseId } = input;
  await readIntakeCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => {
      requireState(change.subject, 'draft');
      if (change.subject.commitment === undefined) return;
      delete change.subject.commitment;
      change.event('commitmentDropped');
    },
  });
  return subject;
}

/**
 * Asks the registers again at acceptance, by which days may have passed: who has a record by now takes the ordinary path
 * and owes its materials. Returns the case as it is then.
 */
export async function recheckCommitment(app: AppContext, subject: CaseDocument): Promise<CaseDocument> {
  const { commitment } = subject;
  if (commitment?.state !== 'signed') return subject;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.pack.commitment?.creditCheck.source !== 'creditPlatform') return subject;
  const records = await barringRecords(app, loaded, subject, undefined);
  if (records.length === 0) return subject;
  const changed = await changeCase({
    app,
    caseId: subject._id,
    actor: { kind: 'system', name: 'creditCheck' },
    known: subject,
    work: (change) => {
      change.subject.commitment = { ...commitment, state: 'barred', checkedAt: change.now, records };
      for (const record of records) change.event('commitmentBarred', { record });
    },
  });
  return changed.subject;
}

async function requireOffered(app: AppContext, loaded: LoadedPack, subject: CaseDocument): Promise<void> {
  const rules = loaded.pack.commitment;
  if (rules === undefined) throw new AppError('commitmentNotOffered');
  if (rules.when === undefined) return;
  const { variables } = await readEngineVariables({ app, subject });
  if (!conditionHolds(rules.when, variables)) throw new AppError('commitmentNotOffered');
}

/** Whoever signs is named in the case. */
function requireSigner(
  app: AppContext,
  subject: CaseDocument,
  signedBy: NonNullable<CaseCommitment['signedBy']>,
): void {
  const { applicant, agent } = personOf(app, subject);
  const named =
    signedBy === 'agent'
      ? agent?.name
      : signedBy === 'legalRepresentative'
        ? applicant?.legalRepresentative
        : applicant?.name;
  if (named !== undefined && named !== '' && applicant !== undefined) return;
  throw new AppError('invalidRequest', {
    problems: [
      {
        path: 'signedBy',
        pointer: '/signedBy',
        rule: 'required',
        message: { 'zh-CN': '请先填写签署人的姓名。', en: 'Name the person who signs first.' },
      },
    ],
  });
}

async function barringRecords(
  app: AppContext,
  loaded: LoadedPack,
  subject: CaseDocument,
  findings: readonly CreditRecordKind[] | undefined,
): Promise<CreditRecordKind[]> {
  const check = loaded.pack.commitment?.creditCheck;
  const { applicant } = personOf(app, subject);
  if (check === undefined || applicant === undefined) return [];
  if (check.source === 'form' && findings === undefined) throw new AppError('creditFindingsMissing');
  if (check.source === 'creditPlatform' && !app.credit.platform) throw new AppError('creditPlatformMissing');
  const known = await app.credit.recordsOf(applicant.idNumber, shanghaiDay(app.time.now()));
  const kinds = new Set([...known.map(({ kind }) => kind), ...(findings ?? [])]);
  return check.refuseWhen.filter((kind) => kinds.has(kind));
}
