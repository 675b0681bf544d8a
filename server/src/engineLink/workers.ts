import { type DocumentKind, documentKinds } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { EventDocument } from '../audit/model.ts';
import { changeCase } from '../cases/changeCase.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import type { CaseDocument } from '../cases/model.ts';
import { oweDocument } from '../documents/oweDocument.ts';
import { carryOutOnLicense } from '../licenses/carryOutOnLicense.ts';
import { startEngineWorkers, type WorkerPace } from './startEngineWorkers.ts';

/** What a service task asks for. */
export interface WorkOrder {
  caseNo: string;
  decisionNo: number;
  activityId: string;
  /** Input parameters of the activity, e.g. `document` or `notice`. */
  input: (name: string) => string | undefined;
}

/**
 * The work of each topic. Idempotent by effect key: case + slot + decision number (architecture, rule 4). What an appeal has
 * taken away meanwhile is not carried out: its process is about to be cancelled.
 */
export const topics: Readonly<Record<string, (app: AppContext, order: WorkOrder) => Promise<void>>> = {
  'issue-document': async (app, order) => {
    const kind = order.input('document');
    if (kind === undefined || !isDocumentKind(kind))
      throw new Error(`unknown document "${kind}" at ${order.activityId}`);
    const subject = await findCase(app, order.caseNo);
    const effectKey = `${subject._id}:${kind}:${order.decisionNo}`;
    if ((await app.models.caseDocuments.findOne({ tenant: app.tenant, effectKey }).lean()) !== null) return;
    await changeCase({
      app,
      caseId: subject._id,
      actor: { kind: 'system', name: 'documentWorker' },
      work: async (change) => {
        if (isTakenBack(change.subject)) return;
        const { decision } = change.subject;
        await oweDocument({
          app,
          change,
          kind,
          slot: String(order.decisionNo),
          ...(decision === undefined
            ? {}
            : { facts: { reason: decision.reason }, authorisationId: decision.authorisationId }),
        });
      },
    });
  },
  'issue-license': async (app, order) => {
    const subject = await findCase(app, order.caseNo);
    await carryOutOnLicense({ app, subject, decisionNo: order.decisionNo });
  },
  notify: async (app, order) => {
    const notice = order.input('notice') ?? '';
    const subject = await findCase(app, order.caseNo);
    const effectKey = `${notice}:${order.decisionNo}`;
    const events = (await app.models.events
      .find({ tenant: app.tenant, caseId: subject._id }, { type: 1, 'details.effectKey': 1 })
      .lean()) as unknown as Pick<EventDocument, 'type' | 'details'>[];
    if (events.some(({ type, details }) => type === 'noticeSent' && details?.['effectKey'] === effectKey))
      return;
    await changeCase({
      app,
      caseId: subject._id,
      actor: { kind: 'system', name: 'noticeWorker' },
      work: (change) => {
        if (isTakenBack(change.subject)) return;
        change.event('noticeSent', { notice, effectKey });
        change.outbox({ destination: 'notices', type: 'sendNotice', payload: { notice } });
      },
    });
  },
};

export function startWorkers(app: AppContext, pace: WorkerPace = {}): { stop(): Promise<void> } {
  return startEngineWorkers(app, topics, pace);
}

async function findCase(app: AppContext, caseNo: string): Promise<CaseDocument> {
  const subject = await app.models.cases.findOne({ tenant: app.tenant, caseNo }).lean();
  if (subject === null) throw new Error(`no case ${caseNo}`);
  return subject as CaseDocument;
}

function isDocumentKind(kind: string): kind is DocumentKind {
  return (documentKinds as readonly string[]).includes(kind);
}
