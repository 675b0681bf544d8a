import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  nested,
  optionalText,
  text,
} from '../../store/documentSchema.ts';

/** One change of a rule: who, when, why, from what to what. */
export interface RuleChange {
  at: Date;
  by: { id: string; name: string; departmentId: string };
  reason: string;
  before: RuleSetting;
  after: RuleSetting;
}

/** What a district may set of a rule. */
export interface RuleSetting {
  enabled: boolean;
  /** Thresholds that differ from the rule file's, by name. */
  parameters: Record<string, number>;
  /** Short form of the handling limit, where it differs. */
  handling?: string;
}

/** A rule as the district has changed it, with the trail of its changes. */
export interface SupervisionRuleDocument extends BaseDocument, RuleSetting {
  ruleId: string;
  version: number;
  changes: RuleChange[];
}

export const supervisionRuleSchema = documentSchema<SupervisionRuleDocument>('supervisionRules', {
  ruleId: text,
  enabled: flag,
  parameters: nested,
  handling: optionalText,
  version: count,
  changes: nested,
});
supervisionRuleSchema.index({ tenant: 1, ruleId: 1 }, { unique: true });
