import { randomBytes } from 'node:crypto';
import type { AppContext } from '../../app/appContext.ts';
import type { EventActor } from '../../audit/model.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { announceRecord, changeRecordIn } from '../changeRecord.ts';
import { readFinding } from '../findings/readFinding.ts';
import { openRecord } from '../openFinding.ts';
import { ruleFile } from '../rules/ruleFile.ts';
import type { ComplaintDocument, ComplaintText } from './model.ts';

/**
 * “办不成事” 反映: anybody says what could not be done, with or without a case. A finding opens with the time in which it is
 * answered, at the department of the case, else at the one that runs the windows. Returns the token with which the answer
 * is read.
 * Throws AppError `tooManyObjections` (a few an hour from one address).
 */
export async function complain(input: {
  app: AppContext;
  said: ComplaintText;
  caseNo: string;
  /** Network address, for those who are not signed in. */
  from?: string;
  /** A clerk who takes it down at the window. */
  clerk?: Actor;
}): Promise<{ token: string }> {
  const { app, said, caseNo, clerk } = input;
  const { tenant } = app;
  if (clerk === undefined)
    await app.objectionLimiter.consume(`${tenant}:complaint:${input.from ?? ''}`, 'tooManyObjections');
  const subject = caseNo === '' ? null : await findCase(app, caseNo);
  const departmentId = subject?.departmentId ?? ruleFile.complaints.department;
  const id = newId();
  const token = randomBytes(24).toString('base64url');
  const now = app.time.now();
  const actor: EventActor =
    clerk === undefined ? { kind: 'system', name: 'publicComplaint' } : asEventActor(clerk);
  const opened = await inTransaction(app.connection, async (session) => {
    const findingId = await openRecord(
      app,
      { session, now, actor },
      {
        effectKey: `complaint:${id}`,
        kind: 'complaint',
        caseId: subject?._id ?? '',
        caseNo: subject?.caseNo ?? '',
        departmentId,
        dueAt: now,
        details: { complaint: id },
      },
    );
    const complaint: ComplaintDocument = {
      _id: id,
      schemaVersion: 1,
      tenant,
      token,
      findingId,
      ...(caseNo === '' ? {} : { caseNo }),
      caseId: subject?._id ?? '',
      departmentId,
      door: clerk === undefined ? 'portal' : 'window',
      sealedData: app.cipher.seal(said, id),
      at: now,
      state: 'open',
    };
    await app.models.complaints.insertMany([complaint], { session });
    return { _id: findingId, departmentId };
  });
  announceRecord(app, opened, now);
  return { token };
}

async function findCase(app: AppContext, caseNo: string) {
  const found = await app.models.cases.find({ tenant: app.tenant, caseNo }).lean();
  return found.find(({ state }) => state !== 'draft') ?? null;
}

/** What came of it, for whoever holds the token; what was said is not repeated. Throws AppError `notFound`. */
export async function readComplaint(app: AppContext, token: string) {
  const found = await app.models.complaints.findOne({ tenant: app.tenant, token }).lean();
  if (found === null) throw new AppError('notFound');
  const finding = await app.models.findings
    .findOne({ _id: found.findingId }, { actBy: 1, departmentId: 1 })
    .lean();
  const department = app.organisation.findDepartment(finding?.departmentId ?? found.departmentId);
  const { answer } = found;
  return {
    state: found.state,
    at: found.at.toISOString(),
    department: department?.name ?? '',
    answerBy: found.state === 'open' ? (finding?.actBy?.toISOString() ?? null) : null,
    answer:
      answer === undefined
        ? null
        : { text: app.cipher.open<string>(answer.sealedText, found._id), at: answer.at.toISOString() },
  };
}

/** The complaint behind a finding, for those who handle it. Throws AppError `notFound`. */
export async function complaintOf(app: AppContext, actor: Actor, findingId: string) {
  await readFinding(app, actor, findingId);
  const found = (await app.models.complaints
    .findOne({ tenant: app.tenant, findingId })
    .lean()) as ComplaintDocument | null;
  if (found === null) throw new AppError('notFound');
  const { answer } = found;
  return {
    said: app.cipher.open<ComplaintText>(found.sealedData, found._id),
    caseNo: found.caseNo ?? null,
    door: found.door,
    state: found.state,
    answer:
      answer === undefined
        ? null
        : {
            text: app.cipher.open<string>(answer.sealedText, found._id),
            at: answer.at.toISOString(),
            by: answer.by.name,
          },
  };
}

/**
 * The department answers whoever complained, once; the supervisor then closes the finding. The answer may name people and
 * is sealed. Throws AppError `notFound`, `stateConflict`.
 */
export async function answerComplaint(input: {
  app: AppContext;
  actor: Actor;
  findingId: string;
  text: string;
}): Promise<void> {
  const { app, actor, findingId, text } = input;
  const finding = await readFinding(app, actor, findingId);
  if (finding.departmentId !== actor.department.id) throw new AppError('notFound');
  const complaint = await app.models.complaints.findOne({ tenant: app.tenant, findingId }).lean();
  if (complaint === null) throw new AppError('notFound');
  const now = app.time.now();
  const { record } = await inTransaction(app.connection, async (session) => {
    const answer = { sealedText: app.cipher.seal(text, complaint._id), at: now, by: asAuthor(actor) };
    const answered = await app.models.complaints.updateOne(
      { _id: complaint._id, state: 'open' },
      { $set: { state: 'answered', answer } },
      { session },
    );
    if (answered.modifiedCount !== 1) throw new AppError('stateConflict', { params: { state: 'answered' } });
    return changeRecordIn(
      session,
      {
        app,
        model: app.models.findings,
        id: findingId,
        actor: asEventActor(actor),
        work: async ({ record, event, rest }) => {
          if (record.state === 'open') record.stage = 'explained';
          await event('complaintAnswered');
          await rest();
        },
      },
      now,
    );
  });
  announceRecord(app, record, now);
}
