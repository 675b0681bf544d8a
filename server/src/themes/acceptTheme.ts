import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError, type Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { acceptCase } from '../intake/acceptCase.ts';
import type { Waiver, WaiverSigner } from '../intake/startWaiverClocks.ts';
import { deliverOwn } from '../outbox/deliverNow.ts';
import { deliverMoves } from './deliverMoves.ts';
import { readItemCases, themeOf } from './themeItems.ts';
import { allWaived, noteWaived, waivedOfItem } from './waivedTogether.ts';

/** An item that could not be accepted with the others, and why. */
export interface NotAccepted {
  caseId: string;
  itemName: Text;
  message: Text;
}

/**
 * Accepts 受理 every item of a theme that has been received, each by itself: what one lacks does not hold up the others.
 * A material that is to follow 容缺 is waived for every item that it serves; each has its own clock and promise.
 * Returns the theme's case and what was not accepted, with the reason. Throws AppError `stateConflict`.
 */
export async function acceptTheme(input: {
  app: AppContext;
  actor: Actor;
  themeCase: CaseDocument;
  /** Materials of the theme that may follow 容缺, for every item that they serve and that allows it. */
  waived?: readonly Waiver[] | undefined;
  signedBy?: WaiverSigner | undefined;
}): Promise<{ subject: CaseDocument; refused: NotAccepted[] }> {
  const { app, actor, themeCase } = input;
  requireState(themeCase, 'received');
  const refused: NotAccepted[] = [];
  const theme = themeOf(await app.packs.version(themeCase.packCode, themeCase.packVersion));
  const waived = allWaived(themeCase, input.waived ?? []);
  const taken = new Map<string, Waiver>();
  for (const item of await readItemCases(app, themeCase)) {
    if (item.state !== 'received') continue;
    try {
      const own = await waivedOfItem({ app, theme, item, waived });
      const { signedBy } = input;
      const waivers = own.map(({ waiver }) => waiver);
      await deliverOwn(app, await acceptCase({ app, actor, caseId: item._id, waived: waivers, signedBy }));
      for (const { of } of own) taken.set(of.materialKey, of);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused.push({
        caseId: item._id,
        itemName: item.itemName,
        message: { 'zh-CN': error.userMessage('zh-CN'), en: error.userMessage('en') },
      });
    }
  }
  await noteWaived({ app, actor, themeCase, waived: [...taken.values()] });
  return { subject: await deliverMoves(app, themeCase), refused };
}
