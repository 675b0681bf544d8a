import { z } from 'zod';
import { field } from './field.ts';
import { operationKeys } from './operationKeys.ts';
import { maskSchema, sourceSchema } from './sourceSchema.ts';
import { packLimitSchema, textSchema } from './text.ts';

/** 许可类别 of the national standard for publishing administrative licenses (发改办财金〔2018〕424号). */
export const permitCategories = ['普通', '特许', '认可', '核准', '登记', '其他'] as const;

/**
 * 双公示: which decisions of the item are open to everybody, and what is said of them beside the fields that the national
 * standard has anyway. Its limit is `limits.publication`.
 */
export const publicationSchema = z.strictObject({
  decisions: field(
    z
      .array(z.enum(['grant', 'refuse']))
      .min(1)
      .default(['grant']),
    '公示哪些决定：grant 准予，refuse 不予',
    'Which decisions are open: `grant`, `refuse`',
    ['grant'],
  ),
  operations: field(
    z.array(z.enum(operationKeys)).min(1).optional(),
    '公示哪些办理类型的决定；不写则全部',
    'Operations whose decisions are open; left out: all',
    ['new', 'renew'],
  ),
  category: field(
    z.enum(permitCategories).default('普通'),
    '许可类别（国家“双公示”数据标准）',
    'Category of the permit in the national standard',
    '普通',
  ),
  release: field(
    z.enum(['person', 'automatic']).default('person'),
    'person 由人核对脱敏预览后公示；automatic 决定书和证照齐备后自动公示',
    '`person`: somebody checks the covered preview first; `automatic`: once the document and the license are there',
    'person',
  ),
  content: field(
    z
      .array(
        z.strictObject({
          label: field(textSchema, '栏目名称', 'Heading', { 'zh-CN': '经营场所', en: 'Premises' }),
          from: field(sourceSchema, '取值来源', 'Where the value comes from', 'intake:/premisesAddress'),
          as: field(
            z.enum(['value', 'label', 'day']).default('value'),
            '写法：原值、选项名称、日期',
            'As it is, label of the choice, or day',
            'label',
          ),
          mask: field(
            maskSchema.default('none'),
            '如何遮盖；personalMask 另说对自然人的遮盖',
            'What is covered of it for everybody',
            'none',
          ),
          personalMask: field(
            maskSchema.or(z.literal('hide')).optional(),
            '相对人是自然人时如何遮盖，hide 为不公示；不写则与 mask 相同（《个人信息保护法》第六条）',
            'What is covered where the holder is a natural person, `hide`: left out altogether; left out: as `mask`',
            'address',
          ),
        }),
      )
      .default([]),
    '许可内容的各栏',
    'What the permit is about, line by line',
  ),
  personalFor: field(
    packLimitSchema.default({ value: 1, unit: 'year' }),
    '自然人的公示多久后撤下（《个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间）',
    'After which an entry about a natural person is taken down (Personal Information Protection Law art. 19)',
    '1 year',
  ),
  objectionWithin: field(
    packLimitSchema.default({ value: 7, unit: 'workday' }),
    '对公示内容的异议多久内核实并答复（法律未定期限，由本地规定；《个人信息保护法》第四十六条要求及时核实）',
    'Within which an objection to an entry is looked into and answered: a local rule (Personal Information Protection Law art. 46 asks for it without delay)',
    '7 workday',
  ),
});

export type PublicationRules = z.output<typeof publicationSchema>;
