import { type Request, type RequestHandler, Router } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { actingRequestOf, actOnce } from './actOnce.ts';
import { answerOnce } from './answerOnce.ts';
import { localeOf } from './problem.ts';
import { readUpload } from './readUpload.ts';
import { type Access, type Call, FileAnswer, type Route, type UploadedFile } from './route.ts';

/** Turns declared routes into an Express router. Every route checks its access before anything else (default deny). */
export function mountRoutes(app: AppContext, routes: readonly Route[]): Router {
  const router = Router();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    router[route.method](path, checkAccess(app, route.access), route.raw?.(app) ?? callHandler(app, route));
  }
  return router;
}

function checkAccess(app: AppContext, access: Access): RequestHandler {
  return async (request, _response, next) => {
    const actor = request.user as Actor | undefined;
    if (access === 'public') return next();
    if (actor === undefined) throw new AppError('notSignedIn');
    if (access === 'signedIn' || access.some((role) => actor.roles.includes(role))) return next();
    await recordSecurityEvent({
      app,
      type: 'accessRefused',
      actor: asEventActor({ ...actor, from: request.ip ?? '' }),
      details: { method: request.method, path: request.route?.path as unknown },
    });
    throw new AppError('forbidden');
  };
}

function callHandler(app: AppContext, route: Route): RequestHandler {
  return async (request, response) => {
    const handle = route.handle;
    if (handle === undefined) throw new Error(`route ${route.path} has no handler`);
    const ifMatch = request.get('if-match')?.replace(/[W/"]/g, '');
    const call = {
      app,
      actor: request.user === undefined ? undefined : { ...(request.user as Actor), from: request.ip ?? '' },
      params: parse(route.params, request.params, 'params'),
      query: parse(route.query, request.query, 'query'),
      body: parse(route.body, request.body, ''),
      locale: localeOf(request),
      ifMatch: ifMatch === undefined || ifMatch === '*' ? undefined : Number(ifMatch),
      from: request.ip ?? '',
      ...(route.upload === undefined ? {} : { upload: await readUpload(app, request, route.upload) }),
    };
    const { status, body } = await answer(app, route, handle, request, call);
    if (body instanceof FileAnswer) {
      response
        .status(status)
        .type(body.mediaType)
        .set('Content-Disposition', `${body.disposition}; filename*=UTF-8''${encodeURIComponent(body.name)}`)
        // Should a browser show it after all: without scripts, in an origin of its own.
        .set('Content-Security-Policy', "sandbox; default-src 'none'")
        .set('Cache-Control', 'private, no-store')
        .send(Buffer.from(body.bytes));
      return;
    }
    if (body === undefined || status === 204) {
      response.status(status).end();
      return;
    }
    const version = (body as { version?: unknown }).version;
    if (typeof version === 'number') response.set('ETag', `"${version}"`);
    response.status(status).json(body);
  };
}

type AnyCall = Call<never, never, never, Access>;

/** Runs the handler, once per Idempotency-Key where the route says so. */
async function answer(
  app: AppContext,
  route: Route,
  handle: NonNullable<Route['handle']>,
  request: Request,
  call: { actor: Actor | undefined; upload?: UploadedFile },
): Promise<{ status: number; body: unknown }> {
  const { status, again } = route;
  if (route.idempotent === true) {
    const run = (requestId: string) => handle({ ...call, requestId } as unknown as AnyCall);
    return answerOnce({ app, request, actor: call.actor, upload: call.upload, status, run });
  }
  if (again === undefined || call.actor === undefined)
    return { status, body: await handle(call as unknown as AnyCall) };
  const actor = { ...call.actor, request: actingRequestOf(request, call.actor.id) };
  const acting = { ...call, actor } as unknown as AnyCall;
  return { status, body: await actOnce({ run: () => handle(acting), again: () => again(acting) }) };
}

function parse(schema: Route['body'], value: unknown, root: string): unknown {
  if (schema === undefined) return value;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  const problems: FieldProblem[] = parsed.error.issues.map((issue) => {
    const path = [...(root === '' ? [] : [root]), ...issue.path.map(String)];
    return {
      path: path.join('.'),
      pointer: `/${path.join('/')}`,
      message: {
        'zh-CN': `“${path.join('.')}”不符合要求（${issue.message}）`,
        en: `"${path.join('.')}": ${issue.message}`,
      },
      rule: issue.code ?? 'invalid',
    };
  });
  throw new AppError('invalidRequest', { problems });
}
