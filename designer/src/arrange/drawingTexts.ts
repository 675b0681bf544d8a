import type { Locale } from '../model/packFiles.ts';

const zh = {
  menu: '图形',
  layOut: '整理布局',
  align: '对齐与分布',
  alignments: {
    left: '左对齐',
    center: '水平居中',
    right: '右对齐',
    top: '上对齐',
    middle: '垂直居中',
    bottom: '下对齐',
    horizontal: '水平均匀分布',
    vertical: '垂直均匀分布',
  },
  chooseTwo: '先选中两个以上元素：按住 Shift 点选，或者用框选工具',
  chooseThree: '均匀分布须先选中三个以上元素',
  gridOn: '显示网格',
  gridOff: '隐藏网格',
  minimapOn: '打开小地图',
  minimapOff: '关闭小地图',
  print: '打印流程图',
  svg: '导出 SVG 图片',
  png: '导出 PNG 图片',
  pdf: '导出 PDF',
  fileName: (pack: string) => `${pack}-流程图`,
  shortcuts: '快捷键',
  said: {
    laidOut: '已整理布局',
    aligned: (how: string) => `已${how}`,
    exported: (name: string) => `已导出“${name}”`,
    failed: '没有导出成：流程图是空的，或者浏览器不允许',
    layoutFailed: '没有整理成：这个流程图的结构自动排版还不支持，图形没有改动',
  },
  drawn: '这个流程没有图形信息，已自动排版。可以用“撤销”取消，或者用“整理布局”再排。',
};

export type DrawingTexts = typeof zh;

const en: DrawingTexts = {
  menu: 'Drawing',
  layOut: 'Lay out',
  align: 'Align and distribute',
  alignments: {
    left: 'Align left',
    center: 'Centre horizontally',
    right: 'Align right',
    top: 'Align top',
    middle: 'Centre vertically',
    bottom: 'Align bottom',
    horizontal: 'Distribute horizontally',
    vertical: 'Distribute vertically',
  },
  chooseTwo: 'Select two elements or more first: Shift and click, or the selection tool',
  chooseThree: 'Select three elements or more to distribute them',
  gridOn: 'Show the grid',
  gridOff: 'Hide the grid',
  minimapOn: 'Open the minimap',
  minimapOff: 'Close the minimap',
  print: 'Print the diagram',
  svg: 'Export as SVG',
  png: 'Export as PNG',
  pdf: 'Export as PDF',
  fileName: (pack) => `${pack} diagram`,
  shortcuts: 'Shortcuts',
  said: {
    laidOut: 'Laid out',
    aligned: (how) => `Done: ${how}`,
    exported: (name) => `Exported “${name}”`,
    failed: 'Not exported: the diagram is empty or the browser does not allow it',
    layoutFailed: 'Not laid out: the structure of this diagram is not supported; nothing was moved',
  },
  drawn:
    'This process came without a drawing and was laid out. Undo takes that back; “Lay out” does it again.',
};

export const drawingTexts: Readonly<Record<Locale, DrawingTexts>> = { 'zh-CN': zh, en };
