import { computeDue, shanghaiDay } from '@onewindow/clocks';
import type { Effect, Outcome, Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { pauseClocks, resumeClocks } from '../clocks/pauseClocks.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { oweDocument } from '../documents/oweDocument.ts';

interface EffectCall {
  app: AppContext;
  change: CaseChange;
  data: Record<string, unknown>;
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
  if ('startPublicNotice' in effect) return startPublicNotice(call, effect.startPublicNotice);
  return recordDelivery(call);
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
  const reason = String(readPointer(data, effect.reasonFrom) ?? '');
  const expectedDays = Number(readPointer(data, effect.expectedDaysFrom) ?? 0);
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
  });
  change.event('specialProcedureStarted', {
    procedure: procedure.key,
    ground: procedure.ground,
    documentNo,
    expectedDays,
  });
  return {};
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
  change.event('publicNoticeStarted', { until: due.dueDay, from: shanghaiDay(change.now) });
  return { [effect.variable]: due.dueAt.toISOString().replace(/\.\d+/, '') };
}

async function recordDelivery(call: EffectCall): Promise<Variables> {
  const { change } = call;
  const { decision } = change.subject;
  change.subject.state = 'delivered';
  await stopClocks({ ...call, kinds: ['delivery'] });
  change.event('delivered', {});
  await oweDocument({
    ...call,
    kind: 'deliveryReceipt',
    slot: String(decision?.annulled?.number ?? decision?.number ?? 1),
  });
  return {};
}
