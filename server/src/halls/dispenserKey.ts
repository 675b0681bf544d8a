import { timingSafeEqual } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { HallDocument } from './model.ts';

/** The key with which a hall's number dispenser gives tickets. It follows from the server's secret and is stored nowhere. */
export function dispenserKey(app: AppContext, hall: Pick<HallDocument, 'hallId' | 'deviceKeyNo'>): string {
  return app.cipher.blindIndex('dispenser', `${app.tenant}/${hall.hallId}/${hall.deviceKeyNo}`);
}

/** Throws AppError `dispenserUnknown` unless the key is that of the hall's dispensers. */
export function requireDispenser(app: AppContext, hall: HallDocument, given: string): void {
  const wanted = Buffer.from(dispenserKey(app, hall));
  const key = Buffer.from(given);
  if (key.length !== wanted.length || !timingSafeEqual(key, wanted)) throw new AppError('dispenserUnknown');
}
