import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { rule } from './schemaMessage.ts';
import { sourceSchema } from './sourceSchema.ts';
import { keySchema, packLimitSchema, packPathSchema, pointerSchema, textSchema } from './text.ts';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, rule('monthDayFormat'));

const everyByValueSchema = z.strictObject({
  by: field(sourceSchema, '决定周期的表单字段', 'Field that decides the interval', 'intake:/equipmentType'),
  table: field(
    z
      .array(
        z.strictObject({
          values: field(z.array(z.string().min(1)).min(1), '字段的取值', 'Values of the field', ['elevator']),
          every: field(packLimitSchema, '周期', 'Interval', '1 year'),
        }),
      )
      .min(1),
    '各取值的周期',
    'Interval for each value',
  ),
  otherwise: field(packLimitSchema.optional(), '其他取值的周期', 'Interval for any other value', '2 year'),
});

/** A clock that starts anew after a license or benefit was given: review, annual check, periodic inspection, re-verification. */
export const checkSchema = z.strictObject({
  key: field(keySchema, '核查的标识', 'Key of the check', 'twoYearReview'),
  kind: field(
    z.enum(['review', 'annualCheck', 'periodicInspection', 'reverification']),
    'review 复审，annualCheck 年检，periodicInspection 定期检验，reverification 待遇年度复核',
    'Review, annual check, periodic inspection (of a license), or re-verification (of a benefit)',
    'review',
  ),
  name: field(textSchema, '名称', 'Name', { 'zh-CN': '每两年复核', en: 'Review every two years' }),
  every: field(
    z.union([packLimitSchema, everyByValueSchema]),
    '每隔多久一次，从发证（批准）之日或上次核查起算；可以按表单字段的取值分别规定',
    'Interval from issue (grant) or from the last check; or by the value of a form field',
    '2 year',
  ),
  window: field(
    z
      .strictObject({
        from: field(monthDay, '每年从几月几日', 'From this day of the year', '01-01'),
        to: field(monthDay, '到几月几日', 'To this day of the year', '03-31'),
      })
      .optional(),
    '每年集中办理的期间（年检）',
    'Part of the year in which it is made (annual check)',
  ),
  remindBefore: field(
    z.array(packLimitSchema).default([]),
    '提前多久提醒，可以多次',
    'How long before one is reminded',
    ['30 day'],
  ),
  form: field(packPathSchema.optional(), '核查使用的表单', 'Form of the check', 'forms/annual-check.json'),
  result: field(
    z
      .strictObject({
        field: field(
          pointerSchema,
          '核查表单中的结论字段',
          'Field of the form that holds the result',
          '/result',
        ),
        passed: field(z.array(z.string().min(1)).min(1), '通过的取值', 'Values that count as passed', [
          'pass',
        ]),
      })
      .optional(),
    '结论由表单字段得出；不写则由核查人员另行选择通过或不通过',
    'The result as the form says it; left out: the officer chooses passed or failed',
    { field: '/result', passed: ['pass', 'basic'] },
  ),
  onMissed: field(
    z.enum(['finding', 'suspend', 'notify']).default('finding'),
    '逾期没有核查：finding 记入监察，suspend 暂停证照或待遇，notify 只通知',
    'When it is missed: a finding for the supervisor, suspension, or a notice only',
    'finding',
  ),
  cite: field(citeSchema, '依据条款', 'Article it rests on', '《公共场所卫生管理条例实施细则》第二十五条'),
});

export type Check = z.output<typeof checkSchema>;
