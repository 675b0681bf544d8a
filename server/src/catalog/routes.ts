import { formatLimit } from '@onewindow/clocks';
import { packDiffSchema } from '@onewindow/processes';
import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef as toDepartmentRef } from '../cases/viewCase.ts';
import { commitmentOffer } from '../commitment/viewCommitment.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, findingView, listOf, packFiles, textSchema } from '../http/schemas.ts';
import { refusalReasons } from '../intake/refuseAcceptance.ts';
import { compareVersions } from './compareVersions.ts';
import { lintFiles } from './lintFiles.ts';
import { listPacks } from './listPacks.ts';
import type { PackContentDocument } from './model.ts';
import { publishPack } from './publishPack.ts';
import { searchItems } from './searchItems.ts';

const packParams = z.object({ packCode: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/) });
const versionView = z.looseObject({
  version: z.number(),
  hash: z.string(),
  publishedAt: z.string(),
  publishedBy: z.string(),
  note: z.string(),
});
const designers = ['designer', 'admin'] as const;
const versionNumber = z.coerce.number().int().min(1);
const comparison = packDiffSchema.extend({
  before: z.number(),
  after: z.number().nullable(),
  summary: textSchema,
});

export const catalogRoutes = [
  defineRoute({
    method: 'get',
    path: '/items',
    access: ['clerk', 'approver', 'head', 'designer', 'admin'],
    tag: 'catalogue',
    summary: 'Items by name, alias, pinyin, initials or code',
    query: z.object({
      query: z.string().max(100).default(''),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: listOf(
      z.looseObject({
        packCode: z.string(),
        name: textSchema,
        department: departmentRef,
        version: z.number(),
      }),
    ),
    handle: async ({ app, query }) => ({
      items: (await searchItems({ app, ...query })).map(
        ({ departmentId, packCode, name, aliases, operations, kind, powerType, limits, version }) => ({
          packCode,
          name,
          aliases,
          department: toDepartmentRef(app, departmentId),
          operations,
          kind,
          powerType,
          limits,
          version,
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/items/{packCode}/operations/{operation}',
    access: ['clerk'],
    tag: 'catalogue',
    summary: 'What the window needs to take an application in',
    params: packParams.extend({ operation: z.string().max(32) }),
    response: z.looseObject({ packCode: z.string(), version: z.number(), form: z.unknown() }),
    handle: async ({ app, params }) => {
      const loaded = await app.packs.live(params.packCode);
      const operation = loaded.operation(params.operation);
      const limits = loaded.limitsOf(params.operation);
      return {
        packCode: params.packCode,
        version: loaded.version,
        name: loaded.pack.name,
        operation: { key: operation.key, name: operation.name },
        form: loaded.form(operation.intakeForm),
        materials: operation.materials.map((key) => loaded.material(key)),
        requiresLicense: operation.requiresLicense,
        applicantKinds: loaded.pack.applicantKinds,
        area: loaded.pack.area,
        limits: {
          statutory: limits.statutory.unit === 'none' ? null : formatLimit(limits.statutory),
          promised: formatLimit(limits.promised),
        },
        commitment: loaded.pack.commitment === undefined ? null : commitmentOffer(loaded.pack.commitment),
        areas: areasOf(app),
        refusalReasons: loaded.pack.refusalReasons.length > 0 ? loaded.pack.refusalReasons : refusalReasons,
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/packs',
    access: designers,
    tag: 'packs',
    summary: 'Packs with their live version',
    response: listOf(z.looseObject({ packCode: z.string(), name: textSchema })),
    handle: ({ app }) => listPacks(app),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}',
    access: designers,
    tag: 'packs',
    summary: 'The live version of a pack with its files and versions',
    params: packParams,
    response: z.looseObject({
      packCode: z.string(),
      version: z.number(),
      hash: z.string(),
      files: packFiles,
    }),
    handle: async ({ app, params }) => {
      const live = await app.packs.latest(params.packCode);
      if (live === undefined) throw new AppError('itemUnknown', { params });
      return {
        ...(await viewVersion(app, params.packCode, live.version)),
        versions: await listVersions(app, params.packCode),
      };
    },
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
    params: packParams.extend({ version: versionNumber }),
    response: z.looseObject({ packCode: z.string(), version: z.number(), files: packFiles }),
    handle: ({ app, params }) => viewVersion(app, params.packCode, params.version),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}/diff/{other}',
    access: designers,
    tag: 'packs',
    summary: 'What differs between two published versions of a pack',
    params: packParams.extend({ version: versionNumber, other: versionNumber }),
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
    params: packParams.extend({ version: versionNumber }),
    body: z.strictObject({ files: packFiles }),
    response: comparison,
    handle: ({ app, params: { packCode, version }, body }) =>
      compareVersions({ app, packCode, before: version, after: body.files }),
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
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/versions',
    access: ['designer'],
    tag: 'packs',
    summary: 'Publish a pack as its next version',
    status: 201,
    idempotent: true,
    params: packParams,
    body: z.strictObject({
      files: packFiles,
      baseVersion: z.number().int().min(0),
      note: z.string().trim().max(500).default(''),
    }),
    response: z.object({ packCode: z.string(), version: z.number(), hash: z.string() }),
    handle: async ({ app, actor, params, body }) => {
      const entry = await publishPack({ app, publisher: actor, packCode: params.packCode, ...body });
      return { packCode: entry.packCode, version: entry.version, hash: entry.hash };
    },
  }),
];

function areasOf(app: AppContext) {
  return app.organisation.towns().flatMap((town) => {
    const body = app.organisation.departmentOfDivision(town.code);
    if (body === undefined) return [];
    const villages = app.organisation.villagesOf(town.code).flatMap((village) => {
      const point = app.organisation.departmentOfDivision(village.code);
      return point === undefined ? [] : [{ id: point.departmentId, name: village.name }];
    });
    return [{ town: { id: body.departmentId, name: town.name }, villages }];
  });
}

async function listVersions(app: AppContext, packCode: string) {
  const versions = await app.models.packVersions
    .find({ tenant: app.tenant, packCode })
    .sort({ version: -1 })
    .lean();
  return versions.map((entry) => ({
    version: entry.version,
    hash: entry.hash,
    publishedAt: entry.publishedAt.toISOString(),
    publishedBy: entry.publishedBy.name,
    note: entry.note,
  }));
}

async function viewVersion(app: AppContext, packCode: string, version: number) {
  const loaded = await app.packs.version(packCode, version);
  const content = (await app.models.packContents
    .findOne({ tenant: app.tenant, hash: loaded.hash })
    .lean()) as PackContentDocument | null;
  return {
    packCode,
    version,
    hash: loaded.hash,
    name: loaded.pack.name,
    files: content?.files ?? [],
    manifest: loaded.pack,
  };
}
