import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { rule } from './schemaMessage.ts';
import { conditionSchema, keySchema, packLimitSchema, stepKeySchema, textSchema } from './text.ts';

const correctionSchema = z.strictObject({
  outcomes: field(
    z.array(keySchema).min(1),
    '核查环节的哪些结果表示责令改正',
    'Outcomes of the verification that order a correction',
    ['correct'],
  ),
  limit: field(packLimitSchema, '改正期限', 'Time to correct', '10 workday'),
  step: field(
    stepKeySchema,
    '改正期满后的复查环节，不符合的结果与 failOutcomes 相同',
    'Step that verifies again; what fails there is named by `failOutcomes` as well',
    'recheck',
  ),
  wait: field(
    z
      .strictObject({
        step: field(
          stepKeySchema,
          '登记改正完毕报告的环节；流程图上带有边界定时器，期满没有报告时进入复查',
          'Step that records that the correction was reported; a boundary timer goes on to the step above when the time is over',
          'awaitCorrection',
        ),
        variable: field(
          keySchema,
          '改正期限届满时刻写入的流程变量，边界定时器用',
          'Process variable with the end of the time to correct, for the boundary timer',
          'correctionUntil',
        ),
      })
      .optional(),
    '改正期内等待：报告改正完毕或者期限届满后才复查；不写则立即出现复查任务',
    'Waits while the correction is made: verified again once it is reported or the time is over; left out: the task appears at once',
  ),
});

/** 告知承诺: decide at once on a commitment, verify afterwards. */
export const commitmentSchema = z.strictObject({
  variable: field(
    keySchema.default('commitment'),
    '是否按告知承诺办理的流程变量（布尔值），由系统在受理时写入',
    'Boolean process variable that the product sets at acceptance',
    'commitment',
  ),
  when: field(
    conditionSchema.optional(),
    '哪些申请可以选择告知承诺；不写则全部',
    'Which applications may choose it; left out: all',
    "operation == 'new'",
  ),
  text: field(textSchema, '承诺书正文，由申请人签署', 'Text of the commitment that the applicant signs', {
    'zh-CN': '本单位承诺符合消防安全条件。',
    en: 'We commit to meeting the fire safety conditions.',
  }),
  waives: field(
    z.array(keySchema).default([]),
    '以承诺代替、不需要提交的材料',
    'Materials that the commitment stands for: they are not asked for on this path',
    ['completionDrawings'],
  ),
  creditCheck: field(
    z.strictObject({
      source: field(
        z.enum(['creditPlatform', 'form']),
        '信用信息来源：creditPlatform 信用平台，form 经办人核实后填写',
        'From the credit platform, or as the officer finds and fills in',
        'creditPlatform',
      ),
      refuseWhen: field(
        z.array(z.enum(['seriouslyDishonest', 'brokenCommitment', 'abnormalOperation'])).min(1),
        '有何种记录不得选择告知承诺：严重失信、曾违背承诺、经营异常',
        'Records that bar the path',
        ['seriouslyDishonest', 'brokenCommitment'],
      ),
    }),
    '信用核查',
    'Credit check before the path is open',
  ),
  verification: field(
    z
      .strictObject({
        limit: field(
          packLimitSchema.optional(),
          '自决定之日起多久内核查',
          'To be verified within so long of the decision',
          '20 workday',
        ),
        step: field(stepKeySchema, '核查环节', 'Step that verifies', 'verify'),
        failOutcomes: field(
          z.array(keySchema).min(1),
          '哪些结果表示不符合承诺',
          'Outcomes that mean that the commitment was not kept',
          ['fail'],
        ),
        correction: field(
          correctionSchema.optional(),
          '责令限期改正：不写则不符合即按 onFailure 处理',
          'Order to correct within a period; left out: what is not kept goes straight to `onFailure`',
        ),
        cite: field(
          citeSchema.optional(),
          '依据条款',
          'Article it rests on',
          '《中华人民共和国消防法》第十五条',
        ),
      })
      .superRefine(({ limit, correction }, context) => {
        const refuse = (path: string[]) =>
          context.addIssue({ code: 'custom', path, message: rule('verificationLimit') });
        if (limit?.unit === 'none') refuse(['limit']);
        if (correction?.limit.unit === 'none') refuse(['correction', 'limit']);
      }),
    '事后核查的时限和环节',
    'Clock and step of the verification',
  ),
  onFailure: field(
    z.strictObject({
      annul: field(
        z.boolean().default(true),
        '撤销决定和证照（《行政许可法》第六十九条）',
        'The decision and the license are annulled (art. 69)',
        true,
      ),
      cite: field(
        citeSchema.optional(),
        '撤销的依据条款；不写则为《行政许可法》第六十九条',
        'Article on which it is annulled; left out: Administrative License Law art. 69',
        '《中华人民共和国消防法》第五十八条第三款',
      ),
      creditRecord: field(
        z
          .strictObject({
            category: field(textSchema, '信用记录的类别', 'Category of the record', {
              'zh-CN': '违背告知承诺',
              en: 'Broken commitment',
            }),
            keep: field(packLimitSchema, '记录保留多久', 'How long it is kept', '1 year'),
          })
          .optional(),
        '记入信用记录',
        'Record of credit',
      ),
      notice: field(keySchema.optional(), '使用的通知', 'Notice that is sent', 'annulled'),
    }),
    '不符合承诺的后果',
    'What a broken commitment entails',
  ),
});
