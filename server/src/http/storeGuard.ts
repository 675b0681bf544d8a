import type { RequestHandler } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';

/** Answers 503 at once while the store is away, so that nothing begins that cannot be committed. */
export function storeGuard(app: AppContext): RequestHandler {
  return (_request, _response, next) => {
    if (app.connection.readyState !== 1) throw new AppError('storeAway');
    next();
  };
}
