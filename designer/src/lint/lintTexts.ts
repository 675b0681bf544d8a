import type { Locale } from '../model/packFiles.ts';
import type { PlaceTab } from './placeOf.ts';

const zh = {
  areas: {
    process: '流程',
    forms: '表单',
    routing: '判定',
    limits: '时限',
    materials: '材料',
    rules: '规则',
    notices: '通知和文书',
    license: '证照',
    item: '事项',
    scenarios: '场景',
    files: '其他文件',
  } as Record<PlaceTab, string>,
  group: (severity: string, area: string, count: number) => `${severity} · ${area}（${count}）`,
  fix: '改正',
  fixOf: (what: string) => `改正：${what}`,
  fixAll: (count: number) => `改正有唯一改法的 ${count} 处`,
  fixed: (what: string) => `已改正：${what}。可以撤销。`,
  fixedAll: (count: number) => `已改正 ${count} 处，可以撤销。`,
  notFixed: '这一处没有改成，请按说明修改。',
  shortcut: '在一条问题上按 F 键直接改正',
  collapse: '收起',
  expand: '展开',
  inTab: (count: number) => `${count} 个问题`,
};

export type LintTexts = typeof zh;

const en: LintTexts = {
  areas: {
    process: 'Process',
    forms: 'Forms',
    routing: 'Routing',
    limits: 'Limits',
    materials: 'Materials',
    rules: 'Rules',
    notices: 'Notices and documents',
    license: 'License',
    item: 'Item',
    scenarios: 'Scenarios',
    files: 'Other files',
  },
  group: (severity, area, count) => `${severity} · ${area} (${count})`,
  fix: 'Fix it',
  fixOf: (what) => `Fix it: ${what}`,
  fixAll: (count) => `Fix the ${count} that have one answer`,
  fixed: (what) => `Fixed: ${what}. It can be undone.`,
  fixedAll: (count) => `${count} fixed; they can be undone.`,
  notFixed: 'This could not be fixed; follow the explanation.',
  shortcut: 'Press F on a finding to fix it',
  collapse: 'Collapse',
  expand: 'Expand',
  inTab: (count) => `${count} finding(s)`,
};

/** Words of the list of findings. */
export const lintTexts: Readonly<Record<Locale, LintTexts>> = { 'zh-CN': zh, en };
