import type { Locale } from '../model/packFiles.ts';

type Words = readonly [label: string, help?: string];

/** Names in plain words for fields whose description in the schema speaks to those who write YAML. */
export const fieldTexts: Readonly<Record<string, Readonly<Record<Locale, Words>>>> = {
  'fees.[].key': {
    'zh-CN': ['收费项目的标识', '账单用它区分收费项目，发布后不要改。'],
    en: ['Key of the fee', 'Bills tell fees apart by it: leave it once published.'],
  },
  'fees.[].amount': {
    'zh-CN': ['收费标准', '写明金额和单位，例如“10 元/本”。'],
    en: ['Rate in words', 'Amount and unit, for instance “10 yuan a copy”.'],
  },
  'fees.[].amountFen': { 'zh-CN': ['单价（元）'], en: ['Price of one unit (yuan)'] },
  'fees.[].unit': { 'zh-CN': ['计费单位', '不写则按件收取。'], en: ['Unit', 'Left out: the case.'] },
  'fees.[].quantity': {
    'zh-CN': ['数量取自', '几项相乘，每一项不足一的按一计；不设则为一。'],
    en: ['Quantity from', 'The product of these values, each rounded up; left out: one.'],
  },
  'fees.[].when': { 'zh-CN': ['什么情况下收取'], en: ['When it is charged'] },
  'fees.[].due': { 'zh-CN': ['什么时候缴清'], en: ['To be paid'] },
  'fees.[].exemptions': { 'zh-CN': ['减免情形'], en: ['Exemptions'] },
  'fees.[].exemptions.[].key': { 'zh-CN': ['标识'], en: ['Key'] },
  'fees.[].exemptions.[].when': { 'zh-CN': ['什么情况下免收'], en: ['When it is not charged'] },
  'fees.[].refundOn': { 'zh-CN': ['已缴的，什么结果退还'], en: ['Paid back when the case was'] },
  'fees.[].cite': {
    'zh-CN': [
      '收费依据',
      '行政许可原则上不收费，收费须有法律、行政法规依据（《行政许可法》第五十八条、第五十九条）。',
    ],
    en: [
      'Basis of the fee',
      'Licensing is free unless a law says otherwise (Administrative License Law arts 58, 59).',
    ],
  },
  'publication.decisions': { 'zh-CN': ['公示哪些决定'], en: ['Open decisions'] },
  'publication.operations': {
    'zh-CN': ['哪些办理类型', '一个都不选，就是全部。'],
    en: ['Of which operations', 'None ticked: all.'],
  },
  'publication.release': { 'zh-CN': ['怎样放出'], en: ['Released'] },
  'publication.content': {
    'zh-CN': ['许可内容', '国家标准规定的栏目自动公示，这里写本事项另外公示的内容。'],
    en: ['Content', 'The fields of the national standard are published anyway; these are published besides.'],
  },
  'publication.content.[].label': { 'zh-CN': ['栏目'], en: ['Heading'] },
  'publication.content.[].mask': { 'zh-CN': ['对所有人遮盖'], en: ['Covered for everybody'] },
  'publication.content.[].personalMask': {
    'zh-CN': ['相对人是自然人时遮盖', '《个人信息保护法》第六条：只公示必要的部分。'],
    en: ['Covered for natural persons', 'Personal Information Protection Law art. 6: only what is needed.'],
  },
  'publication.personalFor': {
    'zh-CN': ['自然人的公示，多久后撤下', '《个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间。'],
    en: ['Entries about natural persons end after', 'Personal Information Protection Law art. 19.'],
  },
  'publication.objectionWithin': {
    'zh-CN': ['异议多久内答复', '法律未定期限，由本地规定。'],
    en: ['Objections are answered within', 'The law sets no limit: a local rule.'],
  },
  'commitment.variable': {
    'zh-CN': ['流程中的名称', '流程图的分支用它区分是否按告知承诺办理。'],
    en: ['Name in the flow', 'Gateways ask for it.'],
  },
  'commitment.when': { 'zh-CN': ['哪些申请可以选择'], en: ['Which applications may choose it'] },
  'commitment.verification.correction': { 'zh-CN': ['责令限期改正'], en: ['Order to correct'] },
  'commitment.verification.correction.wait': { 'zh-CN': ['等待改正'], en: ['Waiting for the correction'] },
  'intakeVariables.[].name': {
    'zh-CN': ['名称', '流程图、判定表和条件里用它。'],
    en: ['Name', 'Used by the flow, tables and conditions.'],
  },
  'intakeVariables.[].from': { 'zh-CN': ['取自申请表的'], en: ['From the field'] },
  'intakeVariables.[].daysFrom': {
    'zh-CN': ['从哪一天起算天数', '另一个日期字段；写了它，值就是从那一天到上面这一天的天数。'],
    en: [
      'Days counted from',
      'Another day: the value is then the number of days from it to the field above.',
    ],
  },
  'intakeVariables.[].daysSince': {
    'zh-CN': ['从哪一天起算（收件或当天）', '写了它，值就是从那一天到上面这一天的天数，早于则为负数。'],
    en: [
      'Days since',
      'The value is then the number of days from that day to the field above, negative before it.',
    ],
  },
  'intakeVariables.[].daysIn': {
    'zh-CN': ['天数按什么计', '不选为自然日；工作日按办理时限所用的工作日历。'],
    en: ['Counted in', 'Calendar days where nothing is chosen; working days by the calendar of the limits.'],
  },
  'intakeVariables.[].default': { 'zh-CN': ['没有填写时'], en: ['Where it is left out'] },
  'steps.*.variables.[].name': { 'zh-CN': ['名称'], en: ['Name'] },
  'steps.*.variables.[].from': { 'zh-CN': ['取自表单的'], en: ['From the field'] },
  'steps.*.variables.[].daysFrom': {
    'zh-CN': ['从哪一天起算天数', '另一个日期字段；写了它，值就是从那一天到上面这一天的天数。'],
    en: [
      'Days counted from',
      'Another day: the value is then the number of days from it to the field above.',
    ],
  },
  'steps.*.variables.[].daysSince': {
    'zh-CN': ['从哪一天起算（收件或当天）', '写了它，值就是从那一天到上面这一天的天数，早于则为负数。'],
    en: [
      'Days since',
      'The value is then the number of days from that day to the field above, negative before it.',
    ],
  },
  'steps.*.variables.[].daysIn': {
    'zh-CN': ['天数按什么计', '不选为自然日；工作日按办理时限所用的工作日历。'],
    en: ['Counted in', 'Calendar days where nothing is chosen; working days by the calendar of the limits.'],
  },
  'steps.*.variables.[].default': { 'zh-CN': ['没有填写时'], en: ['Where it is left out'] },
  'steps.*.variables': {
    'zh-CN': ['交给流程的值', '只用于流程走向，不得含个人信息。'],
    en: ['Values for the flow', 'Routing only, never personal data.'],
  },
  'steps.*.outcomeField': {
    'zh-CN': ['结果写在表单的哪一栏', '不写则由办理按钮决定。'],
    en: ['Field that holds the outcome', 'Left out: the button decides.'],
  },
  'steps.*.transferTo': {
    'zh-CN': ['可以转办到', '不写则只能在本部门内转办。'],
    en: ['May be transferred to', 'Left out: only inside the department.'],
  },
  'steps.*.effects': { 'zh-CN': ['办完这一步时'], en: ['When the step is done'] },
  'checks.[].every': {
    'zh-CN': ['多久一次', '从发证（批准）之日或上次核查起算。'],
    en: ['How often', 'From issue (grant) or the last check.'],
  },
  'checks.[].result': {
    'zh-CN': ['结论由表单得出', '不设则由核查人员另行选择。'],
    en: ['Result by the form', 'Left out: the officer chooses.'],
  },
  'payment.onePerHolder': {
    'zh-CN': ['同一人只享受一份', '领取期间再次申请的，收件时告知依据和已有的待遇。'],
    en: ['Once at a time', 'Whoever applies again is told the basis and the existing one.'],
  },
  'payment.onePerHolder.cite': { 'zh-CN': ['依据'], en: ['Basis'] },
  'payment.reclaim': {
    'zh-CN': ['追回', '多发的待遇追回的依据和期限，写进追回决定书。'],
    en: ['Claiming back', 'Basis and time, told in the letter to the holder.'],
  },
  'payment.reclaim.cite': { 'zh-CN': ['依据'], en: ['Basis'] },
  'payment.reclaim.within': { 'zh-CN': ['退回期限'], en: ['Time to pay it back'] },
  'payment.suspensions': { 'zh-CN': ['停发和恢复'], en: ['Suspension and resumption'] },
  externalSystem: { 'zh-CN': ['外部系统'], en: ['The other system'] },
  'externalSystem.numberPattern': {
    'zh-CN': ['外部编号的格式', '正则表达式，以 ^ 开头、以 $ 结尾。'],
    en: ['Pattern of its number', 'A regular expression from ^ to $.'],
  },
  'dispatch.limits': {
    'zh-CN': ['一般时限', '紧急程度、小类、大类另有规定的，按其规定。'],
    en: ['Usual limits', 'Those of urgency, subcategory and category come first.'],
  },
  handling: { 'zh-CN': ['在哪里办理'], en: ['Where it is handled'] },
  themes: { 'zh-CN': ['包含本事项的一件事'], en: ['Themes that bundle it'] },
  'checks.[].kind': { 'zh-CN': ['种类'], en: ['Kind'] },
  'commitment.verification.correction.step': {
    'zh-CN': ['改正期满后在哪一步复查'],
    en: ['Step that verifies again'],
  },
  'hearing.course.partyFrom': {
    'zh-CN': ['申请人身份所在的栏目', '不在“告知谁”中的身份不能申请。'],
    en: ['Field with the capacity of who asks'],
  },
  theme: { 'zh-CN': ['一件事的组成'], en: ['What the theme is made of'] },
  'theme.items.[].when': { 'zh-CN': ['什么情况下包含此事项'], en: ['When it is included'] },
  'theme.items.[].applicantFrom': {
    'zh-CN': ['申请人取自该事项所发的证照', '例如新设立的公司；该事项不包含在内时，为一件事的申请人。'],
    en: ['Applicant: holder of the license of', 'A company that is set up, for instance.'],
  },
  dispatch: { 'zh-CN': ['分拨规则'], en: ['Rules of dispatch'] },
  'dispatch.stages.[].stage': { 'zh-CN': ['阶段', 'GB/T 30428.1'], en: ['Stage', 'GB/T 30428.1'] },
  'dispatch.actions.[].kind': { 'zh-CN': ['动作'], en: ['Action'] },
  'dispatch.actions.[].limit': {
    'zh-CN': ['期限', '退单：多久内提出；延期、挂账：最多多久；返工：返工时限。'],
    en: ['Limit', 'Send back: within which; postpone, suspend: at most; redo: the time to redo.'],
  },
  'steps.*.panel.conclusion.agreeing': {
    'zh-CN': ['需要多少人同意', '结论的规则是“达到人数”时填写。'],
    en: ['How many must agree', 'Where the rule is a number of them.'],
  },
  'steps.*.officers.minimum': {
    'zh-CN': ['至少几人', '《行政处罚法》第四十二条：执法人员不得少于两人。'],
    en: ['How many at least'],
  },
  'steps.*.effects.[].startPublicNotice.shows': {
    'zh-CN': ['公示的内容', '个人信息只公示必要的部分（《个人信息保护法》第六条）。'],
    en: ['What is shown'],
  },
  'steps.*.effects.[].recordDelivery.of': { 'zh-CN': ['送达的是'], en: ['What is delivered'] },
  'steps.*.effects.[].recordExternal.statusFrom': {
    'zh-CN': ['外部状态所在的栏目'],
    en: ['Field with the status'],
  },
  'steps.*.effects.[].dispatch': { 'zh-CN': ['案卷的分拨动作'], en: ['Act of dispatch'] },
  'steps.*.effects.[].dispatch.act': { 'zh-CN': ['动作'], en: ['Act'] },
  'steps.*.effects.[].dispatch.untilFrom': {
    'zh-CN': ['挂账复核日期所在的栏目'],
    en: ['Field with the day of review'],
  },
  'steps.*.effects.[].dispatch.levelFrom': {
    'zh-CN': ['紧急程度所在的栏目'],
    en: ['Field with the urgency'],
  },
  'operations.[].licenseNumber': { 'zh-CN': ['换发证照的编号'], en: ['Number of the new license'] },
  'steps.*.outcomes.[].kind': { 'zh-CN': ['含义'], en: ['Meaning'] },
};
