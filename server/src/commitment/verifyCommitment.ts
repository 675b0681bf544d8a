import { computeDue, hasDue } from '@onewindow/clocks';
import type { PackManifest } from '@onewindow/processes';
import { chineseDate } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import type { Actor } from '../identity/actor.ts';
import { reasonOf } from '../inbox/reasonOf.ts';
import { annulDecision } from './annulDecision.ts';

type Rules = NonNullable<PackManifest['commitment']>;

/** A grant on the strength of a commitment starts the clock of its verification 核查期限. */
export async function startVerification(app: AppContext, change: CaseChange): Promise<void> {
  const { subject } = change;
  if (subject.commitment?.state !== 'signed') return;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rules = loaded.pack.commitment?.verification;
  if (rules?.limit === undefined) return;
  const limit = rules.cite === undefined ? rules.limit : { ...rules.limit, cite: rules.cite };
  const { departmentId } = subject;
  await startClock({ app, change, kind: 'verification', limit, startAt: change.now, departmentId });
}

/** What a broken commitment entails, where this outcome of this step says that it was broken. */
export function breaksCommitment(
  loaded: LoadedPack,
  subject: Pick<CaseDocument, 'commitment'>,
  step: string,
  outcome: string,
): Rules['onFailure'] | undefined {
  const rules = loaded.pack.commitment;
  if (rules === undefined || !isVerification(rules, step) || !isOpen(subject)) return undefined;
  return rules.verification.failOutcomes.includes(outcome) ? rules.onFailure : undefined;
}

/**
 * What completing a step of the verification means: kept, to be corrected within a period (with a written order), or
 * broken, which annuls the decision and the license and goes into the credit record. Any other step: nothing.
 * Returns the engine variables that it sets: until when a correction is waited for.
 */
export async function verifyCommitment(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  step: string;
  outcome: string;
  data: Record<string, unknown>;
  comment: string | undefined;
}): Promise<Record<string, string>> {
  const { app, change, step, outcome } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const rules = loaded.pack.commitment;
  const { commitment } = subject;
  if (rules === undefined || commitment === undefined) return {};
  if (rules.verification.correction?.wait?.step === step) await reportCorrection(app, change);
  if (!isVerification(rules, step) || !isOpen(subject)) return {};
  await stopClocks({ app, change, kinds: ['verification', 'correction'] });
  const reason = reasonOf(options.data, options.comment);
  const broken = breaksCommitment(loaded, subject, step, outcome);
  const { correction } = rules.verification;
  if (broken !== undefined) {
    subject.commitment = { ...commitment, state: 'broken' };
    await annulDecision({ app, change, actor: options.actor, rules: broken, reason });
  } else if (step === rules.verification.step && correction?.outcomes.includes(outcome)) {
    subject.commitment = { ...commitment, state: 'correcting' };
    return orderCorrection(app, change, correction, reason);
  } else {
    subject.commitment = { ...commitment, state: 'kept' };
    change.event('commitmentKept');
  }
  return {};
}

/** The company says that it has corrected what was found: its time is over, the department verifies again. */
async function reportCorrection(app: AppContext, change: CaseChange): Promise<void> {
  await stopClocks({ app, change, kinds: ['correction'] });
  change.event('correctionReported');
}

/** The timer of the process ended the wait: the time to correct is over and nobody has reported anything. */
export async function lapseCorrection(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
  /** Step of the task that vanished. */
  step: string;
}): Promise<void> {
  const { change, loaded, step } = options;
  if (loaded.pack.commitment?.verification.correction?.wait?.step !== step) return;
  await stopClocks({ ...options, kinds: ['correction'] });
  change.event('correctionNotReported');
}

async function orderCorrection(
  app: AppContext,
  change: CaseChange,
  { limit, wait }: NonNullable<Rules['verification']['correction']>,
  reason: string,
): Promise<Record<string, string>> {
  const { subject, now } = change;
  const { departmentId } = subject;
  if (!hasDue(limit)) throw new Error('a correction has a period');
  const { dueDay, dueAt } = computeDue({ limit, startAt: now }, app.calendar.calendar, now);
  await startClock({ app, change, kind: 'correction', limit, startAt: now, departmentId });
  const facts = { reason, correctByDay: chineseDate(dueDay) };
  const documentNo = await oweDocument({ app, change, kind: 'correctionOrder', facts });
  change.event('correctionOrdered', { documentNo, until: dueDay });
  return wait === undefined ? {} : { [wait.variable]: dueAt.toISOString().replace(/\.\d+/, '') };
}

function isVerification({ verification }: Rules, step: string): boolean {
  return step === verification.step || step === verification.correction?.step;
}

function isOpen({ commitment }: Pick<CaseDocument, 'commitment'>): boolean {
  return commitment?.state === 'signed' || commitment?.state === 'correcting';
}
