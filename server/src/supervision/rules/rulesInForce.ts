import type { ClientSession } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { RuleSetting, SupervisionRuleDocument } from './model.ts';
import { ruleFile, ruleOf, type SupervisionRule } from './ruleFile.ts';

/** A rule as it counts in the district now. */
export interface RuleInForce {
  rule: SupervisionRule;
  enabled: boolean;
  thresholds: Record<string, number>;
  /** Short form of the handling limit. */
  handling: string;
  /** `file version.number of the district's changes`: findings keep it. */
  version: string;
}

/** The rule file with what the district has changed of it. */
export async function rulesInForce(app: AppContext, session?: ClientSession): Promise<RuleInForce[]> {
  const changed = (await app.models.supervisionRules
    .find({ tenant: app.tenant }, { changes: 0 }, session === undefined ? {} : { session })
    .lean()) as unknown as SupervisionRuleDocument[];
  return ruleFile.rules.map((rule) =>
    inForce(
      rule,
      changed.find(({ ruleId }) => ruleId === rule.id),
    ),
  );
}

/** The same for one rule. */
export async function ruleInForce(
  app: AppContext,
  id: string,
  session?: ClientSession,
): Promise<RuleInForce> {
  const changed = (await app.models.supervisionRules
    .findOne({ tenant: app.tenant, ruleId: id }, { changes: 0 }, session === undefined ? {} : { session })
    .lean()) as unknown as SupervisionRuleDocument | null;
  return inForce(ruleOf(id), changed ?? undefined);
}

function inForce(
  rule: SupervisionRule,
  changed: (RuleSetting & { version: number }) | undefined,
): RuleInForce {
  const own = Object.entries(rule.parameters).map(([key, { value }]) => [
    key,
    changed?.parameters[key] ?? value,
  ]);
  return {
    rule,
    enabled: changed?.enabled ?? true,
    thresholds: Object.fromEntries(own) as Record<string, number>,
    handling: changed?.handling ?? rule.handling,
    version: `${ruleFile.version}.${changed?.version ?? 0}`,
  };
}
