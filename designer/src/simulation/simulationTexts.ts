import type { Locale } from '../model/packFiles.ts';

const zh = {
  open: '模拟',
  title: '模拟走一遍',
  help: '在图上一步步走，条件按您给的值判断。不经过引擎，什么也不保存；要用真实表单和时限走一遍，请用“演练”。',
  close: '结束模拟',
  forward: '走一步（N）',
  back: '后退一步（B）',
  again: '从头再来（R）',
  here: '现在在',
  done: '办完',
  happens: '发生了',
  goOn: '继续',
  chooseEvent: '哪一个先发生？',
  outcome: '办理结果是？',
  values: '要往下走，先给出：',
  noWay: '没有一条出线的条件成立，办件会停在这里出错。请补一条默认出线，或改条件。',
  join: '等其他分支到齐。',
  inside: '里面还没有办完。',
  ended: '流程走完了。',
  nothing: '流程没有开始事件。',
  interrupt: (name: string) => `中途发生“${name}”`,
  given: '已给出的值',
  path: '走过的路线',
  moved: (names: string) => `现在在：${names}`,
  list: (parts: readonly string[]) => parts.join('、'),
};

export type SimulationTexts = typeof zh;

const en: SimulationTexts = {
  open: 'Simulate',
  title: 'Walk through it',
  help: 'Step by step on the drawing; conditions are judged with the values that you give. No engine, nothing is kept; to go through it with the real forms and limits, rehearse it.',
  close: 'End the simulation',
  forward: 'One step (N)',
  back: 'Back (B)',
  again: 'Start again (R)',
  here: 'Now at',
  done: 'Done',
  happens: 'It happens',
  goOn: 'Go on',
  chooseEvent: 'Which comes first?',
  outcome: 'With which outcome?',
  values: 'To go on, tell first:',
  noWay:
    'No way out is taken: a case would stop here with an error. Add a default flow, or change a condition.',
  join: 'Waits for the other branches.',
  inside: 'What is inside has not ended.',
  ended: 'The process has ended.',
  nothing: 'The process has no start event.',
  interrupt: (name: string) => `“${name}” comes meanwhile`,
  given: 'Values given',
  path: 'The way so far',
  moved: (names: string) => `Now at: ${names}`,
  list: (parts: readonly string[]) => parts.join(', '),
};

export const simulationTexts: Readonly<Record<Locale, SimulationTexts>> = { 'zh-CN': zh, en };
