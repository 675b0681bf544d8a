import { computeDue, formatLimit, type Limit, shanghaiDay } from '@onewindow/clocks';
import type { Effect, Outcome, Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { extendInChange } from '../clocks/extendClocks.ts';
import type { ClockWatch } from '../clocks/model.ts';
import { pauseClocks, resumeClocks } from '../clocks/pauseClocks.ts';
import { overlongKey } from '../clocks/planClock.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { type DeliveryProof, proofAsFacts } from '../delivery/deliveryProof.ts';
import { actOnCaseFile } from '../dispatch/actOnCaseFile.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { AppError } from '../errors/appError.ts';
import { noteExternal } from '../external/recordExternal.ts';
import type { Actor } from '../identity/actor.ts';
import { postNotice } from '../publicNotice/postNotice.ts';
import { askForRating } from '../satisfaction/askForRating.ts';

interface EffectCall {
  app: AppContext;
  change: CaseChange;
  /** Key of the step. */
  stepKey: string;
  data: Record<string, unknown>;
  /** Who completes the step, and for which department. */
  actor: Actor;
  departmentId: string;
  /** Proof of a delivery, where there is one beside the form. */
  delivery?: DeliveryProof | undefined;
}

type Variables = Record<string, string>;

/** Applies what completing a step with this outcome does to the case. Returns the engine variables it sets. */
export async function applyEffects(
  options: EffectCall & { step: Step; outcome: Outcome },
): Promise<Variables> {
  const variables: Variables = {};
  for (const effect of options.step.effects) {
    if (effect.on !== undefined && !effect.on.includes(options.outcome.key)) continue;
    Object.assign(variables, await applyEffect(options, effect));
  }
  return variables;
}

async function applyEffect(call: EffectCall, effect: Effect): Promise<Variables> {
  if ('startSpecialProcedure' in effect) return startSpecialProcedure(call, effect.startSpecialProcedure);
  if ('endSpecialProcedure' in effect) {
    await resumeClocks({ ...call, procedure: effect.endSpecialProcedure.procedure });
    await stopClocks({ ...call, kinds: ['specialProcedure'] });
    call.change.event('specialProcedureEnded', effect.endSpecialProcedure);
    return {};
  }
  if ('extendLimit' in effect) return extendLimit(call, effect.extendLimit);
  if ('startPublicNotice' in effect) return startPublicNotice(call, effect.startPublicNotice);
  if ('recordExternal' in effect) return recordFromForm(call, effect.recordExternal);
  if ('dispatch' in effect) return actOnCaseFile({ ...call, effect: effect.dispatch });
  return recordDelivery(call, effect.recordDelivery.of);
}

/** Administrative License Law art. 45: a written notice with reason and expected length, then the clocks pause. */
async function startSpecialProcedure(
  call: EffectCall,
  effect: Extract<Effect, { startSpecialProcedure: unknown }>['startSpecialProcedure'],
): Promise<Variables> {
  const { app, change, data } = call;
  const { pack } = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const procedure = pack.specialProcedures.find((entry) => entry.key === effect.procedure);
  if (procedure === undefined) throw new Error(`pack has no special procedure ${effect.procedure}`);
  if (procedure.approver === 'head' && !call.actor.roles.includes('head'))
    throw new AppError('approverRequired', { params: { procedure: procedure.name['zh-CN'] } });
  if (await isUnderWay(change, procedure.key)) return {};
  const reason = String(readPointer(data, effect.reasonFrom) ?? '');
  const expectedDays = Number(readPointer(data, effect.expectedDaysFrom) ?? 0);
  if (reason.trim() === '' || !(expectedDays > 0)) throw new AppError('procedureUnreasoned');
  const earlier = await app.models.caseDocuments.countDocuments(
    { tenant: app.tenant, caseId: change.subject._id, kind: 'specialProcedureNotice' },
    { session: change.session },
  );
  const documentNo = await oweDocument({
    app,
    change,
    kind: 'specialProcedureNotice',
    slot: String(earlier + 1),
    facts: {
      procedureName: procedure.name['zh-CN'],
      legalBasis: procedure.cite,
      reason,
      expectedLength: `${expectedDays}日`,
    },
  });
  await pauseClocks({ app, change, procedure: procedure.key, reason: procedure.ground, documentNo });
  await startClock({
    app,
    change,
    kind: 'specialProcedure',
    limit: expectedDays > 0 ? { value: Math.round(expectedDays), unit: 'day' } : undefined,
    startAt: change.now,
    departmentId: change.subject.departmentId,
    watches: procedure.maximum === undefined ? [] : [overlong(procedure.maximum)],
  });
  change.event('specialProcedureStarted', {
    procedure: procedure.key,
    ground: procedure.ground,
    documentNo,
    expectedDays,
  });
  return {};
}

/** Administrative License Law art. 42. */
async function extendLimit(
  { app, change, data, actor }: EffectCall,
  effect: Extract<Effect, { extendLimit: unknown }>['extendLimit'],
): Promise<Variables> {
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const maximum = loaded.limitsOf(subject.operation, subject.limitVariant).extension?.maximum;
  // Without a rule in a number of something it is refused below.
  const unit = maximum !== undefined && 'value' in maximum ? maximum.unit : 'workday';
  const value = Number(readPointer(data, effect.amountFrom) ?? 0);
  const reason = String(readPointer(data, effect.reasonFrom) ?? '');
  await extendInChange({ app, change, actor, amount: { value, unit }, reason });
  return {};
}

/** Whether completing a step with an outcome extends the limits of its case. */
export function extendsLimit(step: Step, outcome: string): boolean {
  return step.effects.some(
    (effect) => 'extendLimit' in effect && (effect.on === undefined || effect.on.includes(outcome)),
  );
}

/** A second start of what is under way already changes nothing: its notice has been given. */
async function isUnderWay(change: CaseChange, procedure: string): Promise<boolean> {
  const clocks = await change.clocks.all();
  return clocks.some((clock) =>
    clock.pauses.some((pause) => pause.procedure === procedure && pause.to === undefined),
  );
}

function overlong(maximum: Limit): ClockWatch {
  return { key: overlongKey, after: formatLimit(maximum), notify: ['head', 'supervisor'] };
}

async function startPublicNotice(
  call: EffectCall,
  effect: Extract<Effect, { startPublicNotice: unknown }>['startPublicNotice'],
): Promise<Variables> {
  const { app, change } = call;
  if (effect.limit.unit === 'none') return {};
  const due = computeDue({ limit: effect.limit, startAt: change.now }, app.calendar.calendar, change.now);
  await startClock({
    app,
    change,
    kind: 'publicNotice',
    limit: effect.limit,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
  const from = shanghaiDay(change.now);
  await postNotice({ ...call, effect, step: call.stepKey, from, due });
  change.event('publicNoticeStarted', { until: due.dueDay, from });
  return { [effect.variable]: due.dueAt.toISOString().replace(/\.\d+/, '') };
}

/** What the officer has read in the other system, written down once: in the form of the step. */
async function recordFromForm(
  { app, change, data }: EffectCall,
  effect: Extract<Effect, { recordExternal: unknown }>['recordExternal'],
): Promise<Variables> {
  const text = (pointer: string | undefined) => {
    const value = pointer === undefined ? undefined : readPointer(data, pointer);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  await noteExternal(app, change, { number: text(effect.numberFrom), status: text(effect.statusFrom) });
  return {};
}

/** 送达 of the decision or of its annulment: its own clock stops, the other delivery goes on. */
async function recordDelivery(call: EffectCall, of: 'decision' | 'annulment'): Promise<Variables> {
  const { change } = call;
  const { decision } = change.subject;
  const number = (of === 'annulment' ? decision?.annulled?.number : decision?.number) ?? 1;
  const at = call.delivery?.at ?? change.now;
  await stopClocks({ app: call.app, change, kinds: ['delivery'], decisionNo: number, at });
  const open = (await change.clocks.all()).some(
    ({ kind, state }) => kind === 'delivery' && (state === 'running' || state === 'paused'),
  );
  if (of === 'decision' || !open) change.subject.state = 'delivered';
  change.event('delivered', call.delivery === undefined ? {} : { method: call.delivery.method });
  await oweDocument({
    ...call,
    kind: 'deliveryReceipt',
    slot: String(number),
    ...(call.delivery === undefined ? {} : { facts: proofAsFacts(call.delivery) }),
  });
  if (of === 'decision') await askForRating(call);
  return {};
}
