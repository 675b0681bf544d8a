import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, textSchema } from '../http/schemas.ts';
import { asEventActor } from '../identity/actor.ts';
import { mayRecordExternal } from './mayRecordExternal.ts';
import { recordExternal } from './recordExternal.ts';
import { viewExternal } from './viewExternal.ts';

const externalView = z.looseObject({
  handling: z.string(),
  name: textSchema,
  url: z.string().nullable(),
  number: z.string().nullable(),
  status: z.string().nullable(),
  state: z.string().nullable(),
});

export const externalRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/external',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'cases',
    summary: 'Where an item handled elsewhere is handled, what is taken along, and what is known of it there',
    params: idParams,
    response: externalView,
    handle: async ({ app, actor, params }) => viewExternal(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/external',
    access: ['clerk', 'approver', 'head'],
    tag: 'cases',
    summary: 'Record the number and the status that the other system has given',
    params: idParams,
    body: z.strictObject({
      number: z.string().trim().min(1).max(100).optional(),
      status: z.string().trim().min(1).max(100).optional(),
    }),
    response: externalView,
    handle: async ({ app, actor, params, body }) => {
      const subject = await readCase(app, actor, params.id);
      const loaded = await app.packs.version(subject.packCode, subject.packVersion);
      const system = loaded.pack.externalSystem;
      if (system === undefined) throw new AppError('notExternal');
      if (!mayRecordExternal(actor, subject, system.enteredBy)) throw new AppError('forbidden');
      const changed = await recordExternal({
        app,
        caseId: params.id,
        actor: asEventActor(actor),
        request: actor.request,
        report: body,
      });
      return viewExternal(app, actor, changed);
    },
  }),
];
