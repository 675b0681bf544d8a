import type { Locale } from '../model/packFiles.ts';

const zh = {
  copied: (count: number) => `已复制 ${count} 个元素，可以粘贴到这里或另一个办事包`,
  pasted: (count: number) => `已粘贴 ${count} 个元素`,
  pastedSteps: (count: number, steps: number) =>
    `已粘贴 ${count} 个元素，连同 ${steps} 个环节的办理要求和表单`,
  nothing: '没有可以粘贴的内容，请先复制',
  notReady: '正在准备粘贴，请稍后再试一次',
  foreign: '没有粘贴：内容不是从流程设计中复制的',
  refused: (rules: string) => `没有粘贴：${rules}`,
  rules: {
    scriptTask: '不允许使用脚本任务',
    script: '不允许使用脚本',
    listener: '不允许使用监听器',
    connector: '不允许使用连接器',
    formData: '不允许使用引擎自带的表单，请用办事包的表单',
    class: '不允许调用 Java 类',
    expression: '不允许用表达式执行操作',
    form: (path: string, what: string) => `表单 ${path}：${what}`,
  },
};

export type CopyTexts = typeof zh;

const en: CopyTexts = {
  copied: (count) => `${count} elements copied; paste them here or into another pack`,
  pasted: (count) => `${count} elements pasted`,
  pastedSteps: (count, steps) => `${count} elements pasted, with what ${steps} steps ask for and their forms`,
  nothing: 'Nothing to paste; copy something first',
  notReady: 'Getting ready to paste; try again in a moment',
  foreign: 'Not pasted: this was not copied from a flow',
  refused: (rules) => `Not pasted: ${rules}`,
  rules: {
    scriptTask: 'script tasks are not allowed',
    script: 'scripts are not allowed',
    listener: 'listeners are not allowed',
    connector: 'connectors are not allowed',
    formData: 'forms of the engine are not allowed; use a form of the pack',
    class: 'calling Java classes is not allowed',
    expression: 'doing things by an expression is not allowed',
    form: (path, what) => `form ${path}: ${what}`,
  },
};

export const copyTexts: Readonly<Record<Locale, CopyTexts>> = { 'zh-CN': zh, en };
