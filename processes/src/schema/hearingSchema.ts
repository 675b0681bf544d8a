import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { conditionSchema, keySchema, packLimitSchema } from './text.ts';

/** 听证 (Administrative License Law arts 46–48). */
export const hearingSchema = z
  .strictObject({
    when: field(
      conditionSchema.optional(),
      '何时须告知听证权利；不写则每件',
      'When the right is told; left out: in every case',
      'affectsNeighbours',
    ),
    parties: field(
      z.array(z.enum(['applicant', 'interested'])).min(1),
      '告知谁：申请人、利害关系人',
      'Who is told: applicant, interested parties',
      ['applicant', 'interested'],
    ),
    tellStep: field(keySchema, '告知听证权利的环节', 'Step that tells of the right', 'tellHearing'),
    holdStep: field(
      keySchema,
      '举行听证并填写笔录的环节',
      'Step that holds it and records it',
      'holdHearing',
    ),
    request: field(packLimitSchema, '告知后多久内可以申请', 'To be asked for within so long of being told', {
      limit: '5 workday',
      cite: '《行政许可法》第四十七条',
    }),
    hold: field(packLimitSchema, '申请后多久内举行', 'Held within so long of being asked for', {
      limit: '20 workday',
      cite: '《行政许可法》第四十七条',
    }),
    noticeBefore: field(packLimitSchema, '举行前多久通知时间地点', 'Time and place told so long before', {
      limit: '7 workday',
      cite: '《行政许可法》第四十八条',
    }),
    procedure: field(
      keySchema.optional(),
      '暂停时限所依据的特别程序',
      'Special procedure that pauses the clocks',
      'hearing',
    ),
  })
  .superRefine((hearing, context) => {
    for (const part of ['request', 'hold', 'noticeBefore'] as const)
      if (hearing[part].unit === 'none')
        context.addIssue({ code: 'custom', path: [part], message: rule('hearingOfPermit') });
  });
