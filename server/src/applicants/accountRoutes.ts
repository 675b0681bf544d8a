import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { csrfToken } from '../http/csrf.ts';
import { localeOf } from '../http/problem.ts';
import { defineRoute } from '../http/route.ts';
import { idParams } from '../http/schemas.ts';
import { findAccount, openAccount } from './accountOf.ts';
import { addParty, removeParty, viewParties } from './parties.ts';
import { requestCode } from './requestCode.ts';
import { accountView, codeSchema, partySchema, phoneSchema } from './schemas.ts';
import { setMail } from './setMail.ts';
import { signInByCode } from './signInByCode.ts';

const applicant = ['applicant'] as const;
const signInSchema = z.strictObject({ phone: phoneSchema, code: codeSchema, kiosk: z.boolean().optional() });

/** The applicant's account: sign-in by code, session, in whose name they apply. */
export const accountRoutes = [
  defineRoute({
    method: 'post',
    path: '/portal/code',
    access: 'public',
    tag: 'portal',
    summary: 'Send a sign-in code to a phone',
    status: 202,
    body: z.strictObject({ phone: phoneSchema }),
    response: z.object({ expiresAt: z.string(), resendAt: z.string() }),
    handle: ({ app, body, from, locale }) => requestCode({ app, phone: body.phone, from, locale }),
  }),
  defineRoute({
    method: 'post',
    path: '/portal/session',
    access: 'public',
    tag: 'portal',
    summary: 'Sign in with the code; the first time opens the account',
    body: signInSchema,
    response: accountView,
    raw: (app) => async (request, response) => {
      const given = signInSchema.safeParse(request.body);
      // A number or code of the wrong shape is as wrong as any other.
      if (!given.success) throw new AppError('codeInvalid');
      const { phone, code, kiosk } = given.data;
      const { _id } = await signInByCode({
        app,
        phone,
        code,
        locale: localeOf(request),
        from: request.ip ?? '',
      });
      await new Promise<void>((resolve, reject) =>
        request.session.regenerate((error: unknown) => (error ? reject(error) : resolve())),
      );
      request.session.applicantId = _id;
      if (kiosk === true) request.session.kiosk = true;
      await new Promise<void>((resolve, reject) =>
        request.session.save((error: unknown) => (error ? reject(error) : resolve())),
      );
      response.json(await viewAccount(app, _id, csrfToken(request, app.config.SESSION_SECRET)));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/portal/session',
    access: 'public',
    tag: 'portal',
    summary: 'Which applicant is signed in',
    response: accountView,
    raw: (app) => async (request, response) => {
      const token = csrfToken(request, app.config.SESSION_SECRET);
      response.json(await viewAccount(app, request.session.applicantId, token));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/portal/session',
    access: applicant,
    tag: 'portal',
    summary: 'Sign out',
    raw: () => (request, response, next) => {
      request.session.destroy((error: unknown) => (error ? next(error) : response.status(204).end()));
    },
  }),
  defineRoute({
    method: 'put',
    path: '/portal/account/mail',
    access: applicant,
    tag: 'portal',
    summary: 'Address to which notices are mailed as well; empty for none',
    body: z.strictObject({ mail: z.union([z.literal(''), z.email().max(200)]) }),
    handle: ({ app, actor, body }) => setMail({ app, accountId: actor.id, mail: body.mail }),
  }),
  defineRoute({
    method: 'post',
    path: '/portal/parties',
    access: applicant,
    tag: 'portal',
    summary: 'Add somebody in whose name the account applies',
    status: 201,
    idempotent: true,
    body: partySchema,
    response: z.object({ id: z.string() }),
    handle: ({ app, actor, body, requestId }) => {
      const { kind, ...person } = body;
      return addParty({ app, accountId: actor.id, kind, person, requestId });
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/portal/parties/{id}',
    access: applicant,
    tag: 'portal',
    summary: 'Take a party off the account',
    params: idParams,
    handle: ({ app, actor, params }) => removeParty({ app, accountId: actor.id, partyId: params.id }),
  }),
];

async function viewAccount(app: AppContext, id: string | undefined, token: string) {
  const account = id === undefined ? undefined : await findAccount(app, id);
  const own = account === undefined ? undefined : openAccount(app, account);
  return {
    account:
      account === undefined || own === undefined
        ? null
        : { id: account._id, phone: own.phone, mail: own.mail ?? '', parties: viewParties(app, account) },
    csrfToken: token,
    profile: app.config.PROFILE,
    serverTime: app.time.now().toISOString(),
  };
}
