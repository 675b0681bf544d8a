import shipped from 'bpmn-js-i18n/translations/zn.js';

/** What bpmn-js-i18n leaves out. */
const missing: Readonly<Record<string, string>> = {
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
  Data: '数据',
  Events: '事件',
  Gateways: '分支',
  Participants: '参与者',
  'Sub-processes': '子流程',
  Tasks: '任务',
  Templates: '模板',
  'Open minimap': '打开小地图',
  'Parallel Event based instantiating Gateway': '并行事件启动网关',
  'Toggle non-interrupting': '切换非中断',
};

/**
 * What the designer calls otherwise: an element has one name wherever it is met, in the outline, in a comparison and in the menus
 * of bpmn-js.
 */
const ours: Readonly<Record<string, string>> = {
  'Ad-hoc': '临时',
  'Ad-hoc sub-process': '临时子流程',
  'Add lane above': '在上方添加泳道',
  'Add lane below': '在下方添加泳道',
  'Append gateway': '添加分支',
  'Business rule task': '判定',
  'Call activity': '调用流程',
  'Complex gateway': '复杂分支',
  'Create gateway': '添加分支',
  'Create pool/participant': '添加泳池',
  'Divide into three lanes': '分成三条泳道',
  'Divide into two lanes': '分成两条泳道',
  'Empty pool/participant': '空泳池',
  'Empty pool/participant (removes content)': '空泳池（删除内容）',
  'Event-based gateway': '事件分支',
  'Exclusive gateway': '分支',
  'Expanded pool/participant': '展开的泳池',
  'Inclusive gateway': '多选分支',
  'Manual task': '线下任务',
  'Parallel gateway': '并行',
  'Receive task': '接收任务',
  'Search in diagram': '在流程图中查找',
  'Service task': '自动任务',
  'Sub-process (collapsed)': '子流程（折叠）',
  'Sub-process (expanded)': '子流程（展开）',
  'Terminate end event': '终止结束事件',
  'User task': '人工任务',
};

/** Chinese of every string of bpmn-js and its extensions that we use. */
export const bpmnChinese: Readonly<Record<string, string>> = { ...shipped, ...missing, ...ours };

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
