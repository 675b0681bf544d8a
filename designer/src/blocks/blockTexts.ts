import type { Locale } from '../model/packFiles.ts';

const zh = {
  title: '插入积木',
  search: '查找积木',
  list: '积木',
  none: '没有这样的积木',
  place: '插入到',
  between: (from: string, to: string) => `“${from}”到“${to}”之间`,
  brings: '带入',
  forms: (count: number) => `${count} 张表单`,
  limits: (count: number) => `${count} 个环节的时限`,
  notices: (count: number) => `${count} 个通知`,
  insert: '插入',
  cancel: '取消',
  one: '插入是一步操作，可以用“撤销”整体撤回。',
};

const en: typeof zh = {
  title: 'Insert a block',
  search: 'Find a block',
  list: 'Blocks',
  none: 'No such block',
  place: 'Put it',
  between: (from, to) => `between “${from}” and “${to}”`,
  brings: 'Brings',
  forms: (count) => `${count} forms`,
  limits: (count) => `limits of ${count} steps`,
  notices: (count) => `${count} notices`,
  insert: 'Insert',
  cancel: 'Cancel',
  one: 'Inserting is one step; undo takes all of it back.',
};

export const blockTexts: Readonly<Record<Locale, typeof zh>> = { 'zh-CN': zh, en };
