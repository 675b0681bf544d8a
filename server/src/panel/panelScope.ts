import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';

type Subject = Pick<CaseDocument, 'tenant' | 'panels'>;

/** May this person read the case as an expert? Whoever sits in its panel; who has withdrawn no longer does. */
export function sitsInPanel(actor: Actor, subject: Subject): boolean {
  return (
    actor.tenant === subject.tenant &&
    actor.roles.includes('expert') &&
    (subject.panels ?? []).some(({ members }) =>
      members.some(({ id, state }) => id === actor.id && state !== 'recused'),
    )
  );
}

/**
 * Is what another expert said kept from this person? Each opinion is given independently: until all are there, experts
 * see their own only; then the chair sees all of them, to conclude.
 */
export function isKeptFrom(
  actor: Actor,
  subject: Subject,
  said: { stepKey: string; by: { id: string } },
): boolean {
  if (actor.roles.includes('approver') || actor.roles.includes('head')) return false;
  const panel = subject.panels?.find(({ step }) => step === said.stepKey);
  if (panel === undefined || !actor.roles.includes('expert') || said.by.id === actor.id) return false;
  const complete = panel.members.every(({ state }) => state !== 'appointed');
  return !(complete && panel.members.some(({ id, chair }) => id === actor.id && chair));
}
