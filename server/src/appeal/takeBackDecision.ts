import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { Actor } from '../identity/actor.ts';
import { annulLicenses } from '../licenses/annulLicenses.ts';
import { endEntitlementOfCase } from '../payment/endEntitlement.ts';
import { articleOf } from './articleOf.ts';
import { endFirstCase } from './endFirstCase.ts';
import type { AppealKind, AppealOutcome } from './model.ts';

export type Overturning = Extract<AppealOutcome, 'changed' | 'revoked'>;

export function isOverturning(outcome: AppealOutcome): outcome is Overturning {
  return outcome === 'changed' || outcome === 'revoked';
}

/**
 * The decision of a case loses its effect by the result of an appeal, and with it the licenses that it issued and what it
 * pays, and what the case still does for it (`endFirstCase`). Nothing is deleted: decision, license and publication show since when and by which paper. In the caller's transaction.
 */
export async function takeBackDecision(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  way: AppealKind;
  outcome: Overturning;
  /** Number of the paper of the body or court; empty for an appeal to the department itself. */
  documentNo: string;
  reason: string;
  /** The case in which the matter is decided anew. */
  remade: { caseId: string; caseNo: string } | undefined;
}): Promise<void> {
  const { app, change, actor, way, outcome, documentNo, reason, remade } = options;
  const { subject, now } = change;
  const { decision } = subject;
  if (decision === undefined) throw new Error(`case ${subject._id} has no decision to take back`);
  subject.decision = {
    ...decision,
    annulled: {
      ...{ number: decision.number, at: now, documentNo, reason, outcome },
      ...(remade === undefined ? {} : { remade }),
    },
  };
  const legalBasis = articleOf(way, outcome);
  change.event('decisionOverturned', { way, result: outcome, documentNo });
  if (remade !== undefined) change.event('matterReopened', { caseNo: remade.caseNo });
  await annulLicenses({ app, change, actor, documentNo, legalBasis, goesOn: remade !== undefined });
  await endEntitlementOfCase({ app, change, ground: 'annulled', details: { documentNo } });
  await endFirstCase({ app, change, documentNo, anew: remade !== undefined });
}
