import { z } from 'zod';
import { licenseSchema } from './licenseSchema.ts';
import { limitsOverrideSchema, limitsSchema } from './limitsSchema.ts';
import { prefillSchema } from './sourceSchema.ts';
import { stepSchema, variableSchema } from './stepSchema.ts';
import { departmentIdSchema, keySchema, packCodeSchema, packPathSchema, textSchema } from './text.ts';

export const itemKinds = [
  'approval',
  'registration',
  'benefit',
  'filing',
  'confirmation',
  'service',
  'dispatch',
  'theme',
] as const;

export const powerTypes = [
  '行政许可',
  '行政确认',
  '行政给付',
  '行政备案',
  '行政奖励',
  '行政裁决',
  '公共服务',
  '其他行政权力',
] as const;

/** 新办, 变更, 延续, 补证, 注销. */
export const operationKeys = ['new', 'amend', 'renew', 'reissue', 'deregister'] as const;

const operationSchema = z.strictObject({
  key: z.enum(operationKeys),
  name: textSchema,
  intakeForm: packPathSchema,
  /** Keys of `materials` that this operation asks for, in the order of the list at the window. */
  materials: z.array(keySchema),
  licenseAction: z.enum(['issue', 'amend', 'renew', 'reissue', 'deregister', 'none']),
  /** Asked in time and undecided at expiry: deemed renewed (Administrative License Law art. 50). */
  deemedRenewal: z.boolean().default(false),
  /** The application names the license that it is about (`licenseId`). */
  requiresLicense: z.boolean().default(false),
  /** Put into the form when the draft is made: no question whose answer is already there. */
  prefill: z.array(prefillSchema).default([]),
  limits: limitsOverrideSchema.optional(),
});

const materialSchema = z.strictObject({
  key: keySchema,
  name: textSchema,
  required: z.boolean().default(true),
  /** A key material can never be handed in later; any other may (容缺受理). */
  keyMaterial: z.boolean().default(true),
  /** Types of licenses in store that satisfy it (免提交). */
  licenseTypes: z.array(keySchema).default([]),
  accept: z
    .array(z.enum(['pdf', 'jpg', 'png']))
    .min(1)
    .default(['pdf', 'jpg', 'png']),
  maxMegabytes: z.int().min(1).max(100).default(20),
  /** What the applicant should know about it. */
  note: textSchema.optional(),
});

const codesSchema = z.strictObject({
  /** 基本编码. */
  basicCode: z.string().min(1),
  /** 实施编码. */
  implementationCode: z.string().min(1),
  /** 业务办理项编码. */
  handlingItemCode: z.string().min(1),
});

/** Statutory documents of a case (ux.md, window clerk); the values of the parameter `document` of `issue-document`. */
export const documentKinds = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'notAcceptedNotice',
  'specialProcedureNotice',
  'extensionNotice',
  'grantDecision',
  'refusalDecision',
  'deliveryReceipt',
] as const;

/** `title` replaces the usual one, for instance 补贴批准通知书 for a benefit. */
const documentTextSchema = z.strictObject({ title: textSchema.optional(), body: textSchema });

/** `pack.yaml`: everything about an item that is not process, form, notice or template. */
export const packSchema = z.strictObject({
  schemaVersion: z.literal(1),
  packCode: packCodeSchema,
  name: textSchema,
  /** Other names under which people look for it. */
  aliases: z.array(z.string().min(1)).default([]),
  kind: z.enum(itemKinds),
  powerType: z.enum(powerTypes),
  codes: codesSchema,
  department: departmentIdSchema,
  /** Id of a rule set of `@onewindow/clocks`. */
  ruleSet: z.string().min(1),
  startsAt: z.enum(['acceptance', 'receipt']).default('acceptance'),
  /** Worked on here, in another system, or there with a mirror here. */
  handling: z.enum(['local', 'external', 'mirrored']).default('local'),
  applicantKinds: z
    .array(z.enum(['natural', 'legal']))
    .min(1)
    .default(['natural', 'legal']),
  /** How closely the place must be known at receipt; sets the variables `town` and `village`. */
  area: z.enum(['none', 'town', 'village']).default('none'),
  legalBasis: z
    .array(z.strictObject({ title: z.string().min(1), article: z.string().min(1).optional() }))
    .default([]),
  /** Empty: free of charge. */
  fees: z
    .array(z.strictObject({ name: textSchema, amount: z.string().min(1), cite: z.string().min(1) }))
    .default([]),
  operations: z.array(operationSchema).min(1),
  limits: limitsSchema,
  /** Grounds on which the clocks may be paused after a written notice. */
  specialProcedures: z
    .array(
      z.strictObject({
        key: keySchema,
        name: textSchema,
        ground: z.string().min(1),
        cite: z.string().min(1),
      }),
    )
    .default([]),
  materials: z.array(materialSchema).default([]),
  /** Offered when an application is not accepted (不予受理). */
  refusalReasons: z.array(z.strictObject({ key: keySchema, text: textSchema })).default([]),
  intakeVariables: z.array(variableSchema).default([]),
  /** By id of the user task. */
  steps: z.record(keySchema, stepSchema),
  /** What the item says in a statutory document, beside what the product's layout says anyway; `{{…}}` as in notices. */
  documents: z.partialRecord(z.enum(documentKinds), documentTextSchema).default({}),
  license: licenseSchema.optional(),
  /** Codes of the themes (一件事) that bundle it. */
  themes: z.array(packCodeSchema).default([]),
});

/** `pack.yaml` as read: limits in the normal form of `@onewindow/clocks`, defaults filled in. */
export type PackManifest = z.output<typeof packSchema>;
/** `pack.yaml` as written. */
export type PackManifestInput = z.input<typeof packSchema>;
export type DocumentKind = (typeof documentKinds)[number];
export type Operation = PackManifest['operations'][number];
export type Material = PackManifest['materials'][number];
export type OperationKey = (typeof operationKeys)[number];
