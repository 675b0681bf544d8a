import type { Locale } from '../model/packFiles.ts';

const zh = { up: '上移', down: '下移', remove: '删除' };

export type RowTexts = typeof zh;

const en: RowTexts = { up: 'Move up', down: 'Move down', remove: 'Remove' };

export const rowTexts: Readonly<Record<Locale, RowTexts>> = { 'zh-CN': zh, en };
