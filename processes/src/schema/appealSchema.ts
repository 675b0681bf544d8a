import { z } from 'zod';
import { field } from './field.ts';
import { keySchema, packLimitSchema, packPathSchema, textSchema } from './text.ts';

/** 救济: how a decision, a suspension or an end of payment can be appealed. */
export const appealSchema = z.strictObject({
  internal: field(
    z
      .strictObject({
        within: field(packLimitSchema, '多久内可以申诉', 'To be lodged within', '30 day'),
        decideWithin: field(packLimitSchema, '多久内答复', 'To be answered within', '20 workday'),
        role: field(
          keySchema,
          '由哪个角色处理（不得是原经办人）',
          'Role that decides (never the first officer)',
          'head',
        ),
        form: field(packPathSchema.optional(), '申诉表单', 'Form of the appeal', 'forms/appeal.json'),
      })
      .optional(),
    '向本机关申诉',
    'To the department itself',
  ),
  reconsideration: field(
    z
      .strictObject({
        body: field(textSchema, '复议机关', 'Body of reconsideration', {
          'zh-CN': '大兴区人民政府',
          en: 'People’s Government of Daxing',
        }),
        within: field(packLimitSchema, '多久内申请复议', 'To be asked for within', {
          limit: '60 day',
          cite: '《行政复议法》第二十条',
        }),
      })
      .optional(),
    '行政复议',
    'Administrative reconsideration',
  ),
  litigation: field(
    z
      .strictObject({
        court: field(textSchema, '管辖法院', 'Court', {
          'zh-CN': '大兴区人民法院',
          en: 'Daxing District Court',
        }),
        within: field(packLimitSchema, '多久内起诉', 'To be brought within', {
          limit: '6 month',
          cite: '《行政诉讼法》第四十六条',
        }),
      })
      .optional(),
    '行政诉讼',
    'Administrative litigation',
  ),
});
