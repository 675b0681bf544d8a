import { z } from 'zod';
import { field } from './field.ts';
import { conditionSchema, keySchema, packLimitSchema, textSchema } from './text.ts';

/** A document that the applicant hands in, or need not because government holds it. */
export const materialSchema = z.strictObject({
  key: field(keySchema, '材料的标识', 'Key of the material', 'floorPlan'),
  name: field(textSchema, '材料名称', 'Name', {
    'zh-CN': '经营场所平面图',
    en: 'Floor plan of the premises',
  }),
  required: field(z.boolean().default(true), '必须提交', 'Must be handed in', true),
  when: field(
    conditionSchema.optional(),
    '什么情况下需要，只能用 intakeVariables；不写则总是需要',
    'When it is asked for, over `intakeVariables`; left out: always',
    "businessKind == 'catering'",
  ),
  keyMaterial: field(
    z.boolean().default(true),
    '关键材料，不得容缺；其他材料可以容缺受理',
    'A key material can never be handed in later; any other may (容缺受理)',
    false,
  ),
  laterWithin: field(
    packLimitSchema.optional(),
    '容缺受理后多久内补齐（非关键材料）',
    'A material that is not key is handed in within so long of acceptance',
    '5 workday',
  ),
  licenseTypes: field(
    z.array(keySchema).default([]),
    '库中哪些证照可以代替（免提交）',
    'Types of licenses in store that satisfy it (免提交)',
    ['businessLicense'],
  ),
  accept: field(
    z
      .array(z.enum(['pdf', 'jpg', 'png']))
      .min(1)
      .default(['pdf', 'jpg', 'png']),
    '接受的文件格式',
    'Kinds of files',
    ['pdf'],
  ),
  maxMegabytes: field(
    z.int().min(1).max(100).default(20),
    '文件大小上限（MB）',
    'Largest file in megabytes',
    20,
  ),
  note: field(textSchema.optional(), '填报说明', 'What the applicant should know about it', {
    'zh-CN': '标明面积和用途。',
    en: 'Show area and use.',
  }),
});
