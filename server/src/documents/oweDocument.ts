import { shanghaiDay } from '@onewindow/clocks';
import type { DocumentKind } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { composeContent } from './composeContent.ts';
import { documentNumber } from './documentNumber.ts';

/** Facts of the act that the document tells, beyond what the case holds. May be personal: they are sealed. */
export type DocumentFacts = Readonly<
  Record<string, string | number | readonly Readonly<Record<string, string>>[]>
>;

/**
 * Owes a statutory document in the transaction of its act: its content is frozen now, its sealed PDF is drawn from the
 * outbox or when first asked for. A second call for the same slot owes nothing more.
 * Throws AppError `versionConflict` when another act owed the same document at the same moment.
 * Returns the document's number, e.g. `京兴市监补〔2026〕110115…-2号`.
 */
export async function oweDocument(options: {
  app: AppContext;
  change: CaseChange;
  kind: DocumentKind;
  /** Tells apart several of one kind, e.g. the round of supplement or the decision number. */
  slot?: string;
  facts?: DocumentFacts;
  authorisationId?: string;
  /** The act happens once in a case's life, which its state guards: spares the look for an earlier one. */
  once?: boolean;
}): Promise<string> {
  const { app, change, kind, slot = '1', facts = {} } = options;
  const { subject, session } = change;
  const effectKey = `${subject._id}:${kind}:${slot}`;
  const earlier =
    options.once === true
      ? null
      : await app.models.caseDocuments.findOne({ tenant: app.tenant, effectKey }, null, { session }).lean();
  if (earlier !== null) return earlier.number;
  const id = newId();
  const number = documentNumber({
    issuer: app.organisation.department(subject.departmentId),
    kind,
    day: shanghaiDay(change.now),
    caseNo: subject.caseNo ?? '',
    slot,
  });
  const content = await composeContent({ app, change, kind, number, facts });
  const owed = app.models.caseDocuments.insertMany(
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
  await owed.catch((cause: unknown) => {
    // The same act at the same moment: the other one was faster.
    throw isDuplicateKey(cause) ? new AppError('versionConflict', { cause }) : cause;
  });
  change.event('documentIssued', { kind, number });
  change.outbox({ destination: 'documents', type: 'drawDocument', payload: { documentId: id } });
  return number;
}
