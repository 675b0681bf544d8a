import { randomBytes } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { ObjectionText, PublicationObjectionDocument } from './model.ts';
import { publicationOf } from './publicationRules.ts';
import { readOwnPublication, readPublished } from './readPublication.ts';
import { takeBack } from './withdrawPublication.ts';

/**
 * Whoever a published entry is about (or anybody who finds it wrong) says so, signed in or not; the department answers.
 * Its own clock runs until then, by the pack's limit. Returns the token with which the answer is read (《个人信息保护法》第四十六条、第四十七条: correction and deletion).
 * Throws AppError `notFound`, `tooManyObjections`.
 */
export async function objectToEntry(input: {
  app: AppContext;
  publicationId: string;
  said: ObjectionText;
  from: string;
}): Promise<{ token: string }> {
  const { app, publicationId, said, from } = input;
  const publication = await readPublished(app, publicationId);
  await app.objectionLimiter.consume(`${app.tenant}:${from}`, 'tooManyObjections');
  const id = newId();
  const token = randomBytes(24).toString('base64url');
  const { tenant } = app;
  const { caseId, caseNo, departmentId } = publication;
  await changeCase({
    app,
    caseId,
    actor: { kind: 'system', name: 'publicNotice' },
    work: async (change) => {
      const { session, now, event } = change;
      const clock = await startClock({
        app,
        change,
        kind: 'publicationObjection',
        limit: (await publicationOf(app, change.subject))?.rules.objectionWithin,
        startAt: now,
        departmentId,
      });
      const sealedData = app.cipher.seal(said, id);
      await app.models.publicationObjections.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant,
            publicationId,
            caseId,
            departmentId,
            token,
            sealedData,
            at: now,
            state: 'open',
            ...(clock === undefined ? {} : { clockId: clock._id, dueDay: clock.dueDay }),
          },
        ],
        { session },
      );
      await app.models.alerts.insertMany(
        [
          {
            _id: newId(),
            schemaVersion: 1,
            tenant,
            effectKey: `publicationObjection:${id}`,
            caseId,
            caseNo,
            departmentId,
            audience: ['handler', 'head'],
            stepKey: 'publicationObjection',
            dueAt: clock?.dueAt ?? now,
            firedAt: now,
          },
        ],
        { session },
      );
      event('publicationObjected', {});
    },
  });
  return { token };
}

/** What came of it, for whoever holds the token. Throws AppError `notFound`. */
export async function readEntryObjection(app: AppContext, token: string) {
  const found = await app.models.publicationObjections.findOne({ tenant: app.tenant, token }).lean();
  if (found === null) throw new AppError('notFound');
  const { answer } = found;
  return {
    state: found.state,
    at: found.at.toISOString(),
    dueDay: found.dueDay ?? null,
    answer:
      answer === undefined
        ? null
        : {
            upheld: answer.upheld,
            text: app.cipher.open<string>(answer.sealedText, found._id),
            at: answer.at.toISOString(),
          },
  };
}

/**
 * The department answers an objection, once. One that is right takes the entry down in the same transaction, unless it was
 * corrected before (`keep`).
 * Throws AppError `notFound`, `stateConflict`, `versionConflict`.
 */
export async function answerEntryObjection(input: {
  app: AppContext;
  actor: Actor;
  publicationId: string;
  objectionId: string;
  upheld: boolean;
  keep: boolean;
  text: string;
}): Promise<void> {
  const { app, actor, publicationId, objectionId, upheld, keep, text } = input;
  const publication = await readOwnPublication(app, actor, publicationId);
  const mine = { _id: objectionId, tenant: app.tenant, publicationId };
  const objection = (await app.models.publicationObjections
    .findOne(mine)
    .lean()) as PublicationObjectionDocument | null;
  if (objection === null) throw new AppError('notFound');
  await changeCase({
    app,
    caseId: publication.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      const answer = {
        upheld,
        sealedText: app.cipher.seal(text, objectionId),
        at: change.now,
        by: asAuthor(actor),
      };
      const answered = await app.models.publicationObjections.updateOne(
        { ...mine, state: 'open' },
        { $set: { state: 'answered', answer } },
        { session: change.session },
      );
      if (answered.modifiedCount !== 1)
        throw new AppError('stateConflict', { params: { state: 'answered' } });
      await changeClocks({
        app,
        change,
        kinds: ['publicationObjection'],
        edit: (clock) => {
          if (clock._id !== objection.clockId) return;
          clock.state = 'stopped';
          clock.stoppedAt = change.now;
        },
      });
      change.event('publicationObjectionAnswered', { upheld: upheld ? 'yes' : 'no' });
      if (upheld && !keep && publication.state === 'published')
        await takeBack({ app, change, publication, ground: 'objection', reason: '' });
    },
  });
}
