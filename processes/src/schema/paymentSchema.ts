import { z } from 'zod';
import { field } from './field.ts';
import { maskSchema, sourceSchema } from './sourceSchema.ts';
import { keySchema, packLimitSchema, textSchema, uniqueBy } from './text.ts';

/** A column of a list that is shown or exported. */
export const columnSchema = z.strictObject({
  key: field(keySchema, '列的标识', 'Key of the column', 'account'),
  title: field(textSchema, '列标题', 'Heading', { 'zh-CN': '银行账号', en: 'Bank account' }),
  from: field(sourceSchema, '取值来源', 'Where the value comes from', 'intake:/bankAccount'),
  as: field(
    z.enum(['value', 'label', 'day']).default('value'),
    '写法：原值、选项名称、日期',
    'As it is, label of the choice, or day',
    'value',
  ),
  mask: field(maskSchema.default('none'), '如何遮盖', 'What is covered', 'none'),
});

const suspensionSchema = z.strictObject({
  key: field(keySchema, '停发情形的标识', 'Key of the ground', 'disabilityCertificateExpired'),
  name: field(textSchema, '停发情形的名称', 'Name of the ground', {
    'zh-CN': '残疾人证到期',
    en: 'Disability certificate expired',
  }),
  because: field(
    z.union([
      z.strictObject({
        license: field(keySchema, '关注哪类证照', 'Type of license that is watched', 'disabilityCertificate'),
        becomes: field(
          z.enum(['expired', 'annulled', 'deregistered']).default('expired'),
          '证照变为什么状态',
          'State that it comes into',
          'expired',
        ),
      }),
      z.strictObject({
        check: field(
          keySchema,
          '哪项定期核查没有按时完成',
          'Check that was not made in time',
          'annualReview',
        ),
      }),
    ]),
    '停发的原因：引用的证照失效，或者定期核查未通过、未完成',
    'Why: a license that the benefit rests on lapses, or a check is missed',
    { license: 'disabilityCertificate', becomes: 'expired' },
  ),
  noticeBefore: field(packLimitSchema, '停发前多久通知', 'How long before it is told', '30 day'),
  notice: field(keySchema, '使用的通知', 'Notice that is sent', 'suspensionAhead'),
  from: field(
    z.enum(['nextPeriod', 'sameDay']).default('nextPeriod'),
    '从何时停发：下一期或当日',
    'From the next period, or from the same day',
    'nextPeriod',
  ),
  resume: field(
    z.strictObject({
      when: field(
        z.enum(['renewed', 'checked', 'byDecision']),
        '何时恢复：证照换发、核查通过、另行决定',
        'On renewal of the license, on a passed check, or by decision',
        'renewed',
      ),
      arrears: field(z.boolean().default(true), '恢复时补发停发期间的', 'What was held back is paid', true),
      maximum: field(packLimitSchema.optional(), '最多补发多久', 'Arrears of at most this long', '12 month'),
    }),
    '恢复发放的条件和补发',
    'When payment resumes, and with what arrears',
  ),
  endsAfter: field(
    packLimitSchema.optional(),
    '停发多久后终止待遇',
    'The benefit ends after being suspended for so long',
    '12 month',
  ),
});

/** 发放: list of those who are paid, its export, suspension and resumption. */
export const paymentSchema = z.strictObject({
  period: field(z.enum(['month', 'quarter', 'year', 'once']), '发放周期', 'Period of payment', 'month'),
  closesOn: field(
    z.int().min(1).max(28).default(20),
    '每期清单截止日（几号）',
    'Day of the month on which the list of a period is closed',
    20,
  ),
  startsFrom: field(
    z.enum(['decisionPeriod', 'nextPeriod', 'applicationPeriod']).default('nextPeriod'),
    '从哪一期开始发：批准当期、次期、申请当期',
    'First period paid: of the decision, the next one, or of the application',
    'nextPeriod',
  ),
  amount: field(
    sourceSchema,
    '金额（元）所在字段',
    'Field with the amount in yuan',
    'step.districtApprove:/monthlyAmount',
  ),
  columns: field(
    z
      .array(columnSchema)
      .min(1)
      .superRefine(uniqueBy(({ key }) => key)),
    '发放清单导出的各列',
    'Columns of the exported payment list',
  ),
  formats: field(
    z
      .array(z.enum(['csv', 'xlsx']))
      .min(1)
      .default(['csv']),
    '导出格式',
    'Formats of the export',
    ['csv'],
  ),
  onePerHolder: field(
    z
      .strictObject({
        cite: field(
          z.string().min(2).max(200),
          '同一人只享受一份的依据',
          'On what basis a person receives it once',
          '京民养老发〔2019〕160号',
        ),
      })
      .optional(),
    '同一人同一时期只享受一份：领取期间再次申请的，收件时告知依据和已有的待遇；不填则不限',
    'A person receives it once at a time: whoever applies again is told the basis and the existing one; left out, it may be received several times',
    { cite: '京民养老发〔2019〕160号' },
  ),
  reclaim: field(
    z
      .strictObject({
        cite: field(
          z.string().min(2).max(200),
          '多发的待遇据以追回的依据',
          'On what basis what was overpaid is claimed back',
          '《中华人民共和国民法典》第九百八十五条',
        ),
        within: field(
          packLimitSchema.default({ value: 30, unit: 'day' }),
          '收到追回决定书后多久退回',
          'Time to pay it back after the letter has come',
          '30 day',
        ),
      })
      .optional(),
    '追回：依据和退回期限，写进追回决定书；不填则依《民法典》第九百八十五条、30 日',
    'Claiming back: basis and time, told in the letter to the holder; left out: Civil Code art. 985, 30 days',
    { cite: '《中华人民共和国民法典》第九百八十五条', within: '30 day' },
  ),
  suspensions: field(
    z
      .array(suspensionSchema)
      .superRefine(uniqueBy(({ key }) => key))
      .default([]),
    '停发、恢复的情形：通知 → 停发 → 恢复并补发',
    'Grounds of suspension: notice, suspension, resumption with arrears',
  ),
});
