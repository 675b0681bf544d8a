import { shanghaiTime } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { requireOwnDraft } from '../intake/requireOwnDraft.ts';
import type { DeliveryWish } from './model.ts';

/**
 * How the applicant wants to get the decision, until it is delivered. Post needs an address; electronic delivery needs an
 * address and the written consent of the applicant, which is recorded with its time and clerk.
 * Throws AppError `invalidRequest`, `stateConflict`.
 */
export async function wishDelivery(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  wish: { method: DeliveryWish['method']; address?: string | undefined; consent?: boolean | undefined };
}): Promise<CaseDocument> {
  const { app, actor, caseId, wish } = input;
  requireOwnDraft(actor, await readIntakeCase(app, actor, caseId));
  const address = wish.address?.trim() ?? '';
  if (wish.method !== 'window' && address === '')
    throw refused('address', { 'zh-CN': '请填写送达地址。', en: 'Give the address.' });
  if (wish.method === 'electronic' && wish.consent !== true)
    throw refused('consent', {
      'zh-CN': '电子送达须经申请人书面同意。',
      en: 'Electronic delivery needs the written consent of the applicant.',
    });
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: (change) => {
      requireState(change.subject, 'draft', 'received', 'supplementing', 'accepted', 'decided');
      const delivery: DeliveryWish = {
        method: wish.method,
        ...(wish.method === 'post' ? { address } : {}),
        ...(wish.method === 'electronic'
          ? {
              electronicAddress: address,
              consent: { at: shanghaiTime(change.now), clerk: actor.name },
            }
          : {}),
      };
      const person = personOf(app, change.subject);
      change.subject.sealedPerson = app.cipher.seal({ ...person, delivery }, change.subject._id);
      change.event('deliveryWished', { method: wish.method });
    },
  });
  return subject;
}

function refused(path: string, message: FieldProblem['message']): AppError {
  return new AppError('invalidRequest', {
    problems: [{ path, pointer: `/${path}`, rule: 'required', message }],
  });
}
