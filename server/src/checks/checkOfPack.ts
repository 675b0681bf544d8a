import type { Check } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CheckDocument } from './model.ts';

/** What the pack says of a check, in the version that granted what is checked; undefined where it says nothing any more. */
export async function checkOfPack(
  app: AppContext,
  check: Pick<CheckDocument, 'packCode' | 'packVersion' | 'checkKey'>,
): Promise<Check | undefined> {
  const { pack } = await app.packs.version(check.packCode, check.packVersion);
  return pack.checks.find(({ key }) => key === check.checkKey);
}
