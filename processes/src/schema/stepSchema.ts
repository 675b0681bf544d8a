import { z } from 'zod';
import { effectSchema } from './effectSchema.ts';
import { field } from './field.ts';
import { panelSchema } from './panelSchema.ts';
import { columnSchema } from './paymentSchema.ts';
import { rule } from './schemaMessage.ts';
import { prefillSchema, sourceSchema } from './sourceSchema.ts';
import {
  conditionSchema,
  keySchema,
  packLimitSchema,
  packPathSchema,
  pointerSchema,
  stepKeySchema,
  textSchema,
} from './text.ts';

/**
 * A process variable taken from a submission: routing keys only, never personal data (architecture.md, who owns
 * what). `default` is used where the form leaves the field out.
 */
export const variableSchema = z
  .strictObject({
    name: field(keySchema, '变量名', 'Name of the variable', 'premisesArea'),
    from: field(pointerSchema, '取自表单的哪个字段', 'Field of the form', '/premisesArea'),
    daysFrom: field(
      z.union([pointerSchema, sourceSchema]).optional(),
      '另一个日期：同一表单的字段，或环节的变量写前面表单的字段（intake:/…、step.<环节>:/…）；变量是从那一天到 from 那一天的天数（type: number）',
      'Another day: a field of the same form or, for variables of a step, of an earlier form (`intake:/…`, `step.<key>:/…`); the variable is the number of days from it to that of `from` (`type: number`)',
      '/leaseStartsOn',
    ),
    daysSince: field(
      z.enum(['receipt', 'today']).optional(),
      '变量是从收件之日（receipt）或表单提交当天（today，环节的表单为办结当天）到 from 那一天的天数，自然日，早于则为负（type: number）',
      'The variable is the number of calendar days from the day of receipt (`receipt`), or the day on which the form is handed in (`today`; of a step: on which it is completed), to that of `from`; negative before it (`type: number`)',
      'today',
    ),
    daysIn: field(
      z.enum(['day', 'workday']).optional(),
      '天数按什么计：day 自然日（不写即此）；workday 工作日，按办理时限所用的工作日历，起算日之后到 from 那一天（含）',
      'What the days are: `day` calendar days (left out: the same); `workday` working days by the calendar of the limits, those after the first day up to and including that of `from`',
      'workday',
    ),
    type: field(z.enum(['string', 'boolean', 'number']), '类型', 'Type', 'number'),
    default: field(
      z.union([z.string(), z.boolean(), z.number()]).optional(),
      '表单没有填写时的值，类型与 type 一致',
      'Value where the form leaves the field out; of the type that `type` says',
      'no',
    ),
  })
  .superRefine(({ type, daysFrom, daysSince, daysIn, default: absent }, context) => {
    if (daysFrom !== undefined && daysSince !== undefined)
      context.addIssue({ code: 'custom', path: ['daysSince'], message: rule('daysOnce') });
    if (daysIn !== undefined && (daysFrom ?? daysSince) === undefined)
      context.addIssue({ code: 'custom', path: ['daysIn'], message: rule('daysInAlone') });
    if ((daysFrom ?? daysSince) !== undefined && type !== 'number')
      context.addIssue({ code: 'custom', path: ['type'], message: rule('daysAreNumber') });
    if (absent === undefined || typeof absent === type) return;
    context.addIssue({ code: 'custom', path: ['default'], message: rule('defaultType'), params: { type } });
  });

/**
 * What a way out of a step means: `forward` goes on, `back` returns to an earlier step, `grant` and `refuse` are
 * the decision itself (only in a step with `decision: true`).
 */
export const outcomeSchema = z.strictObject({
  key: field(keySchema, '结果的标识，流程图按它分支', 'Key that gateways ask for', 'pass'),
  name: field(textSchema, '按钮上的名称', 'Name on the button', { 'zh-CN': '审查通过', en: 'Pass' }),
  kind: field(
    z.enum(['forward', 'back', 'grant', 'refuse']),
    'forward 往下走，back 退回，grant 准予，refuse 不予（后两种只用于决定环节）',
    '`forward` goes on, `back` returns, `grant` and `refuse` decide (deciding steps only)',
    'forward',
  ),
  commentRequired: field(z.boolean().optional(), '必须写明理由', 'The officer must say why', true),
});

const officersSchema = z.strictObject({
  minimum: field(
    z.int().min(1).max(10).default(2),
    '至少几人（《行政处罚法》第四十二条：执法人员不得少于两人）',
    'How many at least',
    2,
  ),
  certificate: field(
    keySchema.optional(),
    '必须持有的证件类型',
    'License type that each must hold',
    'lawEnforcementCertificate',
  ),
  signed: field(z.boolean().default(true), '每人都要签名', 'Each signs', true),
  listFrom: field(
    pointerSchema,
    '表单中填写人员的表格字段',
    'Table field of the form that names them',
    '/officers',
  ),
});

