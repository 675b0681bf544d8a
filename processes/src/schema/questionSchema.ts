import { z } from 'zod';
import { field } from './field.ts';
import { conditionSchema, keySchema, textSchema, uniqueBy } from './text.ts';

/**
 * A question of 情形引导: asked in plain words before the form, answered once, kept in the application's own field. What
 * hangs on the answer are conditions of materials, variants of limits, items of a theme and later questions.
 */
export const questionSchema = z.strictObject({
  key: field(keySchema, '问题的标识', 'Key of the question', 'managementOnly'),
  title: field(textSchema, '问题', 'The question', {
    'zh-CN': '您是只做管理的连锁总部吗？',
    en: 'Are you the head office of a chain that only manages?',
  }),
  help: field(textSchema.optional(), '补充说明', 'What helps to answer', {
    'zh-CN': '总部不直接加工或者销售食品。',
    en: 'The head office itself neither makes nor sells food.',
  }),
  field: field(
    keySchema,
    '答案写入申请表的哪个字段（单选或下拉框），不会再问第二遍；该字段须是某个 intakeVariables 的来源',
    'Field of the application form (radio or select) that the answer fills, so that nothing is asked twice; an `intakeVariables` takes its value from it',
    'managementOnly',
  ),
  options: field(
    z
      .array(
        z.strictObject({
          value: field(keySchema, '表单中的取值', 'Value in the form', 'yes'),
          name: field(textSchema, '选项', 'The answer', { 'zh-CN': '是', en: 'Yes' }),
          help: field(textSchema.optional(), '选项说明', 'What the answer means', {
            'zh-CN': '门店各自办证',
            en: 'Each shop has its own license',
          }),
        }),
      )
      .min(2)
      .superRefine(uniqueBy(({ value }) => value, 'value')),
    '选项',
    'Answers to choose from',
  ),
  when: field(
    conditionSchema.optional(),
    '什么情况下问，只能用前面问题对应的 intakeVariables；不写则总是问',
    'When it is asked, over the variables of questions before it; left out: always',
    "businessKind == 'catering'",
  ),
});
