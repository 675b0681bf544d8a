import { z } from 'zod';
import { dispatchEffectSchema } from './dispatchEffectSchema.ts';
import { field } from './field.ts';
import { maskSchema, sourceSchema } from './sourceSchema.ts';
import { keySchema, packLimitSchema, packPathSchema, pointerSchema, textSchema } from './text.ts';

const on = field(
  z.array(keySchema).min(1).optional(),
  '哪些结果才有此作用；不写则全部',
  'Outcomes that have the effect; left out: all',
  ['pass'],
);

const publicNoticeSchema = z.strictObject({
  limit: field(
    packLimitSchema,
    '公示期，从完成环节之日起算',
    'Length of the notice, reckoned from the day of completion',
    '7 day',
  ),
  variable: field(
    keySchema,
    '公示截止日写入的流程变量',
    'Process variable that holds its last day',
    'publicNoticeUntil',
  ),
  where: field(
    z
      .array(z.enum(['village', 'town', 'department', 'website', 'site']))
      .min(1)
      .optional(),
    '公示地点：村（社区）、街镇、部门、网站、现场',
    'Where it is posted: village, town, department, website, on site',
    ['village', 'website'],
  ),
  shows: field(
    z
      .array(
        z.strictObject({
          label: field(textSchema, '栏目名称', 'Heading', { 'zh-CN': '姓名', en: 'Name' }),
          from: field(sourceSchema, '取值来源', 'Where the value comes from', 'applicant:/name'),
          as: field(
            z.enum(['value', 'label', 'day']).default('value'),
            '写法：原值、选项名称、日期',
            'As it is, label of the choice, or day',
            'value',
          ),
          mask: field(
            maskSchema.default('none'),
            '如何遮盖：none 不遮，name 姓名，idNumber 证件号，phone 电话，account 账号，address 地址',
            'What is covered before the public sees it',
            'name',
          ),
        }),
      )
      .min(1)
      .optional(),
    '公示的内容及其遮盖（个人信息只公示必要部分，《个人信息保护法》第六条）',
    'What is shown, and what of it is covered (Personal Information Protection Law art. 6)',
  ),
  objectionForm: field(
    packPathSchema.optional(),
    '提出异议的表单',
    'Form of an objection',
    'forms/objection.json',
  ),
});

/**
 * What completing a step does to the case besides moving the token; `on` names the outcomes that have the
 * effect, left out: all.
 * - startSpecialProcedure: issues the written notice (特别程序告知书) with reason and expected calendar days of
 *   the form and pauses the clocks; endSpecialProcedure resumes them (Administrative License Law art. 45).
 * - extendLimit: extends the limits of the case once, by the head who completes the step, and issues the notice (art. 42).
 * - startPublicNotice: reckons the end of the notice from the day of completion and sets it as process variable.
 * - recordDelivery: stops the delivery clock (送达) and issues the delivery receipt.
 * - recordExternal: takes over the number and the status of the other system that the form holds (external and mirrored items).
 * - dispatch: an act on a case file (案卷) of a dispatch.
 */
export const effectSchema = z.union([
  z.strictObject({
    startSpecialProcedure: field(
      z.strictObject({
        procedure: field(keySchema, '哪个特别程序', 'Key of the special procedure', 'sampleTesting'),
        reasonFrom: field(pointerSchema, '理由所在字段', 'Field with the reason', '/reason'),
        expectedDaysFrom: field(
          pointerSchema,
          '预计天数（自然日）所在字段',
          'Field with the expected calendar days',
          '/expectedDays',
        ),
      }),
      '开始特别程序：出具告知书并暂停时限（《行政许可法》第四十五条）',
      'Issues the written notice and pauses the clocks (Administrative License Law art. 45)',
    ),
    on,
  }),
  z.strictObject({
    endSpecialProcedure: field(
      z.strictObject({
        procedure: field(keySchema, '哪个特别程序', 'Key of the special procedure', 'sampleTesting'),
      }),
      '结束特别程序，时限继续',
      'Ends it; the clocks go on',
    ),
    on,
  }),
  z.strictObject({
    startPublicNotice: field(publicNoticeSchema, '开始公示', 'Starts the public notice'),
    on,
  }),
  z.strictObject({
    recordDelivery: field(
      z.strictObject({
        of: field(
          z.enum(['decision', 'annulment']).default('decision'),
          '送达的是审批决定还是撤销决定，各有各的送达时限',
          'What is delivered: the decision, or the annulment of it; each has its own clock',
          'annulment',
        ),
      }),
      '登记送达，送达时限停止',
      'Records delivery; the delivery clock stops',
    ),
    on,
  }),
  z.strictObject({
    recordExternal: field(
      z.strictObject({
        numberFrom: field(
          pointerSchema.optional(),
          '外部编号所在字段',
          'Field with the number of the other system',
          '/externalNumber',
        ),
        statusFrom: field(
          pointerSchema.optional(),
          '外部状态所在字段，取值为 statusMapping 中的状态',
          'Field with the status over there, a value of `statusMapping`',
          '/externalStatus',
        ),
      }),
      '登记外部系统的编号和状态',
      'Records number and status of the other system',
    ),
    on,
  }),
  z.strictObject({
    dispatch: field(
      dispatchEffectSchema,
      '案卷的分拨动作（kind: dispatch）',
      'Act on a case file of a dispatch',
    ),
    on,
  }),
  z.strictObject({
    extendLimit: field(
      z.strictObject({
        amountFrom: field(
          pointerSchema,
          '延长多少所在字段，单位同本事项延长的上限',
          'Field with the amount, in the unit of the longest extension',
          '/days',
        ),
        reasonFrom: field(
          pointerSchema,
          '告知申请人的理由所在字段',
          'Field with the reason that the applicant is told',
          '/reason',
        ),
      }),
      '延长办理期限一次，由办理本环节的本机关负责人批准，提交时重新验证身份，并出具告知书（《行政许可法》第四十二条）',
      'Extends the limits once, approved by the head who completes the step under re-authentication; the notice is issued (Administrative License Law art. 42)',
    ),
    on,
  }),
]);

export type Effect = z.infer<typeof effectSchema>;
