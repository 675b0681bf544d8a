// Packs as designers see them.

import type { Retirement } from './itemTypes.ts';
import type { NamedRef, Text } from './types.ts';

export interface PackFile {
  readonly path: string;
  readonly text: string;
}
export interface PackVersion {
  version: number;
  hash: string;
  publishedAt: string;
  publishedBy: string | NamedRef;
  note: string;
  state: 'live' | 'superseded' | 'retired';
  restores: number | null;
  retired: Retirement | null;
}
export interface PackListItem {
  packCode: string;
  name: Text;
  kind: string;
  department: NamedRef | string;
  published: PackVersion | null;
  runningCases: number;
  drafts: { by: string; savedAt: string; errorCount: number; warningCount: number }[];
}
export interface PackView {
  packCode: string;
  version: number;
  hash: string;
  files: PackFile[];
  manifest: unknown;
  versions: PackVersion[];
  retired: Retirement | null;
  draft: PackDraft | null;
  /** Publishing takes a second person. */
  approval: boolean;
}
export interface PackDraft {
  packCode: string;
  version: number;
  baseVersion: number;
  state: 'draft' | 'linted';
  findings: LintFinding[];
  files: PackFile[];
  savedAt: string;
}
export interface LintFinding {
  readonly code: string;
  severity: 'error' | 'warning';
  file: string;
  element?: string | undefined;
  path?: string | undefined;
  params?: Readonly<Record<string, string | number>> | undefined;
  zh: string;
  en: string;
  help?: { 'zh-CN': string; en: string } | undefined;
}
