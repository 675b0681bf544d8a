import { escalationChainSchema, thresholdsSchema } from '@onewindow/clocks';
import { z } from 'zod';
import { commonType } from './commonTypes.ts';
import { field } from './field.ts';
import { conditionSchema, keySchema, packLimitSchema, textSchema, uniqueBy } from './text.ts';

const citeSchema = z.string().trim().min(1);

const extensionSchema = z.strictObject({
  maximum: field(
    packLimitSchema,
    '最多延长多久，单位与法定时限相同',
    'The most that may be added, in the unit of the statutory limit',
    '10 workday',
  ),
  approverRole: field(
    z.enum(['head', 'government']).default('head'),
    '批准人：head 本机关负责人（《行政许可法》第四十二条第一款），government 本级人民政府负责人（第二款，联合办理）',
    'Who approves: the head of the department (Administrative License Law art. 42 para. 1) or of the government (para. 2)',
    'head',
  ),
  cite: field(
    citeSchema.optional(),
    '延长的依据条款',
    'Article that allows the extension',
    '《中华人民共和国行政许可法》第四十二条',
  ),
});

const limitShape = {
  acceptance: field(
    packLimitSchema.optional(),
    '从收件到受理、不予受理或一次性告知补正的时限；不写则按时限规则（《行政许可法》第三十二条：5 个工作日）',
    'From receipt to acceptance, refusal or the one list of corrections; left out: what the rule set says (art. 32: 5 working days)',
    '5 workday',
  ),
  statutory: field(
    packLimitSchema,
    '法定时限：从 startsAt 到作出决定。没有法定时限写 none，其余必须写明条款',
    'What the law allows from `startsAt` to the decision. `none` where the law sets no limit; anything else cites its article',
    { limit: '10 workday', cite: '《食品经营许可和备案管理办法》第二十二条' },
  ),
  promised: field(
    packLimitSchema,
    '承诺时限，任何一天起算都不得晚于法定时限；即办写 immediate',
    'What the office promises, never later than the statutory limit whatever the day of start; `immediate` for the same day',
    '8 workday',
  ),
  extension: field(
    extensionSchema.optional(),
    '延长办理期限的规定；不写则按时限规则',
    'Extension of the limit; left out: what the rule set says',
  ),
  delivery: field(
    packLimitSchema.optional(),
    '从决定到送达的时限（《行政许可法》第四十四条：10 个工作日）',
    'From the decision to its delivery (art. 44: 10 working days)',
    { limit: '5 workday', cite: '《食品经营许可和备案管理办法》第二十三条' },
  ),
  publication: field(
    packLimitSchema.optional(),
    '从决定到公示的时限（双公示：7 个工作日）',
    'From the decision to its publication (7 working days)',
    '7 workday',
  ),
};

const variantSchema = z.strictObject({
  key: field(keySchema, '情形的标识', 'Key of the case', 'withSiteCheck'),
  name: field(
    textSchema,
    '情形的名称，写在时限说明里',
    'Name of the case, shown in the explanation of the clock',
    { 'zh-CN': '需要现场核查', en: 'With site check' },
  ),
  when: field(
    conditionSchema,
    '适用条件，只能用已声明的变量；从上到下第一个成立的情形生效，都不成立时用上一级的时限',
    'When it applies, over declared variables; the first that holds counts, with none the limits above do',
    "managementKind == 'key' and siteCheck",
  ),
  ...z.strictObject(limitShape).partial().shape,
});

/** Limits of one item; each in short form (`'10 workday'`) or `{limit, cite}`; read into the form of `@onewindow/clocks`. */
export const limitsSchema = z.strictObject({
  ...limitShape,
  yellow: field(
    thresholdsSchema.meta(commonType('thresholds')).optional(),
    '何时亮黄灯：剩余工作日数或已用百分比，先到为准；默认 1 个工作日或 80%',
    'When the light turns yellow: working days left or share used in percent, whichever is first; default 1 and 80',
    { workdays: 1, percent: 80 },
  ),
  escalation: field(
    escalationChainSchema.meta(commonType('escalationChain')).optional(),
    '逐级提醒：亮灯时或亮灯后若干工作日通知谁；不写则黄灯经办人、红灯经办人和负责人、红灯 3 个工作日后监察',
    'Who is told when the light turns or some working days after; left out: the default chain of the product',
    [{ key: 'yellow', at: 'yellow', notify: ['handler'] }],
  ),
  variants: field(
    z
      .array(variantSchema)
      .superRefine(uniqueBy(({ key }) => key))
      .optional(),
    '不同情形的不同时限（例如排污许可 20 日、30 日、45 日，或者告知承诺与一般程序）；没有写的各项沿用上一级',
    'Limits that differ by path (for example 20, 30 or 45 days, or commitment against the ordinary path); what a variant leaves out is as above',
  ),
});

/** What an operation changes of the item's limits. */
export const limitsOverrideSchema = z.strictObject(limitShape).partial();

export { citeSchema };
