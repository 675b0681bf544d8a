import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Store } from 'express-session';
import { keyAccess, partnerPath } from '../apiKeys/keyAccess.ts';
import { allRoutes } from '../app/allRoutes.ts';
import type { AppContext } from '../app/appContext.ts';
import { applicantSession, portalPath } from '../applicants/applicantSession.ts';
import { AppError } from '../errors/appError.ts';
import { createPassport } from '../identity/passport.ts';
import { apiDocs } from './apiDocs.ts';
import { csrfHandler } from './csrf.ts';
import { healthRoutes } from './health.ts';
import { measureRequests } from './metrics.ts';
import { mountRoutes } from './mountRoutes.ts';
import { problemHandler } from './problem.ts';
import { securityHeaders } from './securityHeaders.ts';
import { sessionHandler } from './session.ts';
import { storeGuard } from './storeGuard.ts';
import { webPages } from './webPages.ts';

/**
 * The Express application: health, API, documentation, web pages; everything else is 404. `staffSessions` keeps the sessions of
 * staff where they need not outlive the process.
 */
export function createHttpApp(app: AppContext, options: { staffSessions?: Store } = {}): Express {
  const http = express();
  http.disable('x-powered-by');
  if (app.config.TRUST_PROXY !== undefined) http.set('trust proxy', app.config.TRUST_PROXY);
  http.use((_request, response, next) => {
    response.locals['traceId'] = randomUUID();
    response.setHeader('X-Trace-Id', String(response.locals['traceId']));
    next();
  });
  http.use(...securityHeaders(app.config));
  http.use(measureRequests());
  http.use(healthRoutes(app));
  const passport = createPassport(app);
  const api = express.Router();
  api.use(app.load.handler());
  api.use(apiDocs());
  api.use(storeGuard(app));
  api.use(
    rateLimit({
      windowMs: 60_000,
      limit: app.config.RATE_LIMIT_PER_MINUTE,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      handler: () => {
        throw new AppError('tooManyRequests');
      },
    }),
  );
  const staffSession = express.Router();
  staffSession.use(
    sessionHandler(app, 'staff', options.staffSessions),
    passport.initialize(),
    passport.session(),
  );
  const ofApplicant = applicantSession(app);
  // Other systems come with a key and have no session.
  api.use((request, response, next) =>
    request.path.startsWith(`${partnerPath}/`)
      ? next()
      : (request.path.startsWith(`${portalPath}/`) ? ofApplicant : staffSession)(request, response, next),
  );
  api.use(csrfHandler(app.config.SESSION_SECRET));
  api.use(partnerPath, keyAccess(app));
  api.use(express.json({ limit: '2mb' }));
  api.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.passport = passport;
  api.use(mountRoutes(app, allRoutes));
  api.use(() => {
    throw new AppError('notFound');
  });
  http.use('/api/v1', api);
  http.use(webPages(app));
  http.use(problemHandler(app.log));
  return http;
}
