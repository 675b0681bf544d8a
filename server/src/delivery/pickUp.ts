import texts from '../../data/deliveryTexts.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import type { CasePerson } from '../cases/model.ts';
import { personOf } from '../cases/personOf.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { completeTask } from '../inbox/completeTask.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { checkPerson } from '../intake/checkPerson.ts';
import { type DeliveryProof, proofAsForm } from './deliveryProof.ts';
import { requireDeliveryTask } from './requireDeliveryTask.ts';

export interface Receiver {
  kind: 'applicant' | 'legalRepresentative' | 'agent' | 'other';
  name: string;
  /** Of the identity document shown at the window. */
  idNumber: string;
  /** Letter of authorisation of somebody whom the case does not name. */
  authorisation?: string | undefined;
}

/**
 * 窗口领取: the documents are handed to the person who came, after their identity document was compared with the case: the
 * applicant or the agent by name and number, a legal representative by name, anybody else by a letter of authorisation.
 * Completes the delivery with that proof.
 * Throws AppError `receiverMismatch`, `invalidRequest` and what completing a task throws.
 */
export async function pickUp(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  receiver: Receiver;
}): Promise<Changed<void> & { task: TaskDocument }> {
  const { app, actor, taskId, receiver } = input;
  const { subject, outcome } = await requireDeliveryTask(app, actor, taskId);
  const idNumber = receiver.idNumber.trim().toUpperCase();
  checkNumber(app, receiver.name, idNumber);
  const authorisation = receiver.authorisation?.trim() ?? '';
  if (receiver.kind === 'other' && authorisation === '') throw needsAuthorisation();
  if (!isEntitled(personOf(app, subject), { ...receiver, idNumber })) throw new AppError('receiverMismatch');
  const proof: DeliveryProof = {
    method: 'window',
    at: app.time.now(),
    receiverName: receiver.name.trim(),
    receiverKind: receiver.kind === 'agent' || receiver.kind === 'other' ? 'agent' : 'applicant',
    place: actor.department.name,
    proxy: proxyOf(receiver.kind, authorisation),
    remark: texts.checked.replace('{tail}', idNumber.slice(-4)),
  };
  return completeTask({
    app,
    actor,
    taskId,
    completion: { outcome, formData: proofAsForm(proof) },
    leaseOwn: true,
    delivery: proof,
  });
}

/** The number of a person's identity document, by the rule of GB 11643. */
function checkNumber(app: AppContext, name: string, idNumber: string): void {
  try {
    checkPerson({ agent: { name, idNumber } }, app.time.now());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const problems: FieldProblem[] = (error.problems ?? []).map((problem) => ({
      ...problem,
      path: 'idNumber',
      pointer: '/idNumber',
    }));
    throw new AppError('invalidRequest', { problems });
  }
}

function isEntitled({ applicant, agent }: CasePerson, receiver: Receiver): boolean {
  const name = receiver.name.trim();
  switch (receiver.kind) {
    case 'applicant':
      return (
        applicant?.kind === 'natural' && applicant.name === name && applicant.idNumber === receiver.idNumber
      );
    case 'legalRepresentative':
      return applicant?.kind === 'legal' && applicant.legalRepresentative === name;
    case 'agent':
      return agent?.name === name && agent.idNumber === receiver.idNumber;
    case 'other':
      return true;
  }
}

function proxyOf(kind: Receiver['kind'], authorisation: string): string {
  if (kind === 'applicant') return '';
  if (kind === 'legalRepresentative') return texts.legalRepresentative;
  return kind === 'agent' ? texts.proxyKnown : texts.proxy.replace('{authorisation}', authorisation);
}

function needsAuthorisation(): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: 'authorisation',
        pointer: '/authorisation',
        rule: 'required',
        message: {
          'zh-CN': '办件没有登记这位领取人，请填写授权委托书。',
          en: 'The case does not name this person; give the letter of authorisation.',
        },
      },
    ],
  });
}
