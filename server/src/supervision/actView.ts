import { z } from 'zod';
import { textSchema } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';

/** Who answers for a department. */
export const answering = ['approver', 'head', 'clerk', ...dispatchRoles] as const;
/** Who sees records of supervision: supervisors all, the others their department's. */
export const readers = ['supervisor', ...answering] as const;

/** What is written in an act; it stays for good. */
export const words = z.string().trim().min(2).max(2000);
/** Ids of files that were put to the record. */
export const fileIds = z.array(z.string().max(64)).max(10).default([]);

/** One act on a record, as `viewActs` tells it. */
export const actView = z.object({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  by: z.string().nullable(),
  department: z.string().nullable(),
  system: textSchema.nullable(),
  text: textSchema,
  said: z.string().nullable(),
  files: z.array(z.string()),
  hash: z.string(),
});

export const recordFileView = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
});

export const letterView = z.object({
  id: z.string(),
  kind: z.string(),
  title: textSchema,
  number: z.string(),
  issuedAt: z.string(),
});
