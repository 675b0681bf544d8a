import { z } from 'zod';
import { dispatchCallBackSchema } from './dispatchCallBackSchema.ts';
import { dispatchCategorySchema, dispatchLimitsSchema } from './dispatchCategorySchema.ts';
import { dispatchPlanSchema } from './dispatchPlanSchema.ts';
import { field } from './field.ts';
import {
  conditionSchema,
  keySchema,
  packLimitSchema,
  pointerSchema,
  stepKeySchema,
  textSchema,
  uniqueBy,
} from './text.ts';

/** 信息收集, 案卷建立, 任务派遣, 任务处理, 处理反馈, 核查结案, 综合评价 (GB/T 30428.1). */
export const dispatchStages = [
  'collect',
  'establish',
  'assign',
  'handle',
  'feedback',
  'verify',
  'evaluate',
] as const;
/** 退单, 延期, 挂账, 返工, 作废. */
export const dispatchActions = ['sendBack', 'postpone', 'suspend', 'redo', 'void'] as const;

const levelSchema = z.strictObject({
  key: field(keySchema, '紧急程度的标识', 'Key of the urgency', 'urgent'),
  name: field(textSchema, '名称', 'Name', { 'zh-CN': '紧急', en: 'Urgent' }),
  limits: field(
    dispatchLimitsSchema,
    '该紧急程度的时限，优先于大类小类',
    'Limits, before those of the category',
    {
      disposal: '2 hour',
    },
  ),
  when: field(
    conditionSchema.optional(),
    '自动判定的条件；不写则由受理员选择',
    'When it applies by itself; left out: the operator chooses',
    'injured',
  ),
});

const stageSchema = z.strictObject({
  stage: field(
    z.enum(dispatchStages),
    'collect 信息收集，establish 案卷建立，assign 任务派遣，handle 任务处理，feedback 处理反馈，verify 核查结案，evaluate 综合评价（GB/T 30428.1）',
    'Stage of GB/T 30428.1: collection, establishment, assignment, handling, feedback, verification and closing, evaluation',
    'establish',
  ),
  steps: field(z.array(stepKeySchema).default([]), '属于本阶段的环节', 'Steps that belong to it', [
    'accept',
    'verifyReport',
    'open',
  ]),
  limit: field(packLimitSchema.optional(), '本阶段时限', 'Limit of the stage', '30 minute'),
});

const actionSchema = z.strictObject({
  kind: field(
    z.enum(dispatchActions),
    'sendBack 退单，postpone 延期，suspend 挂账，redo 返工，void 作废',
    'Send back, postpone, suspend, redo, void',
    'sendBack',
  ),
  stages: field(z.array(z.enum(dispatchStages)).min(1), '在哪些阶段可以', 'Stages in which it may be done', [
    'handle',
  ]),
  role: field(keySchema, '由哪个角色提出', 'Role that asks for it', 'approver'),
  approvedBy: field(
    keySchema.optional(),
    '由哪个角色批准；不写则不需要批准',
    'Role that approves; left out: nobody',
    'head',
  ),
  limit: field(
    packLimitSchema.optional(),
    '多久内提出（退单）、最多延长或挂账多久（延期、挂账）、返工时限（返工）',
    'Within which it is asked for (send back), the most that is added (postpone, suspend), or the time to redo',
    '4 workhour',
  ),
  times: field(
    z.int().min(1).max(20).optional(),
    '每个案卷最多几次；不写则不限',
    'How often a case file may have it; left out: any number',
    1,
  ),
  reasonRequired: field(z.boolean().default(true), '必须写明理由', 'A reason is required', true),
  countsRound: field(z.boolean().default(false), '计为新的一轮', 'Begins a new round', true),
});

