// biome-ignore-all lint/suspicious/noTemplateCurlyInString: examples of expressions of the engine
import type { Locale } from '../model/packFiles.ts';

const zh = {
  next: '接下来',
  none: '后面还没有环节，流程会在这里中断。',
  always: (to: string) => `到“${to}”`,
  otherwise: (to: string) => `其他情况：到“${to}”`,
  when: (condition: string, to: string) => `${condition}：到“${to}”`,
  unset: (to: string) => `还没有写条件：到“${to}”`,
  show: '查看这条线',
  samePerson: '具体由谁办理',
  samePersonNone: '本组任何人',
  samePersonAs: (step: string) => `办过“${step}”的人`,
  samePersonHelp:
    '任务一出现就交给他；他请假时交给代理人，已调离或没有这个岗位时由本组其他人办理，办件记录写明原因。',
  fourEyes: '回避（四眼原则）',
  fourEyesChoices: {
    none: '不限制',
    all: '办过本件其他任何环节（含收件）的人不得办理',
    some: '办过下列环节的人不得办理',
  },
  intake: '收件',
  level: '办理层级',
  noLevel: '不区分层级',
  late: '快到期和超期时',
  lateYellow: (workdays: number | undefined, percent: number | undefined) =>
    `黄灯：${[
      ...(workdays === undefined ? [] : [`剩余 ${workdays} 个工作日`]),
      ...(percent === undefined ? [] : [`已用 ${percent}%`]),
    ].join('或')}`,
  lateTold: (at: string, who: string) => `${at}：通知${who}`,
  at: { yellow: '黄灯时', red: '红灯时（超期）' } as Record<string, string>,
  after: (light: string, workdays: number) => `${light}之后 ${workdays} 个工作日`,
  people: {
    handler: '经办人',
    head: '负责人',
    supervisor: '监察人员',
    clerk: '窗口人员',
    approver: '审批人员',
  } as Record<string, string>,
  lateDefault: '按默认方式：黄灯通知经办人，红灯通知经办人和负责人，红灯 3 个工作日后通知监察人员。',
  lateWhere: '全事项的亮灯和提醒在“时限”页设置。',
  urgent: (when: string, who: string) => `立即上报：${when} 时告知${who}`,
  kinds: {
    'bpmn:ExclusiveGateway': '按条件只走其中一条线。条件从上往下看，都不成立时走“其他情况”。',
    'bpmn:InclusiveGateway': '条件成立的线都走。容易弄错，能用“分支”或“并行”时请不要用。',
    'bpmn:ParallelGateway': '所有的线同时进行，不看条件；在汇合处等全部办完再往下走。',
    'bpmn:EventBasedGateway': '看后面哪件事先发生，就走哪条线。',
    'bpmn:SubProcess': '把几个环节收在一起，可以展开查看。里面的环节同样要设置由谁办理。',
    'bpmn:StartEvent': '流程从这里开始：收件受理之后。',
    'bpmn:EndEvent': '流程在这里结束。',
    'bpmn:Task': '这个任务还没有种类，不会有人办理。请改成人工办理或自动任务。',
    'bpmn:SendTask': '自动发送，内容同“发送通知”。',
    'bpmn:ReceiveTask': '等待一个消息到来。',
  } as Record<string, string>,
  joins: '这里只汇合，不分开。',
  timer: '等到什么时候',
  timerKinds: { timeDate: '到某个时刻', timeDuration: '过一段时间', timeCycle: '每隔一段时间' },
  timerKind: '怎样计时',
  timerValue: '时刻或时长',
  timerHelp: {
    timeDate:
      '办件的时限：${clockDue} 到期、${clockYellow} 亮黄灯、${clockStatutory} 法定期限到期，可以提前或推后，例如 ${clockDueBefore2Workdays}；暂停、延长时自动改期。也可以写流程变量，例如 ${publicNoticeUntil}，或者 2026-01-31T17:00:00+08:00。',
    timeDuration: 'P3D 是三天，PT4H 是四小时。按工作日计算的时限请用流程变量。',
    timeCycle: 'R3/P1D 是每天一次、共三次。',
  },
  interrupting: '到时间就中断所在的任务',
  message: '消息名称',
  multiple: '分给多人办理',
  multipleSame: '同时办理',
  multipleTurn: '依次办理',
  multipleOne: '不分，一人办理',
  multipleCount: '几份',
  multipleHelp: '数字，或者流程变量，例如 ${panelSize}',
};

