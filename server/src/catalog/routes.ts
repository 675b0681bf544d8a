import { formatLimit } from '@onewindow/clocks';
import { z } from 'zod';
import { departmentRef as toDepartmentRef } from '../cases/viewCase.ts';
import { commitmentOffer } from '../commitment/viewCommitment.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, listOf, textSchema } from '../http/schemas.ts';
import { refusalReasons } from '../intake/refusalReasons.ts';
import { areasOf } from './areasOf.ts';
import { eventNames } from './eventNames.ts';
import { packParams } from './packShapes.ts';
import { searchItems } from './searchItems.ts';
import { parseAnswers, viewSituation } from './viewSituation.ts';
import { viewRetirement } from './viewVersion.ts';

const textOrNull = textSchema.nullable();
/** What `viewSituation` answers; null where the operation asks nothing. */
export const situationView = z
  .object({
    questions: z.array(
      z.object({
        key: z.string(),
        title: textSchema,
        help: textOrNull,
        /** Field of the form that the answer fills. */
        field: z.string(),
        answer: z.string().nullable(),
        options: z.array(z.object({ value: z.string(), name: textSchema, help: textOrNull })),
      }),
    ),
    /** Fields of all questions of the operation, by key, asked now or not. */
    fields: z.record(z.string(), z.string()),
    complete: z.boolean(),
    materials: z.array(
      z.object({
        key: z.string(),
        name: textSchema,
        required: z.boolean(),
        note: textOrNull,
        fromLicense: z.boolean(),
        verdict: z.enum(['yes', 'no', 'open']),
        because: z.array(z.object({ title: textSchema, answer: textOrNull })),
        dependsOn: z.array(textSchema),
      }),
    ),
    /** Those that can still apply; the one, once it is certain. `name` is null for the item's own limits. */
    situations: z.array(
      z.object({ name: textOrNull, statutory: z.string().nullable(), promised: z.string().nullable() }),
    ),
  })
  .nullable();
/** `key:value,key:value`. */
export const answersQuery = z.object({ answers: z.string().max(2000).default('') });

export const catalogRoutes = [
  defineRoute({
    method: 'get',
    path: '/items',
    access: ['clerk', 'approver', 'head', 'designer', 'admin'],
    tag: 'catalogue',
    summary: 'Items by name, alias, pinyin, initials, code or life event',
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
        /** Set when no new case of the item begins. */
        retired: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
      }),
    ),
    handle: async ({ app, query }) => ({
      items: (await searchItems({ app, ...query })).map(
        ({
          departmentId,
          retired,
          packCode,
          name,
          aliases,
          lifeEvents,
          operations,
          kind,
          powerType,
          limits,
          version,
        }) => ({
          packCode,
          name,
          aliases,
          lifeEvents: eventNames(lifeEvents),
          department: toDepartmentRef(app, departmentId),
          operations,
          kind,
          powerType,
          limits,
          version,
          retired: retired === undefined ? null : viewRetirement(retired),
        }),
      ),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/items/{packCode}/operations/{operation}',
    access: ['clerk', 'operator'],
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
    path: '/items/{packCode}/operations/{operation}/situation',
    access: ['clerk', 'operator'],
    tag: 'catalogue',
    summary: 'Guided questions 情形引导: what the answers so far leave of materials and limits',
    params: packParams.extend({ operation: z.string().max(32) }),
    query: answersQuery,
    response: z.object({ situation: situationView }),
    handle: async ({ app, params, query }) => ({
      situation: viewSituation(
        await app.packs.live(params.packCode),
        params.operation,
        parseAnswers(query.answers),
      ),
    }),
  }),
];
