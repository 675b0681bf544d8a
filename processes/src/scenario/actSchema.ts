import { z } from 'zod';
import { field } from '../schema/field.ts';
import { departmentIdSchema, stepKeySchema } from '../schema/text.ts';
import { act } from './actShape.ts';
import { formData, providedSchema } from './dataSchema.ts';
import { reportActs } from './reportActSchema.ts';
import { themeActs } from './themeActSchema.ts';

const reason = field(z.string().min(1).max(1000), '理由', 'Why', '申请人改变主意');
const materials = field(providedSchema.optional(), '同时交来的材料', 'Materials that come with it', [
  'floorPlan',
]);

const intakeActs = [
  act('edit', '修改草稿或补正中的申请', 'Edits the draft, or the application under correction', {
    form: formData('改动的字段', 'Fields that change', { premisesArea: 80 }).optional(),
    applicant: formData('改动的申请人', 'The applicant as changed', { phone: '13800000001' }).optional(),
    materials,
  }),
  act(
    'commit',
    '申请人选择告知承诺并签署；有不良信用记录的应为 barred（见 expect.commitment）',
    'The applicant chooses the commitment path and signs; `barred` where credit records forbid it (see expect.commitment)',
    {
      signedBy: field(
        z.enum(['applicant', 'legalRepresentative', 'agent']).default('legalRepresentative'),
        '由谁签署',
        'Who signs',
        'legalRepresentative',
      ),
      findings: field(
        z.array(z.string().max(64)).max(10).optional(),
        '窗口人员查到的信用记录（creditCheck.source 为 form 时）',
        'Records that the clerk found, where the officer does the check (creditCheck.source: form)',
        ['seriouslyDishonest'],
      ),
    },
  ),
  act('receive', '收件', 'Receipt', {}),
  act('accept', '受理', 'Acceptance', {
    waived: field(
      z.record(z.string(), z.string()).optional(),
      '容缺的材料和补交期限',
      'Materials that may follow, and until when',
      { safetySystem: '2026-11-20' },
    ),
  }),
  act('supplement', '一次性告知补正', 'Asks for corrections, all at once', {
    items: field(
      z
        .array(
          z.strictObject({
            materialKey: field(z.string().max(64).optional(), '材料', 'Material', 'floorPlan'),
            field: field(z.string().max(200).optional(), '字段', 'Field', '/premisesArea'),
            problem: field(z.string().min(1).max(500), '问题', 'What is wrong', '平面图未标明面积'),
          }),
        )
        .min(1),
      '要补正的内容',
      'What is to be corrected',
      [{ materialKey: 'floorPlan', problem: '平面图未标明面积' }],
    ),
  }),
  act('resubmit', '补正后重新提交', 'The corrections are in', {
    form: formData('改动的字段', 'Fields that change', { premisesArea: 80 }).optional(),
    materials,
  }),
  act('refuseAcceptance', '不予受理', 'Refuses to accept', {
    reasonKey: field(z.string().max(64), '理由的标识（refusalReasons）', 'Key of the reason', 'notCompetent'),
    reason,
  }),
  act('provide', '补交容缺的材料', 'Hands in materials that were to follow', {
    materials: field(providedSchema, '材料', 'Materials', ['safetySystem']),
  }),
  act('withdraw', '申请人撤回', 'The applicant withdraws', { reason }),
] as const;

const laterActs = [
  act('complete', '办理一个环节', 'Completes a user task', {
    step: field(stepKeySchema, '环节', 'Step', 'review'),
    department: field(
      departmentIdSchema.optional(),
      '应由哪个部门办理；不写则不核对',
      'Department that must have it; not checked when left out',
      'scjg',
    ),
    role: field(z.string().max(32).optional(), '应由什么角色办理', 'Role that must work on it', 'approver'),
    outcome: field(z.string().max(64), '结果', 'Outcome', 'pass'),
    form: formData('表单', 'The form of the step', { $given: 'reviewPassed' }).optional(),
    comment: field(z.string().max(1000).optional(), '说明', 'Comment', '材料不齐'),
    person: field(
      z.int().min(1).max(9).default(1),
      '同部门同角色的第几个人（要求不同的人时用）',
      'Which person of that department and role, where different ones are asked for',
      2,
    ),
    password: field(
      z.string().max(200).optional(),
      '决定环节重新验证身份的密码；不写则填正确的密码',
      'Password of the re-authentication; the right one when left out',
      'wrong',
    ),
  }),
  act('pay', '申请人在窗口缴清应缴的费用', 'The applicant pays at the window what is due', {
    amountFen: field(
      z.int().min(1).optional(),
      '应缴总额（分）；不写则不核对',
      'What must be due in all, in fen; not checked when left out',
      4515000,
    ),
  }),
  act('extend', '部门负责人批准延长期限', 'The head of the department extends the limit', {
    amount: field(z.string().max(40), '延长多久', 'By how much', '5 workday'),
    reason,
  }),
  act('wait', '只让时间过去', 'Only lets time pass', {}),
  act('request', '以某人的身份调用任何公开接口', 'Calls any route of the public API as somebody', {
    as: field(
      z.strictObject({
        department: field(departmentIdSchema, '部门', 'Department', 'scjg'),
        role: field(z.string().max(32), '角色', 'Role', 'head'),
      }),
      '以谁的身份',
      'As whom',
      { department: 'scjg', role: 'head' },
    ),
    method: field(z.enum(['GET', 'POST', 'PUT', 'DELETE']).default('POST'), '方法', 'Method', 'POST'),
    path: field(
      z.string().regex(/^\//),
      '路径，{case}、{caseNo}、{task.环节} 会被填入',
      'Path; {case}, {caseNo} and {task.<step>} are filled in',
      '/cases/{case}/extension',
    ),
    body: formData('内容，{password} 会被填入', 'Body; {password} is filled in', {
      amount: '5 workday',
    }).optional(),
    answer: formData('应有的回答，只核对写出的几项', 'The answer; only what is named is compared', {
      state: 'accepted',
    }).optional(),
  }),
] as const;

/** One act of somebody, at a moment, and what comes of it. */
export const actSchema = z.discriminatedUnion('act', [
  ...intakeActs,
  ...reportActs,
  ...themeActs,
  ...laterActs,
]);

export type Act = z.infer<typeof actSchema>;
export type ActOf<K extends Act['act']> = Extract<Act, { act: K }>;
