import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { PublicationDocument, WithdrawalGround } from './model.ts';
import { stopPublicationClock } from './publishDecision.ts';
import { openFields, savePublication } from './savePublication.ts';

/**
 * Takes a published entry down, or decides that a decision is not published at all (《政府信息公开条例》第十四条至第十六条:
 * state and trade secrets, privacy), which only the head of the department may; with a reason that the audit keeps.
 * Throws AppError `publicationHead`, `stateConflict`, `versionConflict`.
 */
export async function withdrawPublication(input: {
  app: AppContext;
  actor: Actor;
  publication: PublicationDocument;
  ground: WithdrawalGround;
  reason: string;
}): Promise<PublicationDocument> {
  const { app, actor, publication } = input;
  const { state } = publication;
  if (state !== 'published' && state !== 'due') throw new AppError('stateConflict', { params: { state } });
  if (state === 'due' && !actor.roles.includes('head')) throw new AppError('publicationHead');
  const { result } = await changeCase({
    app,
    caseId: publication.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: (change) => takeBack({ ...input, change }),
  });
  return result;
}

/** The same in the transaction of the caller's. */
export async function takeBack(options: {
  app: AppContext;
  change: CaseChange;
  publication: PublicationDocument;
  ground: WithdrawalGround;
  reason: string;
}): Promise<PublicationDocument> {
  const { app, change, publication, ground, reason } = options;
  const never = publication.state === 'due';
  if (never) await stopPublicationClock(app, change, publication);
  change.event(never ? 'publicationExempted' : 'publicationWithdrawn', { ground, reason });
  return savePublication(app, change, publication, {
    set: { state: never ? 'exempt' : 'withdrawn', ended: { ground, at: change.now } },
    unset: openFields,
  });
}
