import { z } from 'zod';
import { caseView, departmentRef, licenseSummary, textSchema } from '../http/schemas.ts';
import { reclaimStates } from '../payment/reclaimModel.ts';
import { ratingView } from '../satisfaction/routes.ts';

/** A mobile number of the mainland; spaces and hyphens are the writer's. */
export const phoneSchema = z
  .string()
  .transform((value) => value.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^1[3-9]\d{9}$/));
export const codeSchema = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

const name = z.string().trim().min(1).max(200);
const idNumber = z.string().trim().toUpperCase().min(1).max(40);
export const partySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self'), name, idType: z.literal('111').default('111'), idNumber }),
  z.strictObject({
    kind: z.literal('person'),
    name,
    idType: z
      .string()
      .regex(/^\d{3}$/)
      .default('111'),
    idNumber,
    phone: z.string().trim().max(30).optional(),
    authorisation: z.string().trim().min(1).max(500),
  }),
  z.strictObject({
    kind: z.literal('company'),
    name,
    idType: z.literal('001').default('001'),
    idNumber,
    legalRepresentative: name,
    authorisation: z.string().trim().max(500).optional(),
  }),
]);

export const partyView = z.object({
  id: z.string(),
  kind: z.enum(['self', 'person', 'company']),
  name: z.string(),
  idNumber: z.string(),
  verified: z.object({ by: z.string(), at: z.string() }).nullable(),
});

export const accountView = z.object({
  account: z
    .object({ id: z.string(), phone: z.string(), mail: z.string(), parties: z.array(partyView) })
    .nullable(),
  csrfToken: z.string(),
  profile: z.enum(['dev', 'prod']),
  serverTime: z.string(),
});

export const ownSummaryView = z.looseObject({
  id: z.string(),
  caseNo: z.string().nullable(),
  packCode: z.string(),
  itemName: textSchema,
  state: z.string(),
  applicantName: z.string(),
  updatedAt: z.string(),
  department: departmentRef,
});

export const ownCaseView = ownSummaryView.extend({
  version: z.number(),
  formData: z.record(z.string(), z.unknown()),
  materials: caseView.shape.materials,
  licenses: z.array(licenseSummary),
  rating: ratingView.nullable(),
  actions: z.array(z.string()),
});

export const onlineItem = z.looseObject({
  packCode: z.string(),
  name: textSchema,
  department: departmentRef,
  operations: z.array(z.looseObject({ key: z.string(), name: textSchema })),
});

const paid = z.object({
  kind: z.enum(['period', 'arrears', 'returned']),
  period: z.string(),
  amountFen: z.number().int(),
});
export const ownBenefitView = z.object({
  id: z.string(),
  caseNo: z.string(),
  itemName: textSchema,
  department: departmentRef,
  holderName: z.string(),
  amountFen: z.number().int(),
  periodKind: z.enum(['month', 'quarter', 'year', 'once']),
  state: z.enum(['running', 'suspended', 'ended']),
  firstPeriod: z.string(),
  lastPeriod: z.string().nullable(),
  ended: z.object({ ground: z.string(), on: z.string() }).nullable(),
  suspensions: z.array(
    z.object({
      name: textSchema,
      effectiveOn: z.string(),
      fromPeriod: z.string(),
      inForce: z.boolean(),
      /** What makes payment go on; null where the pack says nothing any more. */
      resumes: z.enum(['renewed', 'checked', 'byDecision']).nullable(),
    }),
  ),
  held: z.array(z.string()),
  /** What the next list pays beside its own period. */
  owed: z.array(paid),
  reclaims: z.array(
    z.object({
      amountFen: z.number().int(),
      openFen: z.number().int(),
      state: z.enum(reclaimStates),
      from: z.string(),
    }),
  ),
  /** The latest first. */
  payments: z.array(paid.extend({ returned: z.object({ at: z.string(), reason: z.string() }).nullable() })),
});
