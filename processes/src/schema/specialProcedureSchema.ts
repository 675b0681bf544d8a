import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { keySchema, packLimitSchema, textSchema } from './text.ts';

/** Ground on which the clocks may be paused after a written notice. */
export const specialProcedureSchema = z.strictObject({
  key: field(keySchema, '特别程序的标识', 'Key of the procedure', 'sampleTesting'),
  name: field(textSchema, '名称', 'Name', { 'zh-CN': '检验', en: 'Sample testing' }),
  ground: field(
    z.string().min(1),
    '事由：听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审，或者另有法律依据的',
    'Ground: one of the eight of art. 45, or another whose own law is cited',
    '检验',
  ),
  cite: field(citeSchema, '依据条款', 'Article it rests on', '《中华人民共和国行政许可法》第四十五条'),
  approver: field(
    z.enum(['none', 'head', 'government']).optional(),
    '由谁批准启动；不写则不需要批准',
    'Who approves its start; left out: nobody',
    'head',
  ),
  maximum: field(
    packLimitSchema.optional(),
    '预计最长多久；超过时记入监察，但时限仍暂停',
    'The longest it is expected to take; beyond that the supervisor is told, the clocks stay paused',
    '30 day',
  ),
});