/** 案件分拨: reports from any channel, dispatched, dealt with, verified, evaluated (GB/T 30428). */
export const dispatchSchema = z.strictObject({
  sources: field(
    z
      .array(
        z.strictObject({
          key: field(keySchema, '来源的标识', 'Key of the source', 'gridWorker'),
          name: field(textSchema, '来源名称', 'Name', { 'zh-CN': '信息采集员', en: 'Grid worker' }),
          channel: field(
            z.enum(['gridWorker', 'hotline', 'wechat', 'app', 'video', 'sensor', 'window', 'interface']),
            '渠道：采集员、热线、微信、APP、视频、传感器、窗口、接口',
            'Channel',
            'gridWorker',
          ),
          verified: field(
            z.boolean().default(false),
            '来源可信，不需要再核实',
            'Trusted: no verification before opening',
            false,
          ),
        }),
      )
      .min(1)
      .superRefine(uniqueBy(({ key }) => key)),
    '信息来源',
    'Sources of reports',
  ),
  stages: field(
    z
      .array(stageSchema)
      .min(1)
      .superRefine(uniqueBy(({ stage }) => stage, 'stage')),
    '阶段及其环节',
    'Stages and their steps',
  ),
  limits: field(
    dispatchLimitsSchema.optional(),
    '时限；紧急程度、小类、大类依次优先',
    'Limits; those of urgency, subcategory and category come first',
    {
      response: '2 hour',
      disposal: '24 hour',
    },
  ),
  levels: field(
    z
      .array(levelSchema)
      .superRefine(uniqueBy(({ key }) => key))
      .default([]),
    '紧急程度',
    'Degrees of urgency',
  ),
  categories: field(
    z
      .array(dispatchCategorySchema)
      .superRefine(uniqueBy(({ key }) => key))
      .default([]),
    '大类、小类，各有处置部门和时限',
    'Categories and subcategories with department and limits',
  ),
  categoryFrom: field(
    pointerSchema.optional(),
    '上报表单中的小类字段',
    'Field of the report that holds the subcategory',
    '/subcategory',
  ),
  actions: field(
    z
      .array(actionSchema)
      .superRefine(uniqueBy(({ kind }) => kind, 'kind'))
      .default([]),
    '退单、延期、挂账、返工、作废的规定',
    'Rules of the actions',
  ),
  maximumRounds: field(
    z.int().min(1).max(50).optional(),
    '最多几轮，超过时上报值班长',
    'Rounds after which it goes to the chief of the shift',
    3,
  ),
  disputes: field(
    z
      .strictObject({
        role: field(keySchema, '由谁裁定：值班长', 'Role that decides: chief of the shift', 'shiftChief'),
        limit: field(
          packLimitSchema,
          '多久内裁定：即裁定环节的时限',
          'To be decided within: the limit of the step of the decision',
          '4 workhour',
        ),
        within: field(
          packLimitSchema.optional(),
          '派遣后多久内可以提出；不写则接单前都可以',
          'To be raised within, counted from the dispatch; left out: as long as it is not taken',
          '4 workhour',
        ),
        step: field(stepKeySchema.optional(), '裁定环节', 'Step of the decision', 'decideOwner'),
      })
      .optional(),
    '权属争议：处置部门以 dispute 动作提出，由 step 环节以 settle 动作裁定，裁定后不得再退单、再提出争议',
    'Dispute about who is responsible: raised by the act `dispute` of the unit, settled by the act `settle` of `step`; settled, nobody sends the file back or disputes it again',
  ),
  duplicates: field(
    z
      .strictObject({
        radius: field(
          z.number().positive().max(5000),
          '同一地点的半径，单位米',
          'Radius of “the same place”, in metres',
          30,
        ),
        same: field(
          z.enum(['category', 'subcategory']),
          '同大类或同小类',
          'Same category, or same subcategory',
          'subcategory',
        ),
        within: field(
          packLimitSchema.optional(),
          '只看多久内的；不写则所有未结案的',
          'Only reports so recent; left out: every open one',
          '7 day',
        ),
        action: field(
          z.enum(['suggest', 'merge']).default('suggest'),
          '提示受理员，或自动并入',
          'The operator is asked, or it is merged',
          'suggest',
        ),
      })
      .optional(),
    '重复上报：同一地点、同一类别、尚未结案',
    'Duplicates: same place, same kind, still open',
  ),
  firstResponsible: field(
    z.boolean().default(false),
    '首接负责：首个接单单位负责到底',
    'The first to take it stays responsible',
    true,
  ),
  callBack: field(
    dispatchCallBackSchema.optional(),
    '回访：是否联系、是否解决、是否满意',
    'Call back: contacted, solved, satisfied',
  ),
  plan: field(dispatchPlanSchema.optional(), '突发事件的分级和预案', 'Grading and plan of an emergency'),
});

export type Dispatch = z.infer<typeof dispatchSchema>;
