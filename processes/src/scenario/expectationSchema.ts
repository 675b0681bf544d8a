import { z } from 'zod';
import { field } from '../schema/field.ts';
import { departmentIdSchema, stepKeySchema } from '../schema/text.ts';
import { formData } from './dataSchema.ts';
import { fileExpectationSchema } from './fileExpectationSchema.ts';
import { clockSchema, documentSchema, licenseSchema } from './outcomeSchema.ts';

const keys = z.array(z.string().min(1).max(64)).max(50);

/** A user task that is open: its step alone, or who has it as well. */
export const openTaskSchema = z.union([
  stepKeySchema,
  z.strictObject({
    step: field(stepKeySchema, '环节', 'Step', 'review'),
    department: field(departmentIdSchema.optional(), '由哪个部门办理', 'Department that has it', 'scjg'),
    role: field(z.string().max(32).optional(), '由什么角色办理', 'Role that works on it', 'approver'),
  }),
]);

/** What is to be so after a step, or at the end. What is not named is not looked at. */
export const expectationSchema = z.strictObject({
  state: field(
    z
      .enum([
        'draft',
        'waiting',
        'received',
        'supplementing',
        'notAccepted',
        'accepted',
        'decided',
        'delivered',
        'closed',
        'withdrawn',
      ])
      .optional(),
    '办件状态',
    'State of the case',
    'accepted',
  ),
  process: field(
    z.enum(['none', 'started', 'ended']).optional(),
    '流程：none 未启动，started 进行中，ended 已结束',
    'Process: none yet, started, ended',
    'ended',
  ),
  tasks: field(
    z.array(openTaskSchema).max(50).optional(),
    '此刻待办的全部环节；[] 为没有',
    'All tasks that are open; [] for none',
    [{ step: 'review', department: 'scjg', role: 'approver' }],
  ),
  clocks: field(
    z.record(z.string(), clockSchema).optional(),
    '时限，按种类：acceptance、statutory、promised、step、delivery、publication、publicNotice、specialProcedure、verification、correction、jointVisit、response、disposal、callBack；none 为没有；同类取最后一个',
    'Clocks by kind; `none` for no such clock; the latest of a kind counts',
    { statutory: { due: '2026-11-16' } },
  ),
  documents: field(
    z.array(documentSchema).max(50).optional(),
    '已出的文书；没有写出的不核对',
    'Documents that exist; others may exist too',
    ['receipt', 'acceptanceNotice'],
  ),
  noDocuments: field(keys.optional(), '不应有的文书', 'Kinds of documents that must not exist', [
    'refusalDecision',
  ]),
  decision: field(z.enum(['grant', 'refuse', 'none']).optional(), '决定', 'The decision', 'grant'),
  license: field(
    licenseSchema.optional(),
    '本件颁发的证照；none 为没有',
    'The license that the case issued; `none` for none',
    {
      validTo: '2031-11-10',
    },
  ),
  licenses: field(
    z.record(z.string(), z.string().max(32)).optional(),
    '场景开始前已有的证照现在的状态',
    'States of the licenses that existed before',
    { current: 'deemedRenewed' },
  ),
  commitment: field(
    z.enum(['none', 'barred', 'signed', 'kept', 'correcting', 'broken']).optional(),
    '告知承诺：barred 因信用记录不适用，signed 已签署，kept 核查属实，correcting 责令改正，broken 违背承诺',
    'Commitment: barred by credit records, signed, kept, to be corrected, broken',
    'signed',
  ),
  annulled: field(z.boolean().optional(), '决定已被撤销', 'The decision was annulled', true),
  dispatch: field(fileExpectationSchema.optional(), '案卷（kind: dispatch）', 'The case file of a dispatch', {
    stage: 'handle',
    unit: 't005',
  }),
  notices: field(keys.optional(), '已发给申请人的通知', 'Notices sent to the applicant', ['granted']),
  noNotices: field(keys.optional(), '不应发出的通知', 'Notices that must not have been sent', ['refused']),
  alerts: field(
    keys.optional(),
    '已发出的时限提醒（escalation 的 key）',
    'Reminders of clocks, by key of the escalation',
    ['yellow'],
  ),
  findings: field(keys.optional(), '监察发现的种类', 'Kinds of findings of the supervision', [
    'deemedRenewal',
  ]),
  events: field(
    keys.optional(),
    '按次序发生过的事（审计记录的类型）',
    'Events of the audit that happened in this order',
    ['withdrawn'],
  ),
  variables: formData('流程变量，只核对写出的几个', 'Process variables; only those named are compared', {
    decidingDepartment: 't005',
  }).optional(),
  path: field(
    z
      .array(z.union([z.string(), z.array(z.string()).min(2)]))
      .max(200)
      .optional(),
    '流程经过的全部任务和事件，按次序，不含网关；同时进行的写成一组，组内不分先后',
    'All tasks and events passed, in order, gateways left out; what runs at the same time is a list of its own, in any order',
    ['accepted', 'routeDepartment', 'review'],
  ),
});

export type Expectation = z.infer<typeof expectationSchema>;
export type OpenTask = z.infer<typeof openTaskSchema>;
