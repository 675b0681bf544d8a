import { findUnsafeLater } from '@onewindow/forms';
import type { PackFiles } from '../pack/packFiles.ts';
import type { Finding } from './Finding.ts';
import type { LintContext } from './LintContext.ts';
import { Readings } from './Readings.ts';

/** Packs run no code: what the engine's parse guard would refuse in BPMN and DMN. */
export function lintNoCode(files: PackFiles, { noCode, readings = new Readings() }: LintContext): Finding[] {
  if (!noCode) return [];
  return Object.entries(files).flatMap(([file, text]) => {
    const input = file.endsWith('.bpmn')
      ? { bpmnXml: text }
      : file.endsWith('.dmn')
        ? { dmnXml: text }
        : null;
    const found = input ? readings.of(`noCode ${file}`, text, () => noCode(input)) : [];
    return found.map((one) => errorOf(one.code, file, one.elementId, one));
  });
}

/** A form is data only: no scripts, addresses or active HTML, keys and conditions sound (`@onewindow/forms`). */
export async function lintFormSafety(path: string, definition: unknown): Promise<Finding[]> {
  const found = await findUnsafeLater(definition);
  return found.map((one) => errorOf(`forms/${one.code}`, path, one.key, one));
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
