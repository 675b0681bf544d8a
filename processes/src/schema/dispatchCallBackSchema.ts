import { z } from 'zod';
import { field } from './field.ts';
import { keySchema, packLimitSchema, textSchema, uniqueBy } from './text.ts';

const questionSchema = z.strictObject({
  key: field(keySchema, '问题的标识', 'Key of the question', 'solved'),
  name: field(textSchema, '问题', 'The question', { 'zh-CN': '问题是否解决', en: 'Is it solved?' }),
  measure: field(
    z.enum(['responseRate', 'solutionRate', 'satisfactionRate', 'none']).default('none'),
    '计入哪个指标：响应率、解决率、满意率',
    'Rate that it counts for',
    'solutionRate',
  ),
  answers: field(
    z
      .array(
        z.strictObject({
          value: field(z.string().min(1), '取值', 'Value', 'no'),
          name: field(textSchema, '名称', 'Name', { 'zh-CN': '未解决', en: 'Not solved' }),
          good: field(z.boolean(), '是否计为达到', 'Counts in favour', false),
          reopens: field(
            z.boolean().default(false),
            '重新办理（新的一轮）',
            'Reopens the case file (a new round)',
            true,
          ),
        }),
      )
      .min(2),
    '可选的回答',
    'Answers',
  ),
});

/** 回访: whether the person was contacted, helped and satisfied. */
export const dispatchCallBackSchema = z.strictObject({
  within: field(packLimitSchema, '办结后多久内回访', 'To be made within so long of the end', '24 hour'),
  attempts: field(z.int().min(1).max(10).default(3), '最多联系几次', 'Attempts at most', 3),
  questions: field(
    z
      .array(questionSchema)
      .min(1)
      .superRefine(uniqueBy(({ key }) => key)),
    '回访问题',
    'Questions',
  ),
});
