import type { AppContext } from '../app/appContext.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { requireVisitor } from './requireVisitor.ts';

/**
 * One appointment for all departments that come: told in the audit of the theme and of each item. May be changed until
 * the visit is made. Throws AppError `notFound`, `jointVisitNone`, `invalidRequest` (an appointment in the past).
 */
export async function arrangeJointVisit(input: {
  app: AppContext;
  actor: Actor;
  themeCaseId: string;
  at: Date;
  place: string;
  note: string;
}): Promise<void> {
  const { app, actor, themeCaseId, at, place, note } = input;
  const { joint } = await requireVisitor(app, actor, themeCaseId);
  const now = app.time.now();
  if (at.getTime() < now.getTime()) throw inThePast();
  const changed = await inTransaction(app.connection, async (session) => {
    const options = { app, actor: asEventActor(actor) };
    const details = { at: at.toISOString() };
    const parent = await changeCaseIn(
      session,
      {
        ...options,
        caseId: themeCaseId,
        request: actor.request,
        work: (change) => {
          const { theme } = change.subject;
          if (theme === undefined) throw new AppError('jointVisitNone');
          change.subject.theme = { ...theme, jointVisit: { at, place, note, arrangedBy: asAuthor(actor) } };
          change.event('jointVisitArranged', details);
        },
      },
      now,
    );
    const items = [];
    for (const { subject } of joint.visits) {
      const work = { ...options, caseId: subject._id };
      items.push(
        await changeCaseIn(
          session,
          { ...work, work: (change) => change.event('jointVisitArranged', details) },
          now,
        ),
      );
    }
    return [parent, ...items];
  });
  for (const { subject } of changed) announce(app, subject, now);
}

function inThePast(): AppError {
  return new AppError('invalidRequest', {
    problems: [
      {
        path: 'at',
        pointer: '/at',
        rule: 'future',
        message: { 'zh-CN': '踏勘时间不能早于现在。', en: 'The visit cannot lie in the past.' },
      },
    ],
  });
}
