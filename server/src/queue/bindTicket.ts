import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { requireCounterTakes } from '../halls/requireCounterTakes.ts';
import { findSeat } from '../halls/seats.ts';
import type { Actor } from '../identity/actor.ts';
import type { TicketDocument } from './model.ts';
import { visitorAt } from './ownCounter.ts';

/** The counter at which a draft is opened, and the visitor there. */
export interface DraftCounter {
  hallId: string;
  counter: string;
  ticket?: TicketDocument;
}

/**
 * Where this clerk opens a draft of the item; undefined for who is not signed on to a counter.
 * Throws AppError `counterTakesNot`.
 */
export async function counterOfDraft(
  app: AppContext,
  actor: Actor,
  loaded: LoadedPack,
): Promise<DraftCounter | undefined> {
  const seat = await findSeat(app, actor);
  if (seat === undefined) return undefined;
  const { packCode, department: departmentId, name } = loaded.pack;
  await requireCounterTakes(app, seat, { packCode, departmentId, itemName: name['zh-CN'] });
  const ticket = await visitorAt(app, seat);
  return { hallId: seat.hallId, counter: seat.counter, ...(ticket === undefined ? {} : { ticket }) };
}

/** The ticket remembers the case, in the case's transaction. Throws AppError `versionConflict` when it was finished meanwhile. */
export async function bindTicket(
  app: AppContext,
  session: ClientSession,
  ticket: TicketDocument,
  subject: Pick<CaseDocument, '_id'>,
): Promise<void> {
  const { matchedCount } = await app.models.tickets.updateOne(
    { _id: ticket._id, state: 'called' },
    { $addToSet: { caseIds: subject._id } },
    { session },
  );
  if (matchedCount !== 1) throw new AppError('versionConflict');
}
