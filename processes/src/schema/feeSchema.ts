import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { sourceSchema } from './sourceSchema.ts';
import { conditionSchema, keySchema, textSchema, uniqueBy } from './text.ts';

/** Acts on a case before which a fee is to be paid. */
export const feeMoments = ['acceptance', 'delivery'] as const;
/** Ends of a case after which a fee that was paid goes back. */
export const feeRefunds = ['notAccepted', 'refused', 'withdrawn'] as const;

const exemptionSchema = z.strictObject({
  key: field(keySchema, '减免情形的标识', 'Key of the exemption', 'publicWorks'),
  name: field(textSchema, '减免情形', 'What it is called', {
    'zh-CN': '市政公用设施抢修',
    en: 'Emergency repair of public utilities',
  }),
  when: field(
    conditionSchema,
    '什么情况下免收，只能用 intakeVariables',
    'When the fee is not charged, over `intakeVariables`',
    "kind == 'repair'",
  ),
  cite: field(z.string().min(1), '减免依据', 'Its basis', '财税〔2015〕68号'),
});

/**
 * 收费: what the applicant pays, in fen 分 as whole numbers. A fee with `amountFen` is billed by this system: `amountFen` for
 * each unit, as many units as `quantity` says. A fee with `amount`, a text, is only told: another body collects it.
 * Licensing is free unless a law or an administrative regulation says otherwise (Administrative License Law arts 58, 59),
 * so that every fee cites its basis.
 */
export const feeSchema = z
  .strictObject({
    key: field(
      keySchema.optional(),
      '收费项目的标识（由本系统收取的必填）',
      'Key of the fee; needed where it is billed here',
      'permitBook',
    ),
    name: field(textSchema, '收费项目', 'Name of the fee', {
      'zh-CN': '工本费',
      en: 'Cost of the certificate',
    }),
    amount: field(
      z.string().min(1).optional(),
      '金额和单位的文字：只告知、不由本系统收取的收费',
      'Amount with unit in words: a fee that is told here and collected elsewhere',
      '10 元/本',
    ),
    amountFen: field(
      z.int().min(1).max(100_000_000).optional(),
      '单价（分，整数）：由本系统收取的收费',
      'Amount for one unit in fen, a whole number: a fee that is billed here',
      1000,
    ),
    unit: field(textSchema.optional(), '计费单位；不写则按次', 'What one unit is; left out: the case', {
      'zh-CN': '本',
      en: 'copy',
    }),
    quantity: field(
      z.array(sourceSchema).min(1).max(3).default([]),
      '数量：各项取值相乘，每一项不足一的按一计；不写则为一',
      'How many units: the product of these values, each rounded up to a whole number; left out: one',
      ['intake:/copies'],
    ),
    when: field(
      conditionSchema.optional(),
      '什么情况下收取，只能用 intakeVariables；不写则总是收取',
      'When it is charged, over `intakeVariables`; left out: always',
      "roadClass == 'trunk'",
    ),
    due: field(
      z.enum(feeMoments).default('delivery'),
      '何时之前缴清：acceptance 受理前，delivery 送达前（准予后才收取）',
      'To be paid before acceptance, or, once it is granted, before delivery',
      'delivery',
    ),
    exemptions: field(
      z
        .array(exemptionSchema)
        .superRefine(uniqueBy(({ key }) => key))
        .default([]),
      '减免情形',
      'Situations in which it is not charged',
    ),
    refundOn: field(
      z.array(z.enum(feeRefunds)).default([]),
      '什么结果退费：notAccepted 不予受理，refused 不予许可，withdrawn 撤回',
      'After which end of the case it goes back: not accepted, refused, withdrawn',
      ['notAccepted', 'withdrawn'],
    ),
    cite: field(z.string().min(1), '收费依据', 'Its basis', '京发改〔2020〕1号'),
  })
  .superRefine((fee, context) => {
    const billed = fee.amountFen !== undefined;
    if (billed === (fee.amount !== undefined))
      context.addIssue({ code: 'custom', path: ['amountFen'], message: rule('feeAmount') });
    if (billed && fee.key === undefined)
      context.addIssue({ code: 'custom', path: ['key'], message: rule('missing') });
  });

export type Fee = z.output<typeof feeSchema>;
export type FeeMoment = (typeof feeMoments)[number];
export type FeeRefund = (typeof feeRefunds)[number];
