import { z } from 'zod';
import { field } from './field.ts';
import { citeSchema } from './limitsSchema.ts';
import { rule } from './schemaMessage.ts';
import { sourceSchema } from './sourceSchema.ts';
import {
  conditionSchema,
  departmentIdSchema,
  keySchema,
  packLimitSchema,
  packPathSchema,
  textSchema,
} from './text.ts';

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

/** 告知承诺: decide at once on a commitment, verify afterwards. */
export const commitmentSchema = z.strictObject({
  variable: field(
    keySchema.default('commitment'),
    '是否按告知承诺办理的流程变量（布尔值），由系统在受理时写入',
    'Boolean process variable that the product sets at acceptance',
    'commitment',
  ),
  when: field(
    conditionSchema.optional(),
    '哪些申请可以选择告知承诺；不写则全部',
    'Which applications may choose it; left out: all',
    "operation == 'new'",
  ),
  text: field(textSchema, '承诺书正文，由申请人签署', 'Text of the commitment that the applicant signs', {
    'zh-CN': '本单位承诺符合消防安全条件。',
    en: 'We commit to meeting the fire safety conditions.',
  }),
  creditCheck: field(
    z.strictObject({
      source: field(
        z.enum(['creditPlatform', 'form']),
        '信用信息来源：creditPlatform 信用平台，form 经办人核实后填写',
        'From the credit platform, or as the officer finds and fills in',
        'creditPlatform',
      ),
      refuseWhen: field(
        z.array(z.enum(['seriouslyDishonest', 'brokenCommitment', 'abnormalOperation'])).min(1),
        '有何种记录不得选择告知承诺：严重失信、曾违背承诺、经营异常',
        'Records that bar the path',
        ['seriouslyDishonest', 'brokenCommitment'],
      ),
    }),
    '信用核查',
    'Credit check before the path is open',
  ),
  verification: field(
    z
      .strictObject({
        limit: field(
          packLimitSchema.optional(),
          '自决定之日起多久内核查',
          'To be verified within so long of the decision',
          '20 workday',
        ),
        step: field(keySchema, '核查环节', 'Step that verifies', 'verify'),
        failOutcomes: field(
          z.array(keySchema).min(1),
          '哪些结果表示不符合承诺',
          'Outcomes that mean that the commitment was not kept',
          ['fail'],
        ),
        cite: field(
          citeSchema.optional(),
          '依据条款',
          'Article it rests on',
          '《中华人民共和国消防法》第十五条',
        ),
      })
      .superRefine(({ limit }, context) => {
        if (limit?.unit === 'none')
          context.addIssue({ code: 'custom', path: ['limit'], message: rule('verificationLimit') });
      }),
    '事后核查的时限和环节',
    'Clock and step of the verification',
  ),
  onFailure: field(
    z.strictObject({
      annul: field(
        z.boolean().default(true),
        '撤销决定和证照（《行政许可法》第六十九条）',
        'The decision and the license are annulled (art. 69)',
        true,
      ),
      creditRecord: field(
        z
          .strictObject({
            category: field(textSchema, '信用记录的类别', 'Category of the record', {
              'zh-CN': '违背告知承诺',
              en: 'Broken commitment',
            }),
            keep: field(packLimitSchema, '记录保留多久', 'How long it is kept', '1 year'),
          })
          .optional(),
        '记入信用记录',
        'Record of credit',
      ),
      notice: field(keySchema.optional(), '使用的通知', 'Notice that is sent', 'annulled'),
    }),
    '不符合承诺的后果',
    'What a broken commitment entails',
  ),
});

/** 听证 (Administrative License Law arts 46–48). */
export const hearingSchema = z
  .strictObject({
    when: field(
      conditionSchema.optional(),
      '何时须告知听证权利；不写则每件',
      'When the right is told; left out: in every case',
      'affectsNeighbours',
    ),
    parties: field(
      z.array(z.enum(['applicant', 'interested'])).min(1),
      '告知谁：申请人、利害关系人',
      'Who is told: applicant, interested parties',
      ['applicant', 'interested'],
    ),
    tellStep: field(keySchema, '告知听证权利的环节', 'Step that tells of the right', 'tellHearing'),
    holdStep: field(
      keySchema,
      '举行听证并填写笔录的环节',
      'Step that holds it and records it',
      'holdHearing',
    ),
    request: field(packLimitSchema, '告知后多久内可以申请', 'To be asked for within so long of being told', {
      limit: '5 workday',
      cite: '《行政许可法》第四十七条',
    }),
    hold: field(packLimitSchema, '申请后多久内举行', 'Held within so long of being asked for', {
      limit: '20 workday',
      cite: '《行政许可法》第四十七条',
    }),
    noticeBefore: field(packLimitSchema, '举行前多久通知时间地点', 'Time and place told so long before', {
      limit: '7 workday',
      cite: '《行政许可法》第四十八条',
    }),
    procedure: field(
      keySchema.optional(),
      '暂停时限所依据的特别程序',
      'Special procedure that pauses the clocks',
      'hearing',
    ),
  })
  .superRefine((hearing, context) => {
    for (const part of ['request', 'hold', 'noticeBefore'] as const)
      if (hearing[part].unit === 'none')
        context.addIssue({ code: 'custom', path: [part], message: rule('hearingOfPermit') });
  });

