import type { Locale } from '../model/packFiles.ts';

const zh = {
  title: '全部文字',
  help: '办事包里给人看的文字，中英文对照；缺少的排在最前面。改完按回车或离开输入框即可。',
  search: '查找文字',
  onlyMissing: (count: number) => `只看缺少的（${count}）`,
  area: '范围',
  allAreas: '全部',
  areas: {
    item: '事项',
    steps: '环节和办理结果',
    materials: '材料和问题',
    documents: '文书和理由',
    license: '证照',
    forms: '表单',
    notices: '通知',
  } as Record<string, string>,
  where: '位置',
  missing: '缺少',
  shown: (count: number, all: number) => `显示 ${count} 处，共 ${all} 处`,
  more: (count: number) => `再显示 ${count} 处`,
  nothing: '没有符合条件的文字。',
  complete: '没有缺少的文字。',
  optionOf: (field: string) => `${field} › 选项`,
};

export type TextTexts = typeof zh;

const en: TextTexts = {
  title: 'All texts',
  help: 'Every text that people read, in both languages; missing ones come first. Enter or leaving the field writes it.',
  search: 'Find a text',
  onlyMissing: (count) => `Only missing (${count})`,
  area: 'Part',
  allAreas: 'All',
  areas: {
    item: 'Item',
    steps: 'Steps and outcomes',
    materials: 'Materials and questions',
    documents: 'Documents and reasons',
    license: 'License',
    forms: 'Forms',
    notices: 'Notices',
  },
  where: 'Where',
  missing: 'missing',
  shown: (count, all) => `${count} of ${all}`,
  more: (count) => `Show ${count} more`,
  nothing: 'No text fits.',
  complete: 'Nothing is missing.',
  optionOf: (field) => `${field} › answer`,
};

/** Words of the texts tab. */
export const textTexts: Readonly<Record<Locale, TextTexts>> = { 'zh-CN': zh, en };
