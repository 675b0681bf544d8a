import type { AppContext } from '../../app/appContext.ts';
import { recordSecurityEvent } from '../../audit/recordSecurityEvent.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { isDuplicateKey } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import type { RuleSetting, SupervisionRuleDocument } from './model.ts';
import { ruleFile, type SupervisionRule } from './ruleFile.ts';
import { ruleInForce, rulesInForce } from './rulesInForce.ts';

/**
 * The administrator changes a rule for the district: on or off, its thresholds, its handling limit. Every change stays
 * with its reason; findings opened before keep the rule as it was.
 * Throws AppError `notFound` (no such rule), `thresholdOutside`, `versionConflict`.
 */
export async function changeRule(input: {
  app: AppContext;
  actor: Actor;
  ruleId: string;
  /** Number of changes that the administrator has seen. */
  seen: number;
  enabled: boolean;
  parameters: Record<string, number>;
  handling: string;
  reason: string;
}) {
  const { app, actor, ruleId, seen, reason } = input;
  const rule = ruleFile.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) throw new AppError('notFound');
  requireWithin(rule, input.parameters);
  const { tenant } = app;
  const known = (await app.models.supervisionRules
    .findOne({ tenant, ruleId })
    .lean()) as SupervisionRuleDocument | null;
  if ((known?.version ?? 0) !== seen)
    throw new AppError('versionConflict', { extra: { currentVersion: known?.version ?? 0 } });
  const after: RuleSetting = {
    enabled: input.enabled,
    parameters: input.parameters,
    ...(input.handling === rule.handling ? {} : { handling: input.handling }),
  };
  const before: RuleSetting = {
    enabled: known?.enabled ?? true,
    parameters: known?.parameters ?? {},
    ...(known?.handling === undefined ? {} : { handling: known.handling }),
  };
  const change = { at: app.time.now(), by: asAuthor(actor), reason, before, after };
  await save(app, known, {
    _id: known?._id ?? newId(),
    schemaVersion: 1,
    tenant,
    ruleId,
    version: seen + 1,
    ...after,
    changes: [...(known?.changes ?? []), change],
  });
  const details = { rule: ruleId, version: seen + 1 };
  await recordSecurityEvent({ app, type: 'supervisionRuleChanged', actor: asEventActor(actor), details });
  return viewRule(await ruleInForce(app, ruleId), [...(known?.changes ?? []), change]);
}

async function save(app: AppContext, known: SupervisionRuleDocument | null, next: SupervisionRuleDocument) {
  if (known === null) {
    try {
      await app.models.supervisionRules.insertMany([next]);
    } catch (error) {
      throw isDuplicateKey(error) ? new AppError('versionConflict') : error;
    }
    return;
  }
  const saved = await app.models.supervisionRules.replaceOne(
    { _id: known._id, version: known.version },
    next,
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}

function requireWithin(rule: SupervisionRule, parameters: Record<string, number>): void {
  for (const [key, value] of Object.entries(parameters)) {
    const known = rule.parameters[key];
    if (known === undefined) throw new AppError('notFound');
    if (!Number.isInteger(value) || value < known.minimum || value > known.maximum)
      throw new AppError('thresholdOutside', {
        params: { name: known.name['zh-CN'], minimum: known.minimum, maximum: known.maximum },
      });
  }
}

/** Every rule with its trail, for whoever supervises and for the administrator. */
export async function listRules(app: AppContext) {
  const [rules, trails] = await Promise.all([
    rulesInForce(app),
    app.models.supervisionRules.find({ tenant: app.tenant }).lean() as Promise<SupervisionRuleDocument[]>,
  ]);
  return {
    version: ruleFile.version,
    items: rules.map((one) =>
      viewRule(one, trails.find(({ ruleId }) => ruleId === one.rule.id)?.changes ?? []),
    ),
  };
}

function viewRule(
  { rule, enabled, thresholds, handling }: Awaited<ReturnType<typeof ruleInForce>>,
  changes: SupervisionRuleDocument['changes'],
) {
  return {
    id: rule.id,
    name: rule.name,
    severity: rule.severity,
    basis: rule.basis,
    enabled,
    handling,
    parameters: Object.entries(rule.parameters).map(([key, { name, minimum, maximum, value }]) => ({
      key,
      name,
      minimum,
      maximum,
      usual: value,
      value: thresholds[key] ?? value,
    })),
    changed: changes.length,
    changes: changes.map(({ at, by, reason, before, after }) => ({
      at: at.toISOString(),
      by: by.name,
      reason,
      before,
      after,
    })),
  };
}
