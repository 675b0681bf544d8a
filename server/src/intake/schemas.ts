import { z } from 'zod';
import { agentScopes } from '../cases/model.ts';
import { daySchema } from '../http/schemas.ts';
import { changeReasons } from '../prefill/knownValue.ts';

const shortText = z.string().trim().min(1).max(200);
const phone = z.string().trim().max(30);
/** In capital letters, so that one person has one number in the blind index. */
const idNumber = z.string().trim().toUpperCase().min(1).max(40);

export const applicantSchema = z.strictObject({
  kind: z.enum(['natural', 'legal']),
  name: shortText,
  idType: z.string().regex(/^\d{3}$/),
  idNumber,
  phone: phone.optional(),
  legalRepresentative: z.string().trim().max(200).optional(),
  /** The clerk has compared an old code whose check character fails with its original. */
  numberConfirmed: z.boolean().optional(),
  /** Name and number come from the card reader. */
  source: z.literal('card').optional(),
});

export const agentSchema = z.strictObject({
  name: shortText,
  idType: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  idNumber,
  source: z.literal('card').optional(),
  /** What the letter of authorisation says; its paper is the material `authorisationLetter`. */
  letter: z
    .strictObject({ scope: z.array(z.enum(agentScopes)).max(agentScopes.length), validTo: daySchema })
    .optional(),
  phone: phone.optional(),
  authorisation: z.string().trim().max(500).optional(),
});

export const editSchema = z.strictObject({
  applicant: applicantSchema.optional(),
  agent: agentSchema.nullable().optional(),
  area: z
    .strictObject({ town: z.string().max(32).optional(), village: z.string().max(32).optional() })
    .optional(),
  formData: z.record(z.string(), z.unknown()).optional(),
  licenseId: z.string().max(64).optional(),
  /** Of a visit: pack code of an item that is about a license → that license; an empty one takes it back. */
  memberLicenses: z.record(z.string().max(64), z.string().max(64)).optional(),
  /** Why fields that were filled in for the applicant say something else, by key of the field. */
  formReasons: z
    .record(
      z.string().max(200),
      z.strictObject({ key: z.enum(changeReasons), note: z.string().trim().max(300).optional() }),
    )
    .optional(),
});

export const draftSchema = editSchema.extend({
  packCode: z.string().min(1).max(64),
  operation: z.string().min(1).max(32),
});

export const supplementSchema = z.strictObject({
  items: z
    .array(
      z
        .strictObject({
          materialKey: z.string().max(64).optional(),
          field: z.string().max(200).optional(),
          problem: z.string().trim().min(1).max(500),
        })
        .refine((item) => item.materialKey !== undefined || item.field !== undefined, 'materialKey or field'),
    )
    .min(1)
    .max(100),
});

/** A file of a material, as it is answered. */
export const materialFile = z.looseObject({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

/** All files of a material in their new order, each with its name (its ending stays). */
export const arrangementSchema = z.strictObject({
  files: z
    .array(z.strictObject({ id: z.string().max(64), name: z.string().trim().min(1).max(200) }))
    .min(1)
    .max(200),
});
