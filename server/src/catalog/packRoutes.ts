import { documentKinds, startingPoints } from '@onewindow/processes';
import { z } from 'zod';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, findingView, listOf, packFiles, textSchema } from '../http/schemas.ts';
import { compareVersions } from './compareVersions.ts';
import { createPack } from './createPack.ts';
import { lintFiles } from './lintFiles.ts';
import { listPacks } from './listPacks.ts';
import {
  comparison,
  designers,
  documentPreview,
  draftView,
  hoursView,
  licensePreview,
  lintContextView,
  packDirectory,
  packNames,
  packParams,
  versionNumber,
  versionParams,
  versionView,
} from './packShapes.ts';
import { previewDocument } from './previewDocument.ts';
import { previewLicense } from './previewLicense.ts';
import { dropDraft, readDraft, saveDraft, viewDraft } from './saveDraft.ts';
import { viewDirectory } from './viewDirectory.ts';
import { viewLintContext } from './viewLintContext.ts';
import { viewPack } from './viewPack.ts';
import { readTable, viewStepTable } from './viewStepTable.ts';
import { listVersions, viewVersion } from './viewVersion.ts';

/** Packs as designers read, check, compare and draft them; `lifeRoutes` publishes. */
export const packRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs',
    access: designers,
    tag: 'packs',
    summary: 'Packs with their live version, and own drafts of new ones',
    response: listOf(z.looseObject({ packCode: z.string(), name: textSchema })),
    handle: ({ app, actor }) => listPacks(app, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/departments',
    access: designers,
    tag: 'packs',
    summary: 'Departments, towns and villages that a pack may name',
    response: listOf(
      departmentRef.extend({
        level: z.string(),
        division: z.string(),
        /** Its own; left out: the calendar's. */
        businessHours: hoursView.optional(),
      }),
    ),
    handle: async ({ app }) => ({
      items: app.organisation.departments().map(({ departmentId, name, level, division, businessHours }) => ({
        ...{ id: departmentId, name, level, division },
        ...(businessHours?.length ? { businessHours } : {}),
      })),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs',
    access: ['designer'],
    tag: 'packs',
    summary:
      'Begin a new pack as a draft: from a published pack, a starting point, a table of steps, or the minimal one',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      packCode: packParams.shape.packCode,
      name: textSchema,
      /** One of the three, or none for the minimal pack. */
      template: packParams.shape.packCode.nullable().optional(),
      gallery: z.string().max(32).optional(),
      table: z.string().max(20_000).optional(),
      department: z.string().max(32).optional(),
    }),
    response: draftView,
    handle: async ({ app, actor, body: { packCode, name, department, ...start } }) =>
      viewDraft(await createPack({ app, actor, packCode, name, department, start })),
  }),
  defineRoute({
    method: 'get',
    path: '/pack-gallery',
    access: designers,
    tag: 'packs',
    summary: 'Starting points for new packs',
    response: listOf(z.object({ key: z.string(), name: textSchema, description: textSchema })),
    handle: async () => ({ items: [...startingPoints] }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/step-table',
    access: designers,
    tag: 'packs',
    summary: 'How a table of steps is read, and what cannot be; stores nothing',
    body: z.strictObject({ table: z.string().max(20_000) }),
    response: readTable,
    handle: async ({ body }) => viewStepTable(body.table),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}',
    access: designers,
    tag: 'packs',
    summary: 'The live version of a pack with its files and versions, and the own draft',
    params: packParams,
    response: z.looseObject({
      packCode: z.string(),
      version: z.number(),
      hash: z.string(),
      files: z.array(z.object({ path: z.string(), text: z.string() })),
      versions: z.array(versionView),
      draft: draftView.nullable(),
      approval: z.boolean(),
    }),
    handle: ({ app, actor, params }) => viewPack(app, actor, params.packCode),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/draft',
    access: designers,
    tag: 'packs',
    summary: 'The own draft of a pack with its findings',
    params: packParams,
    response: draftView,
    handle: async ({ app, actor, params }) => {
      const draft = await readDraft(app, actor, params.packCode);
      if (draft === null) throw new AppError('notFound');
      return viewDraft(draft);
    },
  }),
  defineRoute({
    method: 'put',
    path: '/packs/{packCode}/draft',
    access: ['designer'],
    tag: 'packs',
    summary:
      'Save the own draft of a pack; If-Match names the revision that was edited, left out for the first',
    params: packParams,
    body: z.strictObject({ baseVersion: z.number().int().min(0), files: packFiles }),
    response: draftView,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewDraft(await saveDraft({ app, actor, packCode: params.packCode, ...body, expected: ifMatch })),
  }),
  defineRoute({
    method: 'delete',
    path: '/packs/{packCode}/draft',
    access: ['designer'],
    tag: 'packs',
    summary: 'Drop the own draft of a pack',
    params: packParams,
    handle: ({ app, actor, params }) => dropDraft(app, actor, params.packCode),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions',
    access: designers,
    tag: 'packs',
    summary: 'Versions of a pack, latest first',
    params: packParams,
    response: listOf(versionView),
    handle: async ({ app, params }) => ({ items: await listVersions(app, params.packCode) }),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}',
    access: designers,
    tag: 'packs',
    summary: 'One version of a pack with its files',
    params: versionParams,
    response: z.looseObject({ packCode: z.string(), version: z.number(), files: packFiles }),
    handle: ({ app, params }) => viewVersion(app, params.packCode, params.version),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}/diff/{other}',
    access: designers,
    tag: 'packs',
    summary: 'What differs between two published versions of a pack',
    params: versionParams.extend({ other: versionNumber }),
    response: comparison,
    handle: ({ app, params: { packCode, version, other } }) =>
      compareVersions({ app, packCode, before: version, after: other }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/versions/{version}/diff',
    access: designers,
    tag: 'packs',
    summary: 'What differs between a published version and files that are not published; stores nothing',
    params: versionParams,
    body: z.strictObject({ files: packFiles }),
    response: comparison,
    handle: ({ app, params: { packCode, version }, body }) =>
      compareVersions({ app, packCode, before: version, after: body.files }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/license-preview',
    access: ['designer'],
    tag: 'packs',
    summary:
      'A license template drawn with made-up values, and what had to be squeezed; stores nothing, seals nothing',
    params: packParams,
    body: z.strictObject({
      template: z.string().max(100_000),
      values: z.record(z.string().max(64), z.unknown()),
      picture: z.boolean().default(true),
    }),
    response: licensePreview,
    handle: ({ app, actor, body }) => previewLicense({ app, actor, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/document-preview',
    access: ['designer'],
    tag: 'packs',
    summary:
      'A statutory document drawn with the words of a pack and made-up values; stores nothing, seals nothing',
    params: packParams,
    body: z.strictObject({
      kind: z.enum(documentKinds),
      title: z.string().max(200).optional(),
      body: z.string().max(10_000),
      values: z.record(z.string().max(64), z.string().max(500)),
      departmentId: z.string().max(32).optional(),
      /** The words before each signature that is printed. */
      signatures: z.array(z.string().max(200)).max(20).optional(),
      long: z.boolean().default(false),
    }),
    response: documentPreview,
    handle: ({ app, actor, body }) => previewDocument({ app, actor, ...body }),
  }),
  defineRoute({
    method: 'get',
    path: '/pack-directory',
    access: designers,
    tag: 'packs',
    summary: 'What a pack may name of this installation: departments, types of licenses, themes',
    response: packDirectory,
    handle: ({ app }) => viewDirectory(app),
  }),
  defineRoute({
    method: 'get',
    path: '/pack-lint-context',
    access: designers,
    tag: 'packs',
    summary: 'What the check of packs asks about this installation; of other packs those named',
    query: z.object({ packs: packNames }),
    response: lintContextView,
    handle: ({ app, query }) => viewLintContext(app, query.packs),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/lint',
    access: designers,
    tag: 'packs',
    summary: 'Findings about a pack; stores nothing',
    params: packParams,
    body: z.strictObject({ files: packFiles }),
    response: z.object({ findings: z.array(findingView) }),
    handle: async ({ app, body }) => ({ findings: await lintFiles(app, body.files) }),
  }),
];
