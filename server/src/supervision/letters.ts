import { shanghaiDay } from '@onewindow/clocks';
import { statutoryTemplate } from '@onewindow/signing';
import type { ClientSession } from 'mongoose';
import documentNumbers from '../../data/daxing/documentNumbers.json' with { type: 'json' };
import titles from '../../data/documentTitles.json' with { type: 'json' };
import type { AppContext } from '../app/appContext.ts';
import { chineseTime } from '../documents/chineseTime.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { drawDocument } from '../documents/drawDocument.ts';
import { AppError } from '../errors/appError.ts';
import { FileAnswer } from '../http/route.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { newId } from '../store/newId.ts';

/** Letters of supervision: they belong to a record, not to a case, and are no statutory documents of an item. */
export const letterKinds = [
  'supervisionReminder',
  'supervisionOrder',
  'yellowCard',
  'redCard',
  'evaluationReport',
  'performanceEvaluation',
] as const;
export type LetterKind = (typeof letterKinds)[number];

const words: Readonly<Record<LetterKind, string>> = {
  supervisionReminder: '催',
  supervisionOrder: '督',
  yellowCard: '黄',
  redCard: '红',
  evaluationReport: '评',
  performanceEvaluation: '绩',
};

/**
 * The next number of a letter (发文字号): district, short name of the issuing body, word of the kind, year, sequence of the
 * year, e.g. `京兴政数督〔2026〕12号`. Drawn outside transactions; one that is not used leaves a gap.
 */
export async function nextLetterNumber(app: AppContext, kind: LetterKind, issuerId: string): Promise<string> {
  const year = shanghaiDay(app.time.now()).slice(0, 4);
  const issuer = app.organisation.department(issuerId);
  const sequence = await app.numbers.next(app.tenant, `letter:${kind}:${issuerId}:${year}`);
  const body = `${documentNumbers.district}${issuer.shortName ?? issuer.departmentId.toUpperCase()}`;
  return `${body}${words[kind]}〔${year}〕${sequence}号`;
}

/** Owes the letter of a record in the transaction of its act: what stands in it is frozen, the sealed PDF is drawn soon after. */
export async function oweLetter(options: {
  app: AppContext;
  session: ClientSession;
  now: Date;
  recordId: string;
  kind: LetterKind;
  number: string;
  /** Department whose seal it carries. */
  issuerId: string;
  /** What its template names, besides number, body and day. */
  values: Record<string, unknown>;
}): Promise<void> {
  const { app, session, now, recordId, kind, number, issuerId, values } = options;
  const id = newId();
  const { name, uscc } = app.organisation.department(issuerId);
  const content: DocumentContent = {
    template: statutoryTemplate(kind),
    data: {
      number,
      body: { name, uscc },
      issuedDay: shanghaiDay(now),
      qr: { text: `${app.config.PUBLIC_BASE_URL}/verify`, caption: '扫码验证文书真伪' },
      values: { ...values, issuedAt: chineseTime(now) },
    },
  };
  const about = { _id: id, schemaVersion: 1, tenant: app.tenant, caseId: recordId };
  await app.models.caseDocuments.insertMany(
    [
      {
        ...about,
        kind,
        number,
        effectKey: `${recordId}:${kind}:1`,
        departmentId: issuerId,
        sealedContent: app.cipher.seal(content, id),
        issuedAt: now,
        state: 'pending',
      },
    ],
    { session },
  );
  const entry: OutboxDocument = {
    ...about,
    _id: newId(),
    destination: 'documents',
    stream: `${recordId}:documents`,
    seq: 1,
    type: 'drawDocument',
    payload: { documentId: id },
    state: 'pending',
    attempts: 0,
    nextAttemptAt: now,
    leaseUntil: new Date(0),
    fence: 0,
    createdAt: now,
  };
  await app.models.outbox.collection.insertOne(entry as never, { session, ignoreUndefined: true });
}

/** The letters of a record. */
export async function listLetters(app: AppContext, recordId: string) {
  const letters = await app.models.caseDocuments.find({ tenant: app.tenant, caseId: recordId }).lean();
  return letters.map(({ _id, kind, number, issuedAt }) => ({
    id: _id,
    kind,
    title: titles[kind],
    number,
    issuedAt: issuedAt.toISOString(),
  }));
}

/** The sealed PDF of a record's letter. Throws AppError `notFound`. */
export async function readLetter(app: AppContext, recordId: string, letterId: string): Promise<FileAnswer> {
  const known = await app.models.caseDocuments.findOne({ _id: letterId, tenant: app.tenant }).lean();
  if (known === null || known.caseId !== recordId) throw new AppError('notFound');
  const { pdf, entry } = await drawDocument(app, letterId);
  return new FileAnswer({ bytes: pdf, mediaType: 'application/pdf', name: `${entry.number}.pdf` });
}
