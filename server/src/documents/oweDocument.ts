import { shanghaiDay } from '@onewindow/clocks';
import type { DocumentKind } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { composeContent } from './composeContent.ts';

/** Facts of the act that the document tells, beyond what the case holds. May be personal: they are sealed. */
export type DocumentFacts = Readonly<Record<string, string | number>>;

/**
 * Owes a statutory document in the transaction of its act: its content is frozen now, its sealed PDF is drawn from the
 * outbox or when first asked for. A second call for the same slot owes nothing more.
 * Returns the document's number, e.g. `京兴市监受理〔2026〕110115…-02`.
 */
export async function oweDocument(options: {
  app: AppContext;
  change: CaseChange;
  kind: DocumentKind;
  /** Tells apart several of one kind, e.g. the round of supplement or the decision number. */
  slot?: string;
  facts?: DocumentFacts;
  authorisationId?: string;
}): Promise<string> {
  const { app, change, kind, slot = '1', facts = {} } = options;
  const { subject, session } = change;
  const effectKey = `${subject._id}:${kind}:${slot}`;
  const earlier = await app.models.caseDocuments
    .findOne({ tenant: app.tenant, effectKey }, null, { session })
    .lean();
  if (earlier !== null) return earlier.number;
  const id = newId();
  const number = documentNumber(app, change, kind, slot);
  const content = await composeContent({ app, change, kind, number, facts });
  await app.models.caseDocuments.insertMany(
    [
      {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        kind,
        number,
        effectKey,
        departmentId: subject.departmentId,
        sealedContent: app.cipher.seal(content, id),
        issuedAt: change.now,
        state: 'pending',
        ...(options.authorisationId === undefined ? {} : { authorisationId: options.authorisationId }),
      },
    ],
    { session },
  );
  change.event('documentIssued', { kind, number });
  change.outbox({ destination: 'documents', type: 'drawDocument', payload: { documentId: id } });
  return number;
}

const words: Readonly<Record<DocumentKind, string>> = {
  receipt: '收',
  acceptanceNotice: '受',
  supplementNotice: '补',
  notAcceptedNotice: '不受',
  specialProcedureNotice: '特',
  extensionNotice: '延',
  grantDecision: '准',
  refusalDecision: '不准',
  deliveryReceipt: '送',
};

/** Year in 〔〕, the case number, and the word of the kind: unique because the case number and slot are. */
function documentNumber(app: AppContext, change: CaseChange, kind: DocumentKind, slot: string): string {
  const year = shanghaiDay(change.now).slice(0, 4);
  const body = app.organisation.department(change.subject.departmentId).departmentId.toUpperCase();
  return `兴${body}${words[kind]}〔${year}〕${change.subject.caseNo ?? ''}${slot === '1' ? '' : `-${slot}`}号`;
}
