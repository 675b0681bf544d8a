import shipped from 'bpmn-js-i18n/translations/zn.js';

/** What bpmn-js-i18n leaves out. */
const missing: Readonly<Record<string, string>> = {
  'Ad-hoc sub-process': '特别子流程',
  'Align elements': '对齐元素',
  'Align elements ': '对齐元素',
  'Append element': '在后面添加',
  'Boundary event': '边界事件',
  'Change element': '更改元素',
  'Create element': '添加元素',
  'Close minimap': '关闭小地图',
  'Distribute elements horizontally': '水平分布元素',
  'Distribute elements vertically': '垂直分布元素',
  'Event based instantiating Gateway': '事件启动网关',
  'Expanded pool/participant': '展开的池（参与者）',
  Data: '数据',
  Events: '事件',
  Gateways: '网关',
  Participants: '参与者',
  'Sub-processes': '子流程',
  Tasks: '任务',
  Templates: '模板',
  'Open minimap': '打开小地图',
  'Parallel Event based instantiating Gateway': '并行事件启动网关',
  'Toggle non-interrupting': '切换非中断',
};

/** Chinese of every string of bpmn-js and its extensions that we use. */
export const bpmnChinese: Readonly<Record<string, string>> = { ...shipped, ...missing };

/** Chinese of parts that are loaded later. */
let later: Readonly<Record<string, string>> = {};

/** Adds the Chinese of a part that is loaded when it is asked for. */
export function addChinese(texts: Readonly<Record<string, string>>): void {
  later = { ...later, ...texts };
}

/** A translate function as diagram-js asks for it; texts without Chinese stay. */
export function translateToChinese(
  template: string,
  replacements: Readonly<Record<string, string>> = {},
): string {
  const text = later[template] ?? bpmnChinese[template] ?? template;
  return text.replace(/\{([^}]+)\}/g, (mark, name: string) => replacements[name] ?? mark);
}
