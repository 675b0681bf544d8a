import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { keySchema, packLimitSchema, packPathSchema, pointerSchema, stepKeySchema } from './text.ts';

const conclusionSchema = z.strictObject({
  rule: field(
    z.enum(['chair', 'majority', 'twoThirds', 'unanimous', 'count']),
    '如何得出结论：chair 组长综合，majority 过半数，twoThirds 三分之二以上，unanimous 一致，count 达到 agreeing 人数',
    'How it is reached: by the chair, more than half, two thirds at least, all, or `agreeing` experts',
    'majority',
  ),
  field: field(
    pointerSchema,
    '专家意见表单中表示意见的字段',
    'Field of the expert form that holds the opinion',
    '/opinion',
  ),
  agree: field(z.array(z.string().min(1)).min(1), '表示同意的取值', 'Values that mean agreement', ['agree']),
  agreeing: field(
    z.int().positive().max(50).optional(),
    '规则为 count 时需要多少人同意',
    'How many must agree under `count`',
    3,
  ),
});

/** How the panel is run: who appoints its members, who concludes, how the process learns of it. */
const membersSchema = z.strictObject({
  appointedBy: field(
    z.array(stepKeySchema).min(1),
    '聘请专家的环节；回避后人数不足的，可以在另一环节增补',
    'Steps that appoint experts: the first, and one that adds some where too many have withdrawn',
    ['convene', 'replace'],
  ),
  listFrom: field(
    pointerSchema,
    '聘请环节表单中的专家表格：每行有 account（专家账号）和 chair（是否组长）',
    'Table of that form, a row an expert: `account`, and `chair` for the one who concludes',
    '/experts',
  ),
  recuse: field(z.array(keySchema).min(1), '表示回避的结果', 'Outcomes by which an expert withdraws', [
    'recuse',
  ]),
  chairStep: field(stepKeySchema, '组长作结论的环节', 'Step in which the chair concludes', 'conclude'),
  agree: field(
    z.array(keySchema).min(1),
    '组长结论中表示通过的结果',
    'Outcomes of the chair that are favourable',
    ['pass'],
  ),
  count: field(
    keySchema,
    '专家人数写入的流程变量；评审环节按它并行（loopCardinality）',
    'Process variable with the number of experts; the step is done by so many in parallel (loopCardinality)',
    'expertCount',
  ),
  variable: field(
    keySchema,
    '评审进展写入的流程变量：open 尚有专家未提出意见，quorate 人数足够，noQuorum 因回避人数不足',
    'Process variable with the state: open (an opinion is missing), quorate, noQuorum (too many withdrew)',
    'panelResult',
  ),
});

/** 专家评审: a panel of experts works on the step. */
export const panelSchema = z
  .strictObject({
    minimum: field(z.int().min(1).max(50), '最少几名专家', 'Fewest experts', 3),
    maximum: field(z.int().min(1).max(50), '最多几名专家', 'Most experts', 5),
    form: field(
      packPathSchema.optional(),
      '每名专家填写的意见表',
      'Form that each expert fills in',
      'forms/expert-opinion.json',
    ),
    chairForm: field(
      packPathSchema.optional(),
      '组长填写的结论表',
      'Form of the chair',
      'forms/expert-conclusion.json',
    ),
    limit: field(packLimitSchema.optional(), '专家评审的时限', 'Limit of each opinion', '10 workday'),
    recusal: field(
      z.boolean().default(true),
      '专家须声明与当事人没有利害关系（回避）',
      'Each expert declares to have no interest in the matter',
      true,
    ),
    conclusion: field(conclusionSchema, '结论的规则', 'Rule of the conclusion'),
    members: field(
      membersSchema.optional(),
      '专家的聘请、回避和结论；不写则专家组在系统外评审，由本环节登记结果',
      'Appointment, withdrawal and conclusion; left out: the panel sits outside and the step records its result',
    ),
  })
  .superRefine(({ minimum, maximum, conclusion }, context) => {
    if (minimum > maximum)
      context.addIssue({
        code: 'custom',
        path: ['minimum'],
        message: rule('rangeReversed'),
        params: { minimum, maximum },
      });
    if ((conclusion.agreeing ?? 0) > maximum)
      context.addIssue({
        code: 'custom',
        path: ['conclusion', 'agreeing'],
        message: rule('quorumAbovePanel'),
      });
  });
