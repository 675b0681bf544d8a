import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import {
  daySchema,
  departmentRef,
  idParams,
  listOf,
  pageOf,
  pageQuery,
  textSchema,
} from '../http/schemas.ts';
import { listPublished, publishingDepartments, viewOnePublished } from './listPublished.ts';
import { objectToEntry, readEntryObjection } from './objectToEntry.ts';
import { openData } from './openData.ts';
import { permitStatuses } from './statusOf.ts';

export const entrySchema = z.object({
  subjectName: z.string(),
  subjectKind: z.enum(['legal', 'individualBusiness', 'natural']),
  uscc: z.string(),
  legalRepresentative: z.string(),
  idType: z.string(),
  idNumber: z.string(),
  documentName: textSchema,
  documentNo: z.string(),
  category: z.string(),
  licenseName: textSchema.nullable(),
  licenseNo: z.string(),
  rows: z.array(z.object({ label: textSchema, value: z.string() })),
  decision: z.enum(['grant', 'refuse']),
  decidedDay: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  authority: z.string(),
  authorityUscc: z.string(),
});

const published = z.object({
  id: z.string(),
  itemName: textSchema,
  department: departmentRef,
  publishedAt: z.string(),
  correctedAt: z.string().nullable(),
  status: z.enum(permitStatuses).nullable(),
  entry: entrySchema,
});

const filter = z.object({
  department: z.string().max(32).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  q: z.string().trim().min(1).max(100).optional(),
});
const { cursor, limit } = pageQuery.shape;
const mediaTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;
const open = { access: 'public', tag: 'public' } as const;

/** What everybody may read of published decisions 双公示. */
export const publicPublicationRoutes = [
  defineRoute({
    ...open,
    method: 'get',
    path: '/public/publications',
    summary: 'Published decisions, personal data covered, the latest first',
    query: filter.extend({ cursor, limit }),
    response: pageOf(published),
    handle: ({ app, query }) => listPublished(app, query),
  }),
  defineRoute({
    ...open,
    method: 'get',
    path: '/public/publications/departments',
    summary: 'Departments that publish decisions',
    response: listOf(departmentRef),
    handle: async ({ app }) => publishingDepartments(app),
  }),
  defineRoute({
    ...open,
    method: 'get',
    path: '/public/publications/open-data',
    summary: 'Published decisions as a file in the fields of the national standard',
    query: filter.extend({ format: z.enum(['csv', 'json']).default('csv') }),
    responseMediaType: 'text/csv',
    handle: async ({ app, query: { format, ...query } }) =>
      new FileAnswer({ ...(await openData({ app, query, format })), mediaType: mediaTypes[format] }),
  }),
  defineRoute({
    ...open,
    method: 'get',
    path: '/public/publications/{id}',
    summary: 'One published decision',
    params: idParams,
    response: published,
    handle: ({ app, params }) => viewOnePublished(app, params.id),
  }),
  defineRoute({
    ...open,
    method: 'post',
    path: '/public/publications/{id}/objections',
    summary: 'Say what is wrong with a published decision; a few an hour from one address',
    params: idParams,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      contact: z.string().trim().min(5).max(100),
      text: z.string().trim().min(5).max(2000),
    }),
    status: 201,
    response: z.object({ token: z.string() }),
    handle: ({ app, params, body, from }) =>
      objectToEntry({ app, publicationId: params.id, said: body, from }),
  }),
  defineRoute({
    ...open,
    method: 'get',
    path: '/public/publication-objections/{token}',
    summary: 'What came of an objection to a published decision, by its token',
    params: z.object({ token: z.string().regex(/^[\w-]{20,64}$/) }),
    response: z.object({
      state: z.enum(['open', 'answered']),
      at: z.string(),
      /** Day by which it is answered. */
      dueDay: z.string().nullable(),
      answer: z.object({ upheld: z.boolean(), text: z.string(), at: z.string() }).nullable(),
    }),
    handle: ({ app, params }) => readEntryObjection(app, params.token),
  }),
];
