import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { DispatchPlace, DispatchState } from './dispatchState.ts';
import { findDuplicates } from './findDuplicates.ts';

/** A case file of the same place and kind was made while this report was being taken. */
export class DuplicateAppeared extends Error {}

/** Makes what reports of one kind take turns on; to be called before the transaction, because an upsert in it cannot wait. */
export async function prepareTurn(app: AppContext, openKey: string): Promise<void> {
  const { tenant } = app;
  const name = nameOf(openKey);
  if ((await app.models.counters.findOne({ tenant, name }).lean()) !== null) return;
  try {
    await app.models.counters.insertMany([{ _id: newId(), schemaVersion: 1, tenant, name, next: 0 }]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/**
 * Of two reports of one kind that come in at the same moment one waits for the other: both write the same document, so that
 * the second transaction runs again and sees the case file of the first.
 * Throws DuplicateAppeared when there is one of the same place of which the reporter was not told.
 */
export async function takeTurn(options: {
  app: AppContext;
  session: ClientSession;
  openKey: string;
  loaded: LoadedPack;
  kind: Pick<DispatchState, 'category' | 'subcategory'>;
  place: DispatchPlace;
  told: readonly string[];
  /** The case file that is being made. */
  own: string;
}): Promise<void> {
  const { app, session, told, own } = options;
  await app.models.counters.updateOne(
    { tenant: app.tenant, name: nameOf(options.openKey) },
    { $inc: { next: 1 } },
    { session },
  );
  const found = await findDuplicates(options);
  if (found.some(({ subject }) => subject._id !== own && !told.includes(subject._id)))
    throw new DuplicateAppeared('a case file of the same place and kind has appeared');
}

function nameOf(openKey: string): string {
  return `dispatch:${openKey}`;
}
