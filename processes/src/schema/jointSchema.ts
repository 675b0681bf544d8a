import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { departmentIdSchema, keySchema, packLimitSchema, pointerSchema, stepKeySchema } from './text.ts';

/** 并联意见: departments that must agree, and what happens when they do not. */
export const jointSchema = z.strictObject({
  key: field(keySchema, '标识', 'Key', 'trafficOpinion'),
  variable: field(
    keySchema,
    '汇总结果写入的流程变量：open 尚有部门未答复，agreed 同意，dissent 不同意',
    'Process variable that holds the result: open (an answer is missing), agreed, dissent',
    'trafficAgreement',
  ),
  article26: field(
    z.boolean().default(false),
    '按《行政许可法》第二十六条联合办理：法定时限 45 个工作日，可延长 15 个工作日',
    'Declared joint handling under art. 26: 45 working days, extension 15',
    false,
  ),
  opinions: field(
    z
      .array(
        z.strictObject({
          department: field(departmentIdSchema, '提出意见的部门', 'Department that gives an opinion', 'jtzd'),
          step: field(stepKeySchema, '提出意见的环节', 'Step in which it does', 'trafficOpinion'),
          agree: field(z.array(keySchema).min(1), '表示同意的结果', 'Outcomes that mean agreement', [
            'agree',
          ]),
          dissent: field(z.array(keySchema).default([]), '表示不同意的结果', 'Outcomes that mean dissent', [
            'disagree',
          ]),
        }),
      )
      .min(1),
    '各部门的意见',
    'Opinions, one a department',
  ),
  agreement: field(
    z.enum(['all', 'majority']).default('all'),
    '全部同意或多数同意',
    'All agree, or most',
    'all',
  ),
  silence: field(
    z
      .strictObject({
        after: field(packLimitSchema, '多久没有答复', 'After so long without an answer', '3 workday'),
        means: field(
          z.enum(['escalate', 'agree']).default('escalate'),
          '视为：上报，或者视为同意（须有依据）',
          'Goes up, or counts as agreement (with its rule cited)',
          'escalate',
        ),
        cite: field(
          citeSchema.optional(),
          '视为同意的依据',
          'Article for counting silence as agreement',
          '《中华人民共和国行政许可法》第二十六条',
        ),
      })
      .optional(),
    '逾期不答复的处理',
    'What silence means',
  ),
  dissentMeeting: field(
    z.strictObject({
      step: field(stepKeySchema, '会商环节', 'Step of the meeting', 'headsMeeting'),
      attendees: field(z.array(keySchema).min(1), '参加会商的角色', 'Roles that take part', ['head']),
      agree: field(z.array(keySchema).min(1), '表示会商同意的结果', 'Outcomes that mean agreement', [
        'agree',
      ]),
      attendeesFrom: field(
        pointerSchema.optional(),
        '会商记录中参加人员的表格字段：每行有 department（部门标识）；各意见部门都须有人参加',
        'Table field of the record with one row a participant, its `department` a department id; every department that was asked must be there',
        '/attendees',
      ),
      limit: field(packLimitSchema, '会商时限', 'Limit of the meeting', '2 workday'),
    }),
    '意见不一致时由各部门负责人会商',
    'Dissent goes to a meeting of the heads',
  ),
});
