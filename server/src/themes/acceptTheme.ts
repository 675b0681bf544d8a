import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { acceptCase } from '../intake/acceptCase.ts';
import { deliverStart } from '../outbox/deliverNow.ts';
import { deliverMoves } from './deliverMoves.ts';
import { readItemCases } from './themeItems.ts';

/** An item that could not be accepted with the others, and why. */
export interface NotAccepted {
  caseId: string;
  itemName: Text;
  message: Text;
}

/**
 * Accepts 受理 every item of a theme that has been received, each by itself: what one lacks does not hold up the others.
 * Returns the theme's case and what was not accepted, with the reason. Throws AppError `stateConflict`.
 */
export async function acceptTheme(input: {
  app: AppContext;
  actor: Actor;
  themeCase: CaseDocument;
}): Promise<{ subject: CaseDocument; refused: NotAccepted[] }> {
  const { app, actor, themeCase } = input;
  requireState(themeCase, 'received');
  const refused: NotAccepted[] = [];
  for (const item of await readItemCases(app, themeCase)) {
    if (item.state !== 'received') continue;
    try {
      await deliverStart(app, await acceptCase({ app, actor, caseId: item._id }));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({
        caseId: item._id,
        itemName: item.itemName,
        message: { 'zh-CN': error.userMessage('zh-CN'), en: error.userMessage('en') },
      });
    }
  }
  return { subject: await deliverMoves(app, themeCase), refused };
}
