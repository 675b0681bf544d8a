import type { Locale } from '../model/packFiles.ts';

const zh = {
  show: '技术视图',
  plain: '通俗视图',
  loading: '正在打开技术视图…',
  help: '供熟悉 BPMN 和引擎的人员使用。办事包不允许的内容（脚本、监听器、Java 类等）不在此列。',
};

export type TechnicalTexts = typeof zh;

const en: TechnicalTexts = {
  show: 'Technical view',
  plain: 'Plain view',
  loading: 'Opening the technical view…',
  help: 'For those who know BPMN and the engine. What packs may not contain (scripts, listeners, Java classes and the like) is left out.',
};

export const technicalTexts: Readonly<Record<Locale, TechnicalTexts>> = { 'zh-CN': zh, en };
