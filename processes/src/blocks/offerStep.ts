import type { Fix, Fixable } from '../lint/fixes/Fix.ts';
import { type PackFiles, PROCESS } from '../pack/packFiles.ts';
import { templateTasks } from './templateTask.ts';

/**
 * That a task without an entry under `steps` can take it from its element template, without saying what it will be (the
 * blocks are not read): for those who show the offer only. Null for any other finding.
 */
export function offerStep({ code, element }: Fixable, files: PackFiles): Fix | null {
  if (code !== 'stepMissing') return null;
  const task = templateTasks(files[PROCESS] ?? '').find(({ id }) => id === element);
  return task === undefined ? null : { label: stepLabel, sure: true, edits: [] };
}

export const stepLabel = {
  'zh-CN': '按元素模板补上环节、表单和时限',
  en: 'Take step, form and limit from the element template',
};
