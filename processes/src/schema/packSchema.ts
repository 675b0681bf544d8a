import { z } from 'zod';
import { appealSchema } from './appealSchema.ts';
import { checkSchema } from './checksSchema.ts';
import { commitmentSchema } from './commitmentSchema.ts';
import { dispatchSchema } from './dispatchSchema.ts';
import { externalSystemSchema } from './externalSystemSchema.ts';
import { feeSchema } from './feeSchema.ts';
import { field } from './field.ts';
import { hearingSchema } from './hearingSchema.ts';
import { jointSchema } from './jointSchema.ts';
import { checkKind } from './kindRules.ts';
import { licenseSchema } from './licenseSchema.ts';
import { lifeEventKeys } from './lifeEvents.ts';
import { limitsSchema } from './limitsSchema.ts';
import { materialSchema } from './materialSchema.ts';
import { operationSchema } from './operationSchema.ts';
import { paymentSchema } from './paymentSchema.ts';
import { publicationSchema } from './publicationSchema.ts';
import { questionSchema } from './questionSchema.ts';
import { sourceSchema } from './sourceSchema.ts';
import { specialProcedureSchema } from './specialProcedureSchema.ts';
import { stepSchema, variableSchema } from './stepSchema.ts';
import {
  departmentIdSchema,
  keySchema,
  packCodeSchema,
  stepKeySchema,
  textSchema,
  uniqueBy,
} from './text.ts';
import { themeSchema } from './themeSchema.ts';

export { operationKeys } from './operationKeys.ts';

export const itemKinds = [
  'approval',
  'registration',
  'benefit',
  'filing',
  'confirmation',
  'service',
  'dispatch',
  'theme',
] as const;

export const powerTypes = [
  '行政许可',
  '行政确认',
  '行政给付',
  '行政备案',
  '行政奖励',
  '行政裁决',
  '公共服务',
  '其他行政权力',
] as const;

const codesSchema = z.strictObject({
  basicCode: field(z.string().min(1), '基本编码', 'Basic code', '000131016000'),
  implementationCode: field(
    z.string().min(1),
    '实施编码',
    'Implementation code',
    '11110115900000014700013101600001',
  ),
  handlingItemCode: field(
    z.string().min(1),
    '业务办理项编码',
    'Handling item code',
    '1111011590000001470001310160000101',
  ),
});

/** Statutory documents of a case (ux.md, window clerk); the values of the parameter `document` of `issue-document`. */
export const documentKinds = [
  'receipt',
  'acceptanceNotice',
  'supplementNotice',
  'notAcceptedNotice',
  'specialProcedureNotice',
  'extensionNotice',
  'hearingRightNotice',
  'hearingNotice',
  'grantDecision',
  'refusalDecision',
  'deliveryReceipt',
  'commitmentLetter',
  'waiverLetter',
  'correctionOrder',
  'annulmentDecision',
  'amendedDecision',
  'reclaimDecision',
] as const;

/** `title` replaces the usual one, for instance 补贴批准通知书 for a benefit. */
const documentTextSchema = z.strictObject({
  title: field(textSchema.optional(), '替换文书标题', 'Replaces the usual title', {
    'zh-CN': '补贴批准通知书',
    en: 'Notice of approval',
  }),
  body: field(
    textSchema,
    '文书中本事项的内容，可用占位符',
    'What the item says in it; placeholders as in notices',
    {
      'zh-CN': '经审查，{{applicantName}}的申请符合条件。',
      en: 'The application of {{applicantName}} meets the conditions.',
    },
  ),
  signatures: field(
    z
      .array(
        z.strictObject({
          label: field(textSchema, '签名前的文字', 'What stands before it', {
            'zh-CN': '核查人员签名：',
            en: 'Signed by the inspector:',
          }),
          from: field(
            sourceSchema,
            '签名字段',
            'The field that is signed',
            'step.inspect:/inspectorSignature',
          ),
        }),
      )
      .max(6)
      .optional(),
    '印在文书上的签名：屏幕上的手写签名，或者键入的姓名',
    'Signatures printed on it as they were given on the screen: drawn, or a typed name',
  ),
});

const none = { statutory: 'none', promised: 'none' } as const;

