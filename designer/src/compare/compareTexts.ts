import type { Locale } from '../model/packFiles.ts';

const zh = {
  where: '位置',
  what: '改了什么',
  before: '原来',
  after: '现在',
  nothing: '（无）',
  looks: '仅文字或版面',
  onlyMatters: '只看影响办理的差异',
  noneMatters: '没有影响办理的差异。',
  formattingOnly: '只有格式不同的文件',
  table: '差异',
  beforeVersion: '原来的版本',
  afterVersion: '现在的版本',
  comparing: '正在比较…',
  failed: '没有比较成',
  again: '重试',
  changesOfDraft: '本次发布的差异',
  showPictures: '并排看两个版本的流程图',
  hidePictures: '收起流程图',
};

export type CompareTexts = typeof zh;

const en: CompareTexts = {
  where: 'Where',
  what: 'What changed',
  before: 'Before',
  after: 'After',
  nothing: '(none)',
  looks: 'wording or layout only',
  onlyMatters: 'Only what changes a case',
  noneMatters: 'Nothing changes what happens to a case.',
  formattingOnly: 'Files that differ in formatting only',
  table: 'Differences',
  beforeVersion: 'Earlier version',
  afterVersion: 'Later version',
  comparing: 'Comparing…',
  failed: 'The comparison failed',
  again: 'Try again',
  changesOfDraft: 'What this publication changes',
  showPictures: 'Show both diagrams side by side',
  hidePictures: 'Hide the diagrams',
};

/** Words around a comparison; the words of the differences come with them. */
export const compareTexts: Readonly<Record<Locale, CompareTexts>> = { 'zh-CN': zh, en };
