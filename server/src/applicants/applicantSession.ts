import { type RequestHandler, Router } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { sessionHandler } from '../http/session.ts';
import { findAccount } from './accountOf.ts';
import { applicantActor } from './applicantActor.ts';

declare module 'express-session' {
  interface SessionData {
    /** Id of the applicant's account (sessions of the portal only). */
    applicantId?: string;
    /** The session of a kiosk in a hall. */
    kiosk?: boolean;
  }
}

/** Path prefix, below the API, of everything that an applicant calls. */
export const portalPath = '/portal';

/**
 * The applicant's own session: a cookie and a collection apart from the staff's, looked at only below /portal. There nobody
 * of the staff is signed in, and elsewhere no applicant is.
 */
export function applicantSession(app: AppContext): RequestHandler {
  const router = Router();
  router.use(sessionHandler(app, 'portal'), async (request, _response, next) => {
    const id = request.session.applicantId;
    if (id !== undefined && (await findAccount(app, id)) !== undefined)
      request.user = applicantActor(app, id);
    next();
  });
  return router;
}
