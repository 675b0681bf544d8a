import MongoStore from 'connect-mongo';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { AppContext } from '../app/appContext.ts';

/** Hours a session lives without a request. */
const idleHours = 10;

/** Sessions in the store; `__Host-` cookie in production, rotated on log-in (identity routes). */
export function sessionHandler(app: AppContext): RequestHandler {
  const prod = app.config.PROFILE === 'prod';
  return session({
    name: prod ? '__Host-onewindow.sid' : 'onewindow.sid',
    secret: app.config.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: prod, path: '/', maxAge: idleHours * 3600 * 1000 },
    store: MongoStore.create({
      client: app.connection.getClient(),
      dbName: app.connection.name,
      collectionName: 'sessions',
      ttl: idleHours * 3600,
      touchAfter: 300,
    }),
  });
}
