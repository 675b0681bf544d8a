import { z } from 'zod';

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);
const placeText = z.string().trim().min(2).max(200);
const area = z.string().min(1).max(32);

export const reportSchema = z.strictObject({
  packCode: z.string().min(1).max(64),
  source: z.string().min(1).max(64),
  place: z.strictObject({
    town: area,
    village: area.optional(),
    text: placeText,
    position: z.strictObject({ longitude, latitude }).optional(),
  }),
  formData: z.record(z.string(), z.unknown()),
  photoIds: z.array(z.string().max(64)).max(20).default([]),
  reporter: z
    .strictObject({
      name: z.string().trim().max(100).optional(),
      phone: z.string().trim().max(30).optional(),
    })
    .optional(),
  duplicate: z
    .strictObject({
      mergeInto: z.string().max(64).optional(),
      reason: z.string().trim().min(2).max(500).optional(),
    })
    .optional(),
});

export const duplicateQuery = z.object({
  packCode: z.string().min(1).max(64),
  category: z.string().min(1).max(64),
  town: area,
  village: area.optional(),
  text: placeText,
  longitude: z.coerce.number().min(-180).max(180).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
});
