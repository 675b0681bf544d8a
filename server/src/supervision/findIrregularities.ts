import type { AppContext } from '../app/appContext.ts';
import type { EventDocument } from '../audit/model.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { openFinding } from './openFinding.ts';
import { detectors } from './rules/detectors.ts';
import { readTrail } from './rules/readTrail.ts';
import { ruleFile } from './rules/ruleFile.ts';
import { rulesInForce } from './rules/rulesInForce.ts';

/** Events that some rule looks at; nothing is read for any other. */
const looked: ReadonlySet<string> = new Set(ruleFile.rules.flatMap(({ looksAt }) => looksAt));

/**
 * Lets the rules look at what a change has done to a case, in its transaction: what they find opens a finding, once for
 * each thing found, and is committed with its cause or not at all.
 */
export async function findIrregularities(
  app: AppContext,
  change: CaseChange,
  fresh: readonly EventDocument[],
): Promise<void> {
  if (!fresh.some(({ type }) => looked.has(type))) return;
  const rules = (await rulesInForce(app, change.session)).filter(
    ({ enabled, rule }) => enabled && fresh.some(({ type }) => rule.looksAt.includes(type)),
  );
  if (rules.length === 0) return;
  const trail = await readTrail(app, change, fresh);
  for (const inForce of rules) {
    const { rule, thresholds } = inForce;
    for (const found of detectors[rule.id]?.(trail, thresholds) ?? [])
      await openFinding(app, change, {
        effectKey: `${change.subject._id}:${rule.id}:${found.key}`,
        kind: rule.id,
        departmentId: responsible(change, fresh),
        dueAt: change.now,
        details: found.details,
        rests: found.rests,
        inForce,
      });
  }
}

/** The department of whoever acted; of an act of the system, the one that has the case. */
function responsible({ subject }: CaseChange, fresh: readonly EventDocument[]): string {
  const acted = fresh.findLast(({ type }) => looked.has(type))?.actor;
  return acted?.kind === 'user' ? acted.departmentId : subject.departmentId;
}
