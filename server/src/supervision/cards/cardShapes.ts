import { z } from 'zod';
import { departmentRef } from '../../http/schemas.ts';
import { actView, letterView, recordFileView } from '../actView.ts';

/** A yellow or red card as lists show it. */
export const cardLine = z.object({
  id: z.string(),
  colour: z.enum(['yellow', 'red']),
  number: z.string(),
  urgeId: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  department: departmentRef,
  person: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  stage: z.enum(['standing', 'appealed', 'upheld', 'revoked']),
  counts: z.boolean(),
});

export const cardView = cardLine.extend({
  orderNumber: z.string().nullable(),
  acts: z.array(actView),
  files: z.array(recordFileView),
  letters: z.array(letterView),
  can: z.array(z.string()),
});
