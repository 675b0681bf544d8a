import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { csrfToken } from '../http/csrf.ts';
import { defineRoute } from '../http/route.ts';
import type { Actor } from './actor.ts';
import { roles } from './model.ts';

export const userView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  department: z.object({ id: z.string(), name: z.string(), level: z.enum(['district', 'town', 'village']) }),
  secondFactor: z.boolean(),
  /** The department pays benefits. */
  paysBenefits: z.boolean(),
});

const sessionView = z.object({
  user: userView.nullable(),
  csrfToken: z.string(),
  profile: z.enum(['dev', 'prod']),
  serverTime: z.string(),
});

export const identityRoutes = [
  defineRoute({
    method: 'post',
    path: '/session',
    access: 'public',
    tag: 'session',
    summary: 'Sign in',
    body: z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
    response: sessionView,
    raw: (app) => (request, response, next) => {
      app.passport?.authenticate('local', (error: unknown, actor: Actor | false | undefined) => {
        if (error !== null && error !== undefined) return next(error);
        if (!actor) return next(new AppError('invalidCredentials'));
        request.session.regenerate((failure: unknown) => {
          if (failure) return next(failure);
          request.logIn(actor, (refusal: unknown) => {
            if (refusal) return next(refusal);
            viewSession(app, actor, csrfToken(request, app.config.SESSION_SECRET)).then(
              (view) => response.json(view),
              next,
            );
          });
        });
      })(request, response, next);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/session',
    access: 'public',
    tag: 'session',
    summary: 'Who is signed in',
    response: sessionView,
    raw: (app) => (request, response, next) => {
      viewSession(app, request.user as Actor | undefined, csrfToken(request, app.config.SESSION_SECRET)).then(
        (view) => response.json(view),
        next,
      );
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/session',
    access: 'signedIn',
    tag: 'session',
    summary: 'Sign out',
    raw: () => (request, response, next) => {
      request.logout((error: unknown) => {
        if (error) return next(error);
        request.session.destroy(() => response.status(204).end());
      });
    },
  }),
];

async function viewSession(
  app: AppContext,
  actor: Actor | undefined,
  token: string,
): Promise<z.input<typeof sessionView>> {
  return {
    user:
      actor === undefined
        ? null
        : {
            id: actor.id,
            username: actor.username,
            name: actor.name,
            roles: roles.filter((role) => actor.roles.includes(role)),
            department: actor.department,
            secondFactor: false,
            paysBenefits: await paysBenefits(app, actor),
          },
    csrfToken: token,
    profile: app.config.PROFILE,
    serverTime: app.time.now().toISOString(),
  };
}

/** Whether this person's department grants benefits: only then is there anything to pay. */
async function paysBenefits(app: AppContext, actor: Actor): Promise<boolean> {
  const { tenant } = app;
  const found = await app.models.items.exists({ tenant, departmentId: actor.department.id, kind: 'benefit' });
  return found !== null;
}