export type PanelTexts = typeof zh;

const en: PanelTexts = {
  next: 'What comes next',
  none: 'Nothing follows yet: the process would stop here.',
  always: (to) => `to “${to}”`,
  otherwise: (to) => `in all other cases to “${to}”`,
  when: (condition, to) => `${condition}: to “${to}”`,
  unset: (to) => `no condition yet: to “${to}”`,
  show: 'Show this flow',
  samePerson: 'Who exactly',
  samePersonNone: 'Anybody of the group',
  samePersonAs: (step) => `Whoever did “${step}”`,
  samePersonHelp:
    'The task is theirs as soon as it appears; while they are away it is their deputy’s, and others of the group do it where they have left or do not hold the role. The record says why.',
  fourEyes: 'Four eyes',
  fourEyesChoices: {
    none: 'No limit',
    all: 'Not by anybody who has worked on another step of the case, or took it in',
    some: 'Not by those who have worked on these steps',
  },
  intake: 'Taking in',
  level: 'Level',
  noLevel: 'No level',
  late: 'When it gets late',
  lateYellow: (workdays, percent) =>
    `Yellow: ${[
      ...(workdays === undefined ? [] : [`${workdays} working days left`]),
      ...(percent === undefined ? [] : [`${percent} % used`]),
    ].join(' or ')}`,
  lateTold: (at, who) => `${at}: told are ${who}`,
  at: { yellow: 'When yellow', red: 'When red (overdue)' },
  after: (light, workdays) => `${workdays} working days after: ${light}`,
  people: {
    handler: 'the officer',
    head: 'the head',
    supervisor: 'the supervisor',
    clerk: 'the clerk',
    approver: 'the approver',
  },
  lateDefault:
    'As usual: yellow tells the officer, red the officer and the head, three working days later the supervisor.',
  lateWhere: 'Lights and reminders of the item are set under “Limits”.',
  urgent: (when, who) => `Goes up at once when ${when}: told is ${who}`,
  kinds: {
    'bpmn:ExclusiveGateway':
      'One way is taken, by condition, from top to bottom; where none holds, the one for all other cases.',
    'bpmn:InclusiveGateway':
      'Every way whose condition holds is taken. Easy to get wrong: use a branch or parallel ways where you can.',
    'bpmn:ParallelGateway':
      'All ways at the same time, without conditions; where they join, all of them are waited for.',
    'bpmn:EventBasedGateway': 'The way of what happens first is taken.',
    'bpmn:SubProcess': 'Several steps in one, which can be opened. The steps in it need people, too.',
    'bpmn:StartEvent': 'The process starts here, when the case is accepted.',
    'bpmn:EndEvent': 'The process ends here.',
    'bpmn:Task':
      'This task has no kind yet and nobody does it. Make it a step for a person or an automatic one.',
    'bpmn:SendTask': 'Sent automatically, like a notice.',
    'bpmn:ReceiveTask': 'Waits for a message.',
  },
  joins: 'Ways come together here and do not part.',
  timer: 'Wait until when',
  timerKinds: { timeDate: 'A moment', timeDuration: 'A time later', timeCycle: 'Again and again' },
  timerKind: 'How it counts',
  timerValue: 'Moment or duration',
  timerHelp: {
    timeDate:
      'A date of the case: ${clockDue} when it is due, ${clockYellow} when its light turns yellow, ${clockStatutory} by law, or before and after them such as ${clockDueBefore2Workdays}; it moves with pauses and extensions. Or a process variable such as ${publicNoticeUntil}, or 2026-01-31T17:00:00+08:00.',
    timeDuration: 'P3D is three days, PT4H four hours. For working days use a process variable.',
    timeCycle: 'R3/P1D is once a day, three times.',
  },
  interrupting: 'Ends the task it stands on',
  message: 'Name of the message',
  multiple: 'Given to several',
  multipleSame: 'At the same time',
  multipleTurn: 'One after another',
  multipleOne: 'No, one person',
  multipleCount: 'How many',
  multipleHelp: 'A number, or a process variable such as ${panelSize}',
};

export const panelTexts: Readonly<Record<Locale, PanelTexts>> = { 'zh-CN': zh, en };
