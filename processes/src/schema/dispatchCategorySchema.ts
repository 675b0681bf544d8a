import { z } from 'zod';
import { field } from './field.ts';
import { rule } from './schemaMessage.ts';
import { departmentIdSchema, keySchema, packLimitSchema, textSchema, uniqueBy } from './text.ts';

/** 响应时限, 处置时限. */
export const dispatchLimitsSchema = z.strictObject({
  response: field(
    packLimitSchema.optional(),
    '响应时限：从派遣到处置部门接单',
    'From dispatch to the answer of the department',
    '2 hour',
  ),
  disposal: field(
    packLimitSchema.optional(),
    '处置时限：从派遣到处置完毕',
    'From dispatch to the end of the work',
    '24 hour',
  ),
});

const subcategorySchema = z.strictObject({
  key: field(keySchema, '小类的标识', 'Key of the subcategory', 'manholeCover'),
  code: field(
    z.string().regex(/^\d{2}$/, rule('twoDigits')),
    '小类代码，两位数字（GB/T 30428.2）',
    'Code of two digits (GB/T 30428.2)',
    '01',
  ),
  name: field(textSchema, '小类名称', 'Name', { 'zh-CN': '井盖', en: 'Manhole cover' }),
  department: field(
    departmentIdSchema.optional(),
    '处置部门；不写则按大类',
    'Department that deals with it; left out: that of the category',
    'csglw',
  ),
  limits: field(dispatchLimitsSchema.optional(), '本小类的时限', 'Limits of the subcategory'),
  closing: field(textSchema.optional(), '结案标准', 'When it counts as done', {
    'zh-CN': '井盖恢复原状',
    en: 'The cover is in place again',
  }),
});

/** 大类 with its 小类 (GB/T 30428.2). */
export const dispatchCategorySchema = z.strictObject({
  key: field(keySchema, '大类的标识', 'Key of the category', 'publicFacilities'),
  code: field(
    z.string().regex(/^\d{2}$/, rule('twoDigits')),
    '大类代码，两位数字（GB/T 30428.2）',
    'Code of two digits (GB/T 30428.2)',
    '01',
  ),
  name: field(textSchema, '大类名称', 'Name', { 'zh-CN': '公用设施', en: 'Public facilities' }),
  kind: field(z.enum(['component', 'event']), '部件或事件', 'A thing or an occurrence', 'component'),
  department: field(
    departmentIdSchema.optional(),
    '处置部门；小类可以另定',
    'Department that deals with it, unless a subcategory says otherwise',
    'csglw',
  ),
  limits: field(dispatchLimitsSchema.optional(), '本大类的时限', 'Limits of the category'),
  subcategories: field(
    z
      .array(subcategorySchema)
      .superRefine(uniqueBy(({ key }) => key))
      .default([]),
    '小类',
    'Subcategories',
  ),
});
