import { z } from 'zod';
import { field } from './field.ts';
import {
  departmentIdSchema,
  keySchema,
  packLimitSchema,
  packPathSchema,
  stepKeySchema,
  textSchema,
  uniqueBy,
} from './text.ts';

const taskSchema = z.strictObject({
  key: field(keySchema, '任务的标识', 'Key of the task', 'evacuate'),
  name: field(textSchema, '任务名称', 'Name', { 'zh-CN': '疏散群众', en: 'Evacuate people' }),
  department: field(departmentIdSchema, '承担部门', 'Department that does it', 'yjj'),
  limit: field(packLimitSchema, '时限', 'Limit', '1 hour'),
  after: field(
    z.array(keySchema).default([]),
    '等待哪些任务完成；不写则立即并行',
    'Tasks that come first; none: at once, in parallel',
    ['cordon'],
  ),
  form: field(packPathSchema.optional(), '任务表单', 'Form of the task', 'forms/task.json'),
});

const planLevelSchema = z.strictObject({
  level: field(
    z.string().min(1).max(16),
    '等级，与决策表的输出值一致',
    'Level, as the decision table gives it',
    'II',
  ),
  name: field(textSchema, '名称', 'Name', { 'zh-CN': '重大（Ⅱ级）', en: 'Major (II)' }),
  disposal: field(packLimitSchema.optional(), '处置时限', 'Limit of disposal', '12 hour'),
  reportEvery: field(
    packLimitSchema,
    '每隔多久报告情况，由定时器催办',
    'Interval of situation reports, kept by a timer',
    '30 minute',
  ),
  tasks: field(
    z
      .array(taskSchema)
      .min(1)
      .superRefine(uniqueBy(({ key }) => key)),
    '预案任务',
    'Tasks of the plan',
  ),
});

/** 分级响应: grade by decision table → tasks → situation reports → stand-down → review. */
export const dispatchPlanSchema = z.strictObject({
  decision: field(
    keySchema.or(z.string().regex(/^[a-z][a-z0-9-]*$/)),
    '分级的决策表',
    'Decision that grades',
    'emergency-level',
  ),
  levels: field(
    z
      .array(planLevelSchema)
      .min(1)
      .superRefine(uniqueBy(({ level }) => level, 'level')),
    '各等级的预案',
    'Plan of each level',
  ),
  reportForm: field(
    packPathSchema.optional(),
    '情况报告表单',
    'Form of a situation report',
    'forms/situation.json',
  ),
  standDown: field(
    z.strictObject({
      role: field(keySchema, '由谁宣布终止响应', 'Role that declares the end', 'head'),
      step: field(stepKeySchema, '终止响应的环节', 'Step in which it does', 'standDown'),
    }),
    '终止响应',
    'Stand-down',
  ),
  review: field(
    z
      .strictObject({
        within: field(
          packLimitSchema,
          '终止后多久内总结评估',
          'To be made within so long of the stand-down',
          '10 workday',
        ),
        step: field(stepKeySchema, '总结评估环节', 'Step of the review', 'review'),
      })
      .optional(),
    '总结评估',
    'Review',
  ),
});
