import type { Locale } from '../model/packFiles.ts';

const zh = {
  search: '查找要添加的元素',
  all: '全部元素',
  fewer: '常用元素',
  block: '积木…',
  common: '常用',
  blocks: '积木',
  ready: (kind: string) => `${kind}：在图上点一下放置；用键盘时在所选环节处添加`,
  items: {
    person: '人工办理',
    'issue-document': '制发文书',
    'issue-license': '制发证照',
    notify: '发送通知',
    decision: '判定表',
    branch: '分支',
    parallel: '并行',
    timer: '等待',
    end: '结束',
  },
  lasso: '框选',
  connect: '连线',
};

export type PaletteTexts = typeof zh;

const en: PaletteTexts = {
  search: 'Find an element to add',
  all: 'All elements',
  fewer: 'Fewer elements',
  block: 'Block…',
  common: 'Common',
  blocks: 'Blocks',
  ready: (kind) => `${kind}: click where it goes; with the keyboard it is added at the selected step`,
  items: {
    person: 'Step',
    'issue-document': 'Document',
    'issue-license': 'License',
    notify: 'Notice',
    decision: 'Decision',
    branch: 'Branch',
    parallel: 'Parallel',
    timer: 'Wait',
    end: 'End',
  },
  lasso: 'Select several',
  connect: 'Connect',
};

export const paletteTexts: Readonly<Record<Locale, PaletteTexts>> = { 'zh-CN': zh, en };
