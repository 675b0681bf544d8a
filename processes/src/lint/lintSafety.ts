import { findUnsafe } from '@onewindow/forms';
import type { PackFiles } from '../pack/packFiles.ts';
import type { Finding } from './Finding.ts';
import type { LintContext } from './LintContext.ts';
import type { PackForm } from './readForm.ts';

/** Packs run no code: what the engine's parse guard would refuse in BPMN and DMN. */
export function lintNoCode(files: PackFiles, { noCode }: LintContext): Finding[] {
  if (!noCode) return [];
  return Object.entries(files).flatMap(([file, text]) => {
    const input = file.endsWith('.bpmn')
      ? { bpmnXml: text }
      : file.endsWith('.dmn')
        ? { dmnXml: text }
        : null;
    return (input ? noCode(input) : []).map((found) => errorOf(found.code, file, found.elementId, found));
  });
}

/** Forms are data only: no scripts, addresses or active HTML, keys and conditions sound (`@onewindow/forms`). */
export function lintFormSafety(forms: ReadonlyMap<string, PackForm>): Finding[] {
  return [...forms.values()].flatMap(({ path, definition }) =>
    findUnsafe(definition).map((found) => errorOf(`forms/${found.code}`, path, found.key, found)),
  );
}

/** What to do about a construct that the product refuses: leave it out. */
const help = {
  'zh-CN': '删除这个写法；办事包只含数据，需要的功能请用流程、表单和决策表的已有能力',
  en: 'Leave it out: a pack is data only; use what process, form and decision table offer',
};

function errorOf(
  code: string,
  file: string,
  element: string | null,
  { zh, en }: { zh: string; en: string },
): Finding {
  return { code, severity: 'error', file, ...(element ? { element } : {}), zh, en, help };
}
