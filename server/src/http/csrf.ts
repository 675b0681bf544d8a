import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { AppError } from '../errors/appError.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token of a session: an HMAC of its id, so that nothing need be stored. */
export function csrfToken(request: Request, secret: string): string {
  return createHmac('sha256', secret).update(`csrf:${request.sessionID}`).digest('base64url');
}

/**
 * Refuses unsafe requests of a signed-in session without its token in `X-CSRF-Token`, and any cross-site one
 * (Fetch metadata). Throws AppError `csrfRefused`.
 */
export function csrfHandler(secret: string): RequestHandler {
  return (request, _response, next) => {
    if (safeMethods.has(request.method)) return next();
    if (request.get('sec-fetch-site') === 'cross-site') throw new AppError('csrfRefused');
    if (request.user === undefined) return next();
    const given = Buffer.from(request.get('x-csrf-token') ?? '');
    const wanted = Buffer.from(csrfToken(request, secret));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new AppError('csrfRefused');
    next();
  };
}
