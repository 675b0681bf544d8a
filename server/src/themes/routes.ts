import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, textSchema } from '../http/schemas.ts';
import { arrangeJointVisit } from './arrangeJointVisit.ts';
import { saveJointRecord } from './jointRecord.ts';
import { viewTheme } from './viewTheme.ts';

const visitors = ['approver', 'head'] as const;

export const themeRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/theme',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'themes',
    summary: 'The plan of a theme 一件事: its items, what waits for what, and by when',
    params: idParams,
    response: z.looseObject({
      promisedDay: z.string().nullable(),
      items: z.array(z.looseObject({ packCode: z.string(), name: textSchema, after: z.array(z.string()) })),
    }),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
      if (pack.theme === undefined) throw new AppError('notFound');
      return viewTheme(app, subject);
    },
  }),
  defineRoute({
    method: 'put',
    path: '/cases/{id}/joint-visit',
    access: visitors,
    tag: 'themes',
    summary: 'Arrange the joint visit of a theme: one appointment for all departments',
    params: idParams,
    body: z.strictObject({
      at: z.iso.datetime({ offset: true }),
      place: z.string().trim().min(1).max(200),
      note: z.string().trim().max(500).default(''),
    }),
    handle: async ({ app, actor, params, body }) =>
      arrangeJointVisit({ app, actor, themeCaseId: params.id, ...body, at: new Date(body.at) }),
  }),
  defineRoute({
    method: 'put',
    path: '/cases/{id}/joint-visit/record',
    access: visitors,
    tag: 'themes',
    summary: 'Save the common record of the joint visit',
    params: idParams,
    body: z.strictObject({ formData: z.record(z.string(), z.unknown()) }),
    handle: ({ app, actor, params, body }) =>
      saveJointRecord({ app, actor, themeCaseId: params.id, formData: body.formData }),
  }),
];