/** 并联意见: departments that must agree, and what happens when they do not. */
export const jointSchema = z.strictObject({
  key: field(keySchema, '标识', 'Key', 'trafficOpinion'),
  article26: field(
    z.boolean().default(false),
    '按《行政许可法》第二十六条联合办理：法定时限 45 个工作日，可延长 15 个工作日',
    'Declared joint handling under art. 26: 45 working days, extension 15',
    false,
  ),
  opinions: field(
    z
      .array(
        z.strictObject({
          department: field(departmentIdSchema, '提出意见的部门', 'Department that gives an opinion', 'jtzd'),
          step: field(keySchema, '提出意见的环节', 'Step in which it does', 'trafficOpinion'),
          agree: field(z.array(keySchema).min(1), '表示同意的结果', 'Outcomes that mean agreement', [
            'agree',
          ]),
          dissent: field(z.array(keySchema).default([]), '表示不同意的结果', 'Outcomes that mean dissent', [
            'disagree',
          ]),
        }),
      )
      .min(1),
    '各部门的意见',
    'Opinions, one a department',
  ),
  agreement: field(
    z.enum(['all', 'majority']).default('all'),
    '全部同意或多数同意',
    'All agree, or most',
    'all',
  ),
  silence: field(
    z
      .strictObject({
        after: field(packLimitSchema, '多久没有答复', 'After so long without an answer', '3 workday'),
        means: field(
          z.enum(['escalate', 'agree']).default('escalate'),
          '视为：上报，或者视为同意（须有依据）',
          'Goes up, or counts as agreement (with its rule cited)',
          'escalate',
        ),
        cite: field(
          citeSchema.optional(),
          '视为同意的依据',
          'Article for counting silence as agreement',
          '《中华人民共和国行政许可法》第二十六条',
        ),
      })
      .optional(),
    '逾期不答复的处理',
    'What silence means',
  ),
  dissentMeeting: field(
    z.strictObject({
      step: field(keySchema, '会商环节', 'Step of the meeting', 'headsMeeting'),
      attendees: field(z.array(keySchema).min(1), '参加会商的角色', 'Roles that take part', ['head']),
      limit: field(packLimitSchema, '会商时限', 'Limit of the meeting', '2 workday'),
    }),
    '意见不一致时由各部门负责人会商',
    'Dissent goes to a meeting of the heads',
  ),
});

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

const externalStates = [
  'received',
  'supplementing',
  'accepted',
  'notAccepted',
  'granted',
  'refused',
  'delivered',
  'withdrawn',
  'closed',
] as const;

const anchored = (pattern: string): boolean => {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return false;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
};

/** The system in which an item is handled that is not handled here. */
export const externalSystemSchema = z.strictObject({
  name: field(textSchema, '系统名称', 'Name of the system', {
    'zh-CN': '全国排污许可证管理信息平台',
    en: 'National discharge permit platform',
  }),
  url: field(
    z
      .string()
      .regex(/^https:\/\/[^\s]+$/, rule('urlFormat'))
      .optional(),
    '办理入口',
    'Where it is handled',
    'https://permit.example.cn',
  ),
  numberPattern: field(
    z.string().max(200).refine(anchored, rule('externalNumberFormat')).optional(),
    '外部编号的格式（正则表达式，^ 开头 $ 结尾）',
    'Pattern of the number that the system gives (regular expression, anchored)',
    '^[0-9A-Z]{22}$',
  ),
  enteredBy: field(
    z.enum(['clerk', 'approver', 'applicant', 'interface']),
    '由谁录入外部编号和状态：窗口、审批人员、申请人、接口',
    'Who enters number and status: clerk, approver, applicant, or an interface',
    'interface',
  ),
  statusMapping: field(
    z
      .array(
        z.strictObject({
          external: field(z.string().min(1), '外部系统的状态', 'Status over there', '审核通过'),
          state: field(z.enum(externalStates), '对应本系统的状态', 'State here', 'granted'),
        }),
      )
      .default([]),
    '状态对照',
    'Mapping of status',
  ),
  prefill: field(
    z
      .array(
        z.strictObject({
          to: field(z.string().min(1), '外部表单字段', 'Field over there', 'entName'),
          from: field(sourceSchema, '取值来源', 'Where the value comes from', 'applicant:/name'),
        }),
      )
      .default([]),
    '带到外部系统、不需要再次填写的字段',
    'Fields taken along, so that nothing is keyed twice',
  ),
  refreshEvery: field(
    packLimitSchema.optional(),
    '多久查询一次状态',
    'How often the status is asked for',
    '4 hour',
  ),
});
