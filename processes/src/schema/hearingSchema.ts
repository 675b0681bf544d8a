import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { conditionSchema, keySchema, packLimitSchema, pointerSchema, stepKeySchema } from './text.ts';

/** The steps that a hearing goes through, and what is read from their forms. */
const courseSchema = z.strictObject({
  requestStep: field(
    stepKeySchema,
    '登记申请听证或者放弃听证的环节；流程图上带有边界定时器，期满无人申请时继续',
    'Step that records the request or the waiver; a boundary timer goes on when nobody asks in time',
    'awaitRequest',
  ),
  requested: field(
    z.array(keySchema).min(1),
    '表示申请听证的结果；其他结果为放弃',
    'Outcomes that ask for a hearing; others waive it',
    ['requested'],
  ),
  variable: field(
    keySchema,
    '申请截止时刻写入的流程变量，边界定时器用',
    'Process variable with the end of the time to ask, for the boundary timer',
    'hearingRequestUntil',
  ),
  arrangeStep: field(
    stepKeySchema,
    '确定并通知听证时间、地点的环节',
    'Step that fixes day and place and tells them',
    'arrangeHearing',
  ),
  dayFrom: field(pointerSchema, '听证日期所在字段', 'Field with the day of the hearing', '/hearingDay'),
  timeFrom: field(
    pointerSchema.optional(),
    '听证时间（时:分）所在字段，写入听证通知书',
    'Field with its time (hh:mm), printed in the notice of the hearing',
    '/hearingTime',
  ),
  placeFrom: field(pointerSchema, '听证地点所在字段', 'Field with its place', '/place'),
  partyFrom: field(
    pointerSchema.optional(),
    '申请环节中身份所在字段，取值为 applicant 或 interested；不在 parties 中的身份不能申请',
    'Field of the request with the capacity, applicant or interested; one that `parties` does not name cannot ask',
    '/requesterKind',
  ),
});

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
    tellStep: field(stepKeySchema, '告知听证权利的环节', 'Step that tells of the right', 'tellHearing'),
    holdStep: field(
      stepKeySchema,
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
    course: field(
      courseSchema.optional(),
      '听证的经过：申请、通知、举行；不写则只登记',
      'Its course: request, notice, hearing; left out: the steps merely record it',
    ),
  })
  .superRefine((hearing, context) => {
    for (const part of ['request', 'hold', 'noticeBefore'] as const)
      if (hearing[part].unit === 'none')
        context.addIssue({ code: 'custom', path: [part], message: rule('hearingOfPermit') });
  });
