import { z } from 'zod';
import { field } from '../schema/field.ts';
import { departmentIdSchema, keySchema } from '../schema/text.ts';
import { formData } from './dataSchema.ts';

const count = (zh: string, en: string, example: number) => field(z.int().min(0).optional(), zh, en, example);

const evaluationSchema = z.union([
  z.literal('none'),
  z.strictObject({
    rounds: count('轮数', 'Rounds', 1),
    responseOnTime: field(
      z.boolean().nullable().optional(),
      '按时接单；null 为没有响应时限',
      'Answered in time; null where there is no limit',
      true,
    ),
    disposalOnTime: field(z.boolean().nullable().optional(), '按时处置', 'Dealt with in time', true),
    measures: formData(
      '指标（回访），只核对写出的几项',
      'Measures of the call back; only those named are compared',
      {
        solutionRate: true,
      },
    ).optional(),
  }),
]);

/** What is to be so of a case file of a dispatch. */
export const fileExpectationSchema = z.strictObject({
  stage: field(z.string().max(32).optional(), '阶段', 'Stage', 'handle'),
  category: field(keySchema.optional(), '大类', 'Category', 'cityAppearance'),
  subcategory: field(keySchema.optional(), '小类', 'Subcategory', 'exposedRubbish'),
  level: field(keySchema.optional(), '紧急程度', 'Urgency', 'urgent'),
  unit: field(departmentIdSchema.optional(), '处置部门', 'Unit that deals with it', 't005'),
  firstUnit: field(departmentIdSchema.optional(), '首接单位', 'Unit that took it first', 't005'),
  round: count('第几轮', 'Round', 2),
  reports: count('上报次数', 'Reports', 2),
  calls: count('回访次数', 'Call backs made', 3),
  counts: field(
    z.partialRecord(z.enum(['sendBack', 'postpone', 'suspend', 'redo', 'reopen']), z.int().min(0)).optional(),
    '退单、延期、挂账、返工、重新办理各几次，只核对写出的几项',
    'How often it was sent back, postponed, suspended, redone, reopened; only those named are compared',
    { sendBack: 1 },
  ),
  suspendedUntil: field(
    z.string().max(16).optional(),
    '挂账到哪一天；none 为没有挂账',
    'Day to which it is suspended; `none` where it is not',
    '2026-11-12',
  ),
  end: field(
    z.enum(['none', 'closed', 'void']).optional(),
    '如何了结：closed 结案，void 作废，none 未了结',
    'How it ended: closed, void, or not yet',
    'closed',
  ),
  evaluation: field(evaluationSchema.optional(), '综合评价', 'Evaluation', {
    rounds: 1,
    disposalOnTime: true,
  }),
});
