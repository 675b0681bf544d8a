import { addWorkdays, shanghaiDay } from '@onewindow/clocks';
import { chineseDate } from '@onewindow/signing';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { changeCase } from '../../cases/changeCase.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { readCase } from '../../cases/readCase.ts';
import { AppError } from '../../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../../identity/actor.ts';
import { inTransaction } from '../../store/inTransaction.ts';
import { newId } from '../../store/newId.ts';
import { announceRecord, changeOf } from '../changeRecord.ts';
import { readFinding } from '../findings/readFinding.ts';
import { sayFinding } from '../findings/sayFinding.ts';
import { type LetterKind, nextLetterNumber, oweLetter } from '../letters.ts';
import type { UrgeDocument } from '../model.ts';
import { deadlineLimit } from './deadlineLimit.ts';

/** Working days in which a reminder without a day is answered: the practice of the reference district. */
const usualReply = 3;

export interface NewOrder {
  /** Empty where the finding or the order before it says which, or it is about no case. */
  caseId?: string | undefined;
  /** 督办事由: what it is about, where it is about no case. */
  matter?: string | undefined;
  kind: UrgeDocument['kind'];
  message: string;
  /** Shanghai day by which an answer is due. */
  replyDueDay?: string | undefined;
  /** Left out: the department that has the case. */
  department?: string | undefined;
  /** Somebody of the department, by account. */
  person?: string | undefined;
  findingId?: string | undefined;
  /** The order that it follows 再次督办. */
  follows?: string | undefined;
}

/**
 * 催办 or 督办: a supervisor asks a department, or one of its people, to answer by a day, about a case or about a matter
 * without one. It has a signed letter and a clock; a second order on the same matter names the first.
 * Throws AppError `notFound`, `departmentUnknown`, `officerUnknown`, `deadlinePast`, `stateConflict` (the earlier one is accepted).
 */
export async function issueOrder(input: { app: AppContext; actor: Actor } & NewOrder): Promise<UrgeDocument> {
  const { app, actor, kind } = input;
  const about = await readMatter(input);
  const { subject, finding, follows, departmentId } = about;
  if (departmentId === undefined || app.organisation.findDepartment(departmentId) === undefined)
    throw new AppError('departmentUnknown', { params: { department: departmentId ?? '' } });
  const person = await personOf(app, departmentId, input.person);
  const today = shanghaiDay(app.time.now());
  const replyDueDay = input.replyDueDay ?? addWorkdays(today, usualReply, app.calendar.calendar);
  const limit = deadlineLimit(today, replyDueDay);
  const letter: LetterKind = kind === 'order' ? 'supervisionOrder' : 'supervisionReminder';
  const number = await nextLetterNumber(app, letter, actor.department.id);
  const said = finding === undefined ? '' : (await sayFinding(app, finding, subject ?? null))['zh-CN'];
  const matter = input.matter ?? follows?.matter;
  const write = async (session: ClientSession, now: Date): Promise<UrgeDocument> => {
    const urge: UrgeDocument = {
      _id: newId(),
      schemaVersion: 2,
      tenant: app.tenant,
      kind,
      number,
      caseId: subject?._id ?? '',
      caseNo: subject?.caseNo ?? '',
      ...(matter === undefined ? {} : { matter }),
      departmentId,
      ...(person === undefined ? {} : { person }),
      ...(finding === undefined ? {} : { findingId: finding._id }),
      message: input.message,
      by: asAuthor(actor),
      at: now,
      replyDueDay,
      state: 'open',
      stage: 'issued',
      round: (follows?.round ?? 0) + 1,
      ...(follows === undefined ? {} : { follows: follows._id }),
      version: 1,
      eventSeq: 0,
      lastEventHash: '',
    };
    const record = changeOf(app, urge, { session, now, actor: asEventActor(actor) });
    await record.event('orderIssued', { kind, round: urge.round, number, text: input.message });
    await record.expect(limit);
    await app.models.urges.insertMany([urge], { session });
    await oweLetter({
      app,
      session,
      now,
      recordId: urge._id,
      kind: letter,
      number,
      issuerId: actor.department.id,
      values: {
        addressee: [nameOf(app, departmentId), person?.name ?? ''].join(' ').trim(),
        message: input.message,
        round: String(urge.round),
        caseNo: urge.caseNo,
        itemName: subject?.itemName['zh-CN'] ?? '',
        matter: matter ?? '',
        finding: said,
        dueDay: chineseDate(replyDueDay),
      },
    });
    return urge;
  };
  if (subject === undefined) {
    const now = app.time.now();
    const made = await inTransaction(app.connection, (session) => write(session, now));
    announceRecord(app, made, now);
    return made;
  }
  const { result } = await changeCase({
    app,
    caseId: subject._id,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      change.event('urged', { kind, department: departmentId });
      return write(change.session, change.now);
    },
  });
  announceRecord(app, result, result.at);
  return result;
}

/** What an order is about: a case, a finding, the order before it, or a matter at a department. */
async function readMatter(input: { app: AppContext; actor: Actor } & NewOrder) {
  const { app, actor } = input;
  const follows = await readFollowed(app, input.follows);
  const finding = input.findingId === undefined ? undefined : await readFinding(app, actor, input.findingId);
  const caseId = input.caseId ?? follows?.caseId ?? finding?.caseId ?? '';
  const subject = caseId === '' ? undefined : await readCase(app, actor, caseId);
  const departmentId =
    input.department ??
    follows?.departmentId ??
    finding?.departmentId ??
    (subject === undefined ? undefined : await holderOf(app, subject));
  return { follows, finding, subject, departmentId };
}

async function readFollowed(app: AppContext, id: string | undefined): Promise<UrgeDocument | undefined> {
  if (id === undefined) return undefined;
  const found = (await app.models.urges
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as UrgeDocument | null;
  if (found === null) throw new AppError('notFound');
  if (found.stage === 'accepted') throw new AppError('stateConflict', { params: { state: found.stage } });
  return found;
}

/** The department at whose desk the case lies. */
async function holderOf(app: AppContext, subject: CaseDocument): Promise<string> {
  const task = await app.models.tasks
    .findOne({ tenant: app.tenant, caseId: subject._id, active: true })
    .lean();
  return task?.departmentId ?? subject.departmentId;
}

async function personOf(app: AppContext, departmentId: string, username: string | undefined) {
  if (username === undefined) return undefined;
  const found = await app.models.users.findOne({ tenant: app.tenant, username }).lean();
  if (found === null || !found.active || found.departmentId !== departmentId)
    throw new AppError('officerUnknown');
  return { id: found._id, name: found.name };
}

function nameOf(app: AppContext, departmentId: string): string {
  return app.organisation.department(departmentId).name;
}
