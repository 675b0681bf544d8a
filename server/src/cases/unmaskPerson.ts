import type { AppContext } from '../app/appContext.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { changeCase } from './changeCase.ts';
import type { CasePerson } from './model.ts';
import { personOf } from './personOf.ts';
import { readCase } from './readCase.ts';

/** Why a supervisor may need to know who an applicant is; the words stand in the event texts. */
export const unmaskReasons = ['complaint', 'inspection', 'contact', 'identity'] as const;

/**
 * Shows a supervisor the persons of a case in clear (Personal Information Protection Law art. 6: for a stated purpose); each
 * time is an event of the case with its reason. Throws AppError `notFound`.
 */
export async function unmaskPerson(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  reason: (typeof unmaskReasons)[number];
}): Promise<CasePerson> {
  const { app, actor, caseId, reason } = input;
  await readCase(app, actor, caseId);
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: (change) => change.event('personUnmasked', { reason }),
  });
  return personOf(app, subject);
}
