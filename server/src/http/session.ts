import type { RequestHandler } from 'express';
import session, { type Store } from 'express-session';
import type { AppContext } from '../app/appContext.ts';
import { SessionStore } from './sessionStore.ts';

/** The doors that have sessions of their own: cookie, collection, and hours that one lives without a request. */
const doors = {
  staff: { cookie: 'onewindow.sid', collection: 'sessions', idleHours: 10 },
  portal: { cookie: 'onewindow.portal', collection: 'applicantSessions', idleHours: 2 },
} as const;

/** Sessions in the store, unless they are kept elsewhere; `__Host-` cookie in production, rotated on log-in (identity and applicant routes). */
export function sessionHandler(
  app: AppContext,
  door: keyof typeof doors = 'staff',
  store: Store = sessionsOf(app, door),
): RequestHandler {
  const prod = app.config.PROFILE === 'prod';
  const { cookie, idleHours } = doors[door];
  return session({
    name: prod ? `__Host-${cookie}` : cookie,
    secret: app.config.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: prod, path: '/', maxAge: idleHours * 3600 * 1000 },
    store,
  });
}

function sessionsOf(app: AppContext, door: keyof typeof doors): Store {
  const { collection, idleHours } = doors[door];
  return new SessionStore({
    client: app.connection.getClient(),
    dbName: app.connection.name,
    collectionName: collection,
    ttl: idleHours * 3600,
    touchAfter: 300,
  });
}
