import { z } from 'zod';
import { viewEvents } from '../audit/viewEvents.ts';
import { extendClocks } from '../clocks/extendClocks.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { explainClock, viewClock } from '../clocks/viewClock.ts';
import { drawDocument } from '../documents/drawDocument.ts';
import { listDocuments } from '../documents/listDocuments.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
import {
  caseSummary,
  caseView,
  clockView,
  idParams,
  licenseSummary,
  listOf,
  pageOf,
  pageQuery,
  textSchema,
} from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { licensesInForce } from '../licenses/licensesInForce.ts';
import { findCaseFile } from './findCaseFile.ts';
import { listCases } from './listCases.ts';
import { listRelated } from './listRelated.ts';
import { readCase } from './readCase.ts';
import { unmaskPerson, unmaskReasons } from './unmaskPerson.ts';
import { viewCase } from './viewCase.ts';
import { viewSubmissions } from './viewSubmissions.ts';

const readers = ['clerk', 'approver', 'head', 'supervisor', ...dispatchRoles] as const;
/** Experts read the cases they sit on, and list none. */
const viewers = [...readers, 'expert'] as const;

export const caseRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases',
    access: readers,
    tag: 'cases',
    summary: 'Cases that the caller may see',
    query: pageQuery.extend({
      state: z.string().max(32).optional(),
      packCode: z.string().max(64).optional(),
      caseNo: z
        .string()
        .regex(/^\d{1,24}$/)
        .optional(),
      applicant: z.string().max(200).optional(),
      mine: z.stringbool().optional(),
      online: z.stringbool().optional(),
    }),
    response: pageOf(caseSummary),
    handle: ({ app, actor, query }) => listCases({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}',
    access: viewers,
    tag: 'cases',
    summary: 'One case',
    params: idParams,
    response: caseView,
    handle: async ({ app, actor, params }) => viewCase(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/licenses-in-force',
    access: ['clerk', 'approver', 'head'],
    tag: 'cases',
    summary: 'Licenses in force that the applicant holds: what a form may name',
    params: idParams,
    response: listOf(z.object({ licenseNo: z.string(), name: textSchema, type: z.string() })),
    handle: async ({ app, actor, params }) => ({
      items: (await licensesInForce(app, await readCase(app, actor, params.id))).map(
        ({ licenseNo, name, type }) => ({ licenseNo, name, type }),
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/events',
    access: viewers,
    tag: 'cases',
    summary: 'The audit of a case',
    params: idParams,
    response: listOf(z.looseObject({ seq: z.number(), at: z.string(), type: z.string(), text: textSchema })),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      return { items: await viewEvents(app, subject) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/submissions',
    access: viewers,
    tag: 'cases',
    summary: 'What the steps of a case filled in',
    params: idParams,
    response: listOf(z.looseObject({ stepKey: z.string(), stepName: textSchema, at: z.string() })),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      return { items: await viewSubmissions(app, actor, subject) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/related',
    access: readers,
    tag: 'cases',
    summary: 'Other cases of the same applicant that the caller may see',
    params: idParams,
    response: z.object({
      items: z.array(caseSummary.extend({ licenses: z.array(licenseSummary) })),
      /** How many there are beside, of other departments. */
      hidden: z.number(),
    }),
    handle: async ({ app, actor, params }) => listRelated(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/unmask',
    access: ['supervisor'],
    tag: 'cases',
    summary: 'The persons of a case in clear, for a reason that the audit keeps',
    params: idParams,
    body: z.strictObject({ reason: z.enum(unmaskReasons) }),
    response: z.object({
      applicant: z.looseObject({}).optional(),
      agent: z.looseObject({}).optional(),
    }),
    handle: ({ app, actor, params, body }) => unmaskPerson({ app, actor, caseId: params.id, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/clocks',
    access: viewers,
    tag: 'clocks',
    summary: 'The clocks of a case',
    params: idParams,
    response: listOf(clockView),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const clocks = await app.models.clocks
        .find({ tenant: app.tenant, caseId: subject._id })
        .sort({ startAt: 1, _id: 1 })
        .lean();
      return { items: (clocks as ClockDocument[]).map((clock) => viewClock(app, clock)) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/clocks/{id}/explain',
    access: viewers,
    tag: 'clocks',
    summary: 'The arithmetic of a clock, line by line',
    params: idParams,
    response: z.looseObject({ text: z.string(), lines: z.array(z.unknown()) }),
    handle: async ({ app, actor, params, locale }) => {
      const clock = (await app.models.clocks
        .findOne({ _id: params.id, tenant: app.tenant })
        .lean()) as ClockDocument | null;
      if (clock === null) throw new AppError('notFound');
      await readCase(app, actor, clock.caseId);
      return explainClock(app, clock, locale);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/cases/{id}/extension',
    access: ['head'],
    tag: 'clocks',
    summary: 'Extend the limit once (head of the department, with password)',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      reason: z.string().trim().min(1).max(500),
      amount: z.string().regex(/^\d{1,3} \w+$/),
      password: z.string().max(200).optional(),
    }),
    response: listOf(clockView),
    handle: async ({ app, actor, params, body }) => {
      const clocks = await extendClocks({ app, actor, caseId: params.id, ...body, password: body.password });
      return { items: clocks.map((clock) => viewClock(app, clock)) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/documents',
    access: viewers,
    tag: 'documents',
    summary: 'Statutory documents of a case',
    params: idParams,
    response: listOf(
      z.looseObject({ id: z.string(), kind: z.string(), number: z.string(), title: textSchema }),
    ),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      return { items: await listDocuments(app, subject) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/documents/{documentId}/content',
    access: viewers,
    tag: 'documents',
    summary: 'A statutory document as signed PDF',
    params: idParams.extend({ documentId: z.string().max(64) }),
    responseMediaType: 'application/pdf',
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const known = await app.models.caseDocuments
        .findOne({ _id: params.documentId, tenant: app.tenant })
        .lean();
      if (known === null || known.caseId !== subject._id) throw new AppError('notFound');
      const { pdf, entry } = await drawDocument(app, params.documentId);
      return new FileAnswer({
        bytes: pdf,
        mediaType: 'application/pdf',
        name: `${entry.kind}-${subject.caseNo ?? ''}.pdf`,
      });
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/files/{fileId}/content',
    access: viewers,
    tag: 'cases',
    summary: "A file of the case: of a material, or of a step's form",
    params: idParams.extend({ fileId: z.string().max(64) }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const file = await findCaseFile(app, subject, params.fileId);
      if (file === undefined) throw new AppError('notFound');
      const bytes = await app.files.get({ tenant: app.tenant, id: file.fileId });
      return new FileAnswer({ bytes, mediaType: file.mediaType, name: file.name });
    },
  }),
];
