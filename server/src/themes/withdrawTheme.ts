import type { AppContext } from '../app/appContext.ts';
import { announce, changeCaseIn } from '../cases/changeCase.ts';
import type { CaseDocument, CaseState } from '../cases/model.ts';
import { requireState } from '../cases/requireState.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { withdraw } from '../intake/withdrawCase.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { readItemCases } from './themeItems.ts';

const undecided: readonly CaseState[] = ['draft', 'waiting', 'received', 'supplementing', 'accepted'];

/**
 * The applicant withdraws the whole theme: every item that is not decided, with its clocks and process, and the theme
 * itself, in one transaction. What is decided stays. Throws AppError `stateConflict`.
 */
export async function withdrawTheme(input: {
  app: AppContext;
  actor: Actor;
  themeCase: CaseDocument;
}): Promise<CaseDocument> {
  const { app, actor, themeCase } = input;
  requireState(themeCase, 'received', 'accepted');
  const now = app.time.now();
  const items = (await readItemCases(app, themeCase)).filter(({ state }) => undecided.includes(state));
  const changed = await inTransaction(app.connection, async (session) => {
    const options = { app, actor: asEventActor(actor) };
    const parent = await changeCaseIn(
      session,
      {
        ...options,
        caseId: themeCase._id,
        request: actor.request,
        work: (change) => withdraw(app, change),
      },
      now,
    );
    const children = [];
    for (const { _id: caseId } of items) {
      children.push(
        await changeCaseIn(
          session,
          {
            ...options,
            caseId,
            work: async (change) => {
              // Back at the window it never began.
              if (change.subject.state === 'draft') change.subject.state = 'waiting';
              await withdraw(app, change);
            },
          },
          now,
        ),
      );
    }
    return [parent, ...children];
  });
  for (const { subject } of changed) announce(app, subject, now);
  for (const item of items) await deliverNow(app, item);
  const [parent] = changed;
  if (parent === undefined) throw new Error('a theme has its own case');
  return parent.subject;
}