const escalationSchema = z.strictObject({
  when: field(conditionSchema, '什么情况下立即上报', 'When it goes up at once', "hazardLevel == 'major'"),
  toRole: field(keySchema, '上报给哪个角色', 'Role that is told', 'head'),
  notice: field(keySchema.optional(), '使用的通知', 'Notice that is sent', 'majorHazard'),
});

const batchListSchema = z.strictObject({
  form: field(
    packPathSchema.optional(),
    '整批填写一次的表单',
    'Form filled in once for the whole batch',
    'forms/batch.json',
  ),
  columns: field(z.array(columnSchema).min(1), '清单的各列', 'Columns of the list'),
  maximum: field(z.int().min(2).max(1000).default(200), '一批最多多少件', 'The most cases in a batch', 200),
});

/** What the pack says about one user task; its key in `steps` is the id of the task. */
export const stepSchema = z
  .strictObject({
    name: field(textSchema, '环节名称', 'Name of the step', {
      'zh-CN': '材料审查',
      en: 'Review of materials',
    }),
    form: field(packPathSchema, '环节使用的表单', 'Form of the step', 'forms/review.json'),
    role: field(keySchema, '由哪个角色办理', 'Role that works on it', 'approver'),
    level: field(
      z.enum(['district', 'town', 'village']).optional(),
      '办理层级：区、街镇、村（社区）',
      'Level: district, town or village',
      'town',
    ),
    limit: field(packLimitSchema, '本环节时限，任意单位', 'Limit of the step, in any unit', '2 workday'),
    outcomes: field(z.array(outcomeSchema).min(1), '可选的结果', 'Ways out of the step'),
    outcomeField: field(
      pointerSchema.optional(),
      '表单中表示结果的字段；不写则由按钮单独提交',
      'Pointer to the field of the form that names the outcome; left out: it is sent beside the form data',
      '/conclusion',
    ),
    decision: field(
      z.boolean().default(false),
      '本环节作出决定：办理人须再次验证身份，签章以此为据',
      'The step decides the case: the officer authenticates again and the seal rests on it',
      true,
    ),
    batch: field(
      z.boolean().default(false),
      '可以批量办理',
      'Several tasks of this step may be completed in one go',
      true,
    ),
    batchList: field(batchListSchema.optional(), '批量办理的清单', 'List of a batch'),
    fourEyes: field(
      z.union([z.boolean(), z.array(stepKeySchema).min(1)]).default(false),
      '四眼原则：true 为办理过本办件其他任何环节（含收件）的人不得办理本环节；也可以列出环节，intake 为收件',
      'Four eyes: `true`: who has worked on any other step of the case, or took it in, may not complete this one; or only those of the steps named, `intake` being the taking in',
      ['inspect'],
    ),
    samePersonAs: field(
      stepKeySchema.optional(),
      '与哪个环节由同一人办理：办过那个环节的人办理本环节（intake 为收件）；他不在岗、已调离或没有这个岗位时，由本组其他人办理',
      'Done by whoever did that earlier step (`intake`: the taking in); where that person is away, has left or does not hold the role, by others of the group',
      'review',
    ),
    transferTo: field(
      z.array(keySchema).default([]),
      '本环节可以转办到的其他部门；不写则只能在本部门内转办',
      'Other departments to which a task of the step may be transferred; without it only inside the own one',
      ['xfjy'],
    ),
    panel: field(
      panelSchema.optional(),
      '由专家组评审，每人一份意见，组长作结论',
      'An expert panel: one opinion each, the chair concludes',
    ),
    officers: field(
      officersSchema.optional(),
      '须由若干名持证人员共同办理',
      'To be done by several certified officers together',
    ),
    escalate: field(z.array(escalationSchema).default([]), '立即上报的情形', 'What goes up at once'),
    variables: field(
      z.array(variableSchema).default([]),
      '从表单取出的流程变量，只能是路由用的，不得含个人信息',
      'Process variables taken from the form: routing keys only, never personal data',
    ),
    prefill: field(
      z.array(prefillSchema).default([]),
      '打开表单前预填的字段',
      'Fields filled before the form is opened',
    ),
    effects: field(
      z.array(effectSchema).default([]),
      '完成环节时对办件的作用',
      'What completing the step does to the case',
    ),
  })
  .superRefine(({ batch, batchList }, context) => {
    if (batchList && !batch)
      context.addIssue({ code: 'custom', path: ['batchList'], message: rule('batchListOfBatch') });
  });

export type Step = z.infer<typeof stepSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type { Effect } from './effectSchema.ts';
export type Variable = z.infer<typeof variableSchema>;