/** `pack.yaml`: everything about an item that is not process, form, notice or template. */
export const packSchema = z
  .strictObject({
    schemaVersion: field(z.literal(1), '格式版本', 'Version of the format', 1),
    packCode: field(
      packCodeSchema,
      '办事包代码，也是文件夹名和流程标识',
      'Code of the pack; also the folder and the id of the process',
      'scjg-food',
    ),
    name: field(textSchema, '事项名称', 'Name of the item', {
      'zh-CN': '食品经营许可',
      en: 'Food business license',
    }),
    aliases: field(
      z.array(z.string().min(1)).default([]),
      '群众常用的叫法，用于搜索',
      'Other names under which people look for it',
      ['食品证', '餐饮许可'],
    ),
    lifeEvents: field(
      z.array(z.enum(lifeEventKeys)).max(6).default([]),
      '生活事件、经营事件（主题分类）：群众和企业按它查找；可选的值和名称见 processes/src/schema/life-events.json',
      'Life and business events (主题分类) under which people and companies look for it; values and names in processes/src/schema/life-events.json',
      ['operatingPermit'],
    ),
    kind: field(
      z.enum(itemKinds),
      '种类：approval 审批，registration 登记，benefit 给付，filing 备案，confirmation 确认，service 服务，dispatch 分拨，theme 一件事',
      'Kind: approval, registration, benefit, filing, confirmation, service, dispatch, theme',
      'approval',
    ),
    powerType: field(
      z.enum(powerTypes).optional(),
      '事项类型，决定适用哪些法定规则；一件事和分拨类不写',
      'Power type: decides which rules of law apply; every item but a theme or a dispatch has one',
      '行政许可',
    ),
    codes: field(
      codesSchema.optional(),
      '事项编码；一件事和分拨类可以没有',
      'Codes of the catalogue; every item but a theme or a dispatch has them',
    ),
    department: field(departmentIdSchema, '实施部门', 'Department that is responsible', 'scjg'),
    ruleSet: field(
      z.string().min(1),
      '时限规则：administrative-license（《行政许可法》）或 own-rules（本事项自有规则）',
      'Id of a rule set of `@onewindow/clocks`',
      'administrative-license',
    ),
    startsAt: field(
      z.enum(['acceptance', 'receipt']).default('acceptance'),
      '办理时限从受理或收件起算',
      'Whether the clocks start on acceptance or on receipt',
      'acceptance',
    ),
    handling: field(
      z.enum(['local', 'external', 'mirrored']).default('local'),
      'local 在本系统办理；external 在外部系统办理，本系统引导、预填、跟踪；mirrored 在外部系统办理并同步到本系统',
      'Worked on here, in another system (we guide, prefill and track), or there with a mirror here',
      'local',
    ),
    externalSystem: field(
      externalSystemSchema.optional(),
      '外部系统（handling 为 external 或 mirrored 时必填）',
      'The other system, for external and mirrored handling',
    ),
    applicantKinds: field(
      z
        .array(z.enum(['natural', 'legal']))
        .min(1)
        .default(['natural', 'legal']),
      '申请人：自然人、法人',
      'Who may apply: natural persons, legal persons',
      ['legal'],
    ),
    area: field(
      z.enum(['none', 'town', 'village']).default('none'),
      '收件时须确定到哪一级地点；写入变量 town、village',
      'How closely the place must be known at receipt; sets the variables `town` and `village`',
      'town',
    ),
    legalBasis: field(
      z
        .array(
          z.strictObject({
            title: field(z.string().min(1), '法律法规名称', 'Title of the law', '中华人民共和国食品安全法'),
            article: field(z.string().min(1).optional(), '条款', 'Article', '第三十五条'),
          }),
        )
        .default([]),
      '设定依据',
      'Legal basis',
    ),
    fees: field(z.array(feeSchema).default([]), '收费；不写则不收费', 'Fees; empty: free of charge'),
    operations: field(z.array(operationSchema).min(1), '办理类型', 'Operations'),
    limits: field(
      limitsSchema.default({
        statutory: { unit: 'none' },
        promised: { unit: 'none' },
      }),
      '时限；一件事按各事项，分拨类按 dispatch.limits',
      'Limits; a theme has those of its items, a dispatch those of `dispatch.limits`',
      none,
    ),
    specialProcedures: field(
      z.array(specialProcedureSchema).default([]),
      '特别程序：书面告知后暂停时限的事由',
      'Grounds on which the clocks may be paused after a written notice',
    ),
    commitment: field(
      commitmentSchema.optional(),
      '告知承诺：当场决定，事后核查，违诺撤销并记入信用',
      'Commitment path: decide at once, verify afterwards, annul and record when broken',
    ),
    hearing: field(
      hearingSchema.optional(),
      '听证（《行政许可法》第四十六至四十八条）',
      'Hearing (arts 46–48)',
    ),
    joint: field(
      z
        .array(jointSchema)
        .superRefine(uniqueBy(({ key }) => key))
        .default([]),
      '需要其他部门同意的并联意见',
      'Opinions of other departments, given in parallel',
    ),
    materials: field(z.array(materialSchema).default([]), '申请材料', 'Materials'),
    questions: field(
      z
        .array(questionSchema)
        .superRefine(uniqueBy(({ key }) => key))
        .default([]),
      '情形引导：填表前的几个问题；答案写入申请表，并决定需要哪些材料、适用哪种时限情形。申请表里有 field 的办理类型才问',
      'Guided questions before the form: the answers go into the form and decide which materials remain and which limits apply. Asked in the operations whose form has the `field`',
    ),
    refusalReasons: field(
      z
        .array(
          z.strictObject({
            key: field(keySchema, '理由的标识', 'Key', 'notCompetent'),
            text: field(textSchema, '理由', 'Reason', {
              'zh-CN': '不属于本机关职权范围',
              en: 'Not within our competence',
            }),
            refersElsewhere: field(
              z.boolean().optional(),
              '是否因属于其他机关职权：是的，可以当场决定，必须写明向哪个机关申请（《行政许可法》第三十二条第一款第二项）',
              'Whether it is another body’s business: then it may be refused at once, and the clerk names that body (Administrative License Law art. 32 (1) (2))',
              true,
            ),
          }),
        )
        .default([]),
      '不予受理的理由',
      'Offered when an application is not accepted (不予受理)',
    ),
    intakeVariables: field(
      z.array(variableSchema).default([]),
      '从申请表取出的流程变量',
      'Process variables taken from the application',
    ),
    steps: field(
      z.record(stepKeySchema, stepSchema),
      '环节，按人工任务的标识',
      'Steps, by id of the user task',
    ),
    documents: field(
      z.partialRecord(z.enum(documentKinds), documentTextSchema).default({}),
      `法定文书中本事项的内容，按文书种类：${documentKinds.join('、')}`,
      `What the item says in a statutory document, beside what the product’s layout says anyway; by kind: ${documentKinds.join(', ')}`,
    ),
    license: field(licenseSchema.optional(), '准予后签发的证照', 'License that a granted case issues'),
    checks: field(
      z
        .array(checkSchema)
        .superRefine(uniqueBy(({ key }) => key))
        .default([]),
      '复审、年检、定期检验、待遇复核',
      'Reviews, annual checks, periodic inspections, re-verifications',
    ),
    payment: field(
      paymentSchema.optional(),
      '给付的发放、停发和恢复',
      'Payment of a benefit, its suspension and resumption',
    ),
    publication: field(
      publicationSchema.optional(),
      '决定公示（双公示）；不写则不公示',
      'Open publication of decisions; left out: none is published',
    ),
    appeal: field(appealSchema.optional(), '救济途径', 'Ways of appeal'),
    theme: field(themeSchema.optional(), '一件事的组成（kind: theme）', 'What a theme is made of'),
    dispatch: field(dispatchSchema.optional(), '分拨规则（kind: dispatch）', 'Rules of dispatch'),
    themes: field(
      z.array(packCodeSchema).default([]),
      '包含本事项的一件事',
      'Codes of the themes (一件事) that bundle it',
      ['theme-restaurant'],
    ),
  })
  .superRefine(checkKind);

/** `pack.yaml` as read: limits in the normal form of `@onewindow/clocks`, defaults filled in. */
export type PackManifest = z.output<typeof packSchema>;
/** `pack.yaml` as written. */
export type PackManifestInput = z.input<typeof packSchema>;
export type DocumentKind = (typeof documentKinds)[number];
export type Operation = PackManifest['operations'][number];
export type Material = PackManifest['materials'][number];
export type Question = PackManifest['questions'][number];
export type OperationKey = Operation['key'];
