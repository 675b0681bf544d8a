import type { AppContext } from '../../app/appContext.ts';
import { recordSecurityEvent } from '../../audit/recordSecurityEvent.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { isDuplicateKey } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import type { PerformanceSchemeDocument, SchemeChange } from '../model.ts';
import { type Indicator, type Scheme, type SchemeKind, schemeKinds, schemeOf } from './schemeFile.ts';
import { completed, readSchemeChanges, type SchemeSetting, schemeInForce } from './schemeInForce.ts';

/**
 * The administrator sets minimum, weights and scoring of a scheme, with the reason. It counts for what is published from
 * now on; a published evaluation keeps the version by which it was made.
 * Throws AppError `notFound` (no such indicator or parameter), `thresholdOutside`, `weightsNot100`, `linesCrossed`, `versionConflict`.
 */
export async function changeScheme(input: {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  /** Number of changes that the administrator has seen. */
  seen: number;
  setting: SchemeSetting;
  reason: string;
}) {
  const { app, actor, kind, seen, setting, reason } = input;
  requireSound(schemeOf(kind), setting);
  const { tenant } = app;
  const known = await readSchemeChanges(app, kind);
  const current = known?.version ?? 0;
  if (current !== seen) throw new AppError('versionConflict', { extra: { currentVersion: current } });
  const change: SchemeChange = {
    at: app.time.now(),
    by: asAuthor(actor),
    reason,
    before: completed(kind, known?.setting),
    after: setting,
  };
  const next: PerformanceSchemeDocument = {
    _id: known?._id ?? newId(),
    schemaVersion: 1,
    tenant,
    kind,
    version: seen + 1,
    setting,
    changes: [...(known?.changes ?? []), change],
  };
  await save(app, known, next);
  const details = { scheme: kind, version: next.version };
  await recordSecurityEvent({ app, type: 'evaluationSchemeChanged', actor: asEventActor(actor), details });
  return viewScheme(app, kind);
}

async function save(
  app: AppContext,
  known: PerformanceSchemeDocument | null,
  next: PerformanceSchemeDocument,
): Promise<void> {
  if (known === null) {
    await app.models.performanceSchemes.insertMany([next]).catch((error: unknown) => {
      throw isDuplicateKey(error) ? new AppError('versionConflict') : error;
    });
    return;
  }
  const saved = await app.models.performanceSchemes.replaceOne(
    { _id: known._id, version: known.version },
    next,
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}

/** Every indicator set, within its bounds, weights 100 together, the lines on their sides. */
function requireSound({ minimum, indicators }: Scheme, setting: SchemeSetting): void {
  requireWithin(minimum, setting.minimum);
  if (
    Object.keys(setting.indicators).sort().join() !==
    indicators
      .map(({ id }) => id)
      .sort()
      .join()
  )
    throw new AppError('notFound');
  let weights = 0;
  for (const indicator of indicators) {
    const own = setting.indicators[indicator.id];
    if (own === undefined) throw new AppError('notFound');
    weights += own.weight;
    requireParameters(indicator, own.parameters);
  }
  if (weights !== 100) throw new AppError('weightsNot100', { params: { sum: weights } });
}

function requireParameters(indicator: Indicator, values: Record<string, number>): void {
  const { parameters, better, measure, name } = indicator;
  if (Object.keys(values).sort().join() !== Object.keys(parameters).sort().join())
    throw new AppError('notFound');
  for (const [key, parameter] of Object.entries(parameters))
    requireWithin(parameter, values[key] ?? Number.NaN);
  const [full, zero] = [values['full'] ?? 0, values['zero'] ?? 0];
  const right = better === 'higher' ? full > zero : full < zero;
  if (measure !== 'deduct' && !right) throw new AppError('linesCrossed', { params: { name: name['zh-CN'] } });
}

function requireWithin({ minimum, maximum, name }: Scheme['minimum'], value: number): void {
  if (!Number.isInteger(value) || value < minimum || value > maximum)
    throw new AppError('thresholdOutside', { params: { name: name['zh-CN'], minimum, maximum } });
}

/** Every scheme as it counts now, with the trail of its changes. */
export async function listSchemes(app: AppContext) {
  return { items: await Promise.all(schemeKinds.map((kind) => viewScheme(app, kind))) };
}

export async function viewScheme(app: AppContext, kind: SchemeKind) {
  const { name, base, minimum, indicators } = schemeOf(kind);
  const [{ version, setting }, known] = await Promise.all([
    schemeInForce(app, kind),
    readSchemeChanges(app, kind),
  ]);
  const parameter = (key: string, of: Scheme['minimum'], value: number) => ({
    key,
    name: of.name,
    minimum: of.minimum,
    maximum: of.maximum,
    usual: of.value,
    value,
  });
  return {
    kind,
    name,
    base,
    version,
    changed: known?.version ?? 0,
    minimum: parameter('minimum', minimum, setting.minimum),
    indicators: indicators.map((one) => ({
      id: one.id,
      name: one.name,
      counts: one.counts,
      measure: one.measure,
      usualWeight: one.weight,
      weight: setting.indicators[one.id]?.weight ?? 0,
      parameters: Object.entries(one.parameters).map(([key, of]) =>
        parameter(key, of, setting.indicators[one.id]?.parameters[key] ?? of.value),
      ),
    })),
    changes: (known?.changes ?? [])
      .map(({ at, by, reason, before, after }) => ({
        at: at.toISOString(),
        by: by.name,
        reason,
        lines: differences(kind, before, after),
      }))
      .reverse(),
  };
}

/** What a change changed, each with its name, the value before and after. */
function differences(kind: SchemeKind, before: SchemeSetting, after: SchemeSetting) {
  const { minimum, indicators } = schemeOf(kind);
  const lines = indicators.flatMap(({ id, name, parameters }) => {
    const [one, other] = [before.indicators[id], after.indicators[id]];
    const weight = { name, of: null, from: one?.weight ?? 0, to: other?.weight ?? 0 };
    const others = Object.entries(parameters).map(([key, parameter]) => ({
      name,
      of: parameter.name,
      from: one?.parameters[key] ?? parameter.value,
      to: other?.parameters[key] ?? parameter.value,
    }));
    return [weight, ...others];
  });
  const least = { name: minimum.name, of: null, from: before.minimum, to: after.minimum };
  return [least, ...lines].filter(({ from, to }) => from !== to);
}
