import {
  type BaseDocument,
  count,
  documentSchema,
  nested,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

export const assignmentMethods = ['roundRobin', 'leastLoad', 'byArea'] as const;
export type AssignmentMethod = (typeof assignmentMethods)[number];

/** How new tasks of a department find their person: for one step, for one item, or for all. */
export interface AssignmentRuleDocument extends BaseDocument {
  version: number;
  departmentId: string;
  /** `pack|step`, `pack|` for a whole item, `|` for everything. */
  key: string;
  method: AssignmentMethod;
  /** Ids, in the order in which they take turns. */
  members: string[];
  /** Who takes the matters of which town or village; only for `byArea`. */
  areas: { division: string; userId: string }[];
  /** Who had the last turn. */
  lastUserId?: string;
}

export const assignmentRuleSchema = documentSchema<AssignmentRuleDocument>('assignmentRules', {
  version: count,
  departmentId: text,
  key: { type: String, required: true },
  method: text,
  members: texts,
  areas: nested,
  lastUserId: optionalText,
});
assignmentRuleSchema.index({ tenant: 1, departmentId: 1, key: 1 }, { unique: true });

export function ruleKey(packCode: string, stepKey: string): string {
  return `${packCode}|${stepKey}`;
}
