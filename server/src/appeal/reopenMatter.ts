import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDecision, CaseDocument, CaseRemake, SubmissionDocument } from '../cases/model.ts';
import { newCase } from '../cases/newCase.ts';
import { dataOf, personOf } from '../cases/personOf.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { addApplication } from '../intake/addApplication.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { startProcess } from '../intake/startProcess.ts';
import type { AppealDocument } from './model.ts';
import type { RemakeOrder } from './remakeOrder.ts';
import { startRemakeClocks } from './startRemakeClocks.ts';

/**
 * Reopens the matter of a decision that an appeal took away: a case of its own with the application, the materials and the
 * applicant of the first, of the same version of the pack, accepted at once and with the clock that the order names. The
 * first case stays as it was decided. In the caller's transaction, who announces both
 * and delivers the start of the process (`deliverOwn`).
 */
export async function reopenMatter(options: {
  app: AppContext;
  session: ClientSession;
  now: Date;
  actor: Actor;
  /** The case whose decision was appealed. */
  earlier: CaseDocument;
  application: SubmissionDocument | null;
  appeal: AppealDocument;
  order: RemakeOrder;
  /** Id and number of the new case, given before the transaction. */
  remade: { caseId: string; caseNo: string };
}): Promise<Changed<void>> {
  const { app, session, now, actor, application, remade } = options;
  const draft = await draftOf(options);
  const keepApplication = async () => {
    if (application === null) return;
    const { formPath } = application;
    const data = dataOf(app, application);
    await addApplication({ app, session, subject: draft, formPath, data, open: false });
  };
  return changeCaseIn(
    session,
    {
      app,
      caseId: remade.caseId,
      actor: asEventActor(actor),
      create: { draft, also: keepApplication },
      leaseOwn: true,
      work: async (change) => {
        const { subject } = change;
        const { variables } = await readEngineVariables({ app, subject, session });
        subject.state = 'accepted';
        subject.receivedAt = now;
        subject.acceptedAt = now;
        const { caseNo, way, documentNo } = draft.remakes ?? { caseNo: '', way: '', documentNo: '' };
        change.event('reopened', { caseNo, way, documentNo });
        await startRemakeClocks({ app, change, variables, order: options.order });
        startProcess(change, variables);
      },
    },
    now,
  );
}

async function draftOf(options: Parameters<typeof reopenMatter>[0]): Promise<CaseDocument> {
  const { app, now, actor, earlier, appeal, order, remade } = options;
  const loaded = await app.packs.version(earlier.packCode, earlier.packVersion);
  const { decision } = earlier;
  const bound = order.ground !== 'procedure' && decision !== undefined;
  const { holderIndex, nameIndex, licenseId, account, commitment } = earlier;
  return {
    ...newCase({ app, actor, id: remade.caseId, loaded, operation: earlier.operation, now }),
    caseNo: remade.caseNo,
    // The window that took the application in goes on serving the applicant.
    createdBy: earlier.createdBy,
    area: earlier.area,
    sealedPerson: app.cipher.seal(personOf(app, earlier), remade.caseId),
    applicantMasked: earlier.applicantMasked,
    materials: earlier.materials,
    ...(holderIndex === undefined ? {} : { holderIndex }),
    ...(nameIndex === undefined ? {} : { nameIndex }),
    ...(licenseId === undefined ? {} : { licenseId }),
    ...(account === undefined ? {} : { account }),
    ...(commitment?.state === 'signed' || commitment?.state === 'kept'
      ? { commitment: { ...commitment, state: 'signed' as const } }
      : {}),
    remakes: {
      caseId: earlier._id,
      caseNo: earlier.caseNo ?? '',
      decisionNo: appeal.decisionNo,
      appealId: appeal._id,
      way: appeal.kind,
      documentNo: order.documentNo,
      servedOn: order.servedOn,
      ordered: order.within !== undefined,
      ...(earlier.receivedAt === undefined
        ? {}
        : { appliedAt: earlier.remakes?.appliedAt ?? earlier.receivedAt }),
      ...(bound ? { barred: barredBy(decision) } : {}),
    },
  };
}

function barredBy({ kind, reason, reasonCode }: CaseDecision): NonNullable<CaseRemake['barred']> {
  return { kind, reason, ...(reasonCode === undefined ? {} : { reasonCode }) };
}
