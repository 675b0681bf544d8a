import type { Words } from './changeSchema.ts';
import { labelSections, wordsOf } from './diffTexts.ts';

/** Elements of the file that the comparison knows by the name of the property that holds them. */
const held: Readonly<Record<string, string>> = {
  multiInstanceLoopCharacteristics: 'loopCharacteristics',
  standardLoopCharacteristics: 'loopCharacteristics',
};

/** What a property of a BPMN element is called, by its name in the file without prefix; undefined for one without a label. */
export function bpmnLabel(name: string): Words | undefined {
  const wanted = held[name] ?? name;
  const parameter = /^(in|out)putParameter$/.exec(name)?.[1];
  if (parameter !== undefined)
    return wordsOf(
      labelSections.bpmn[`extensionElements.values.*.${parameter}putParameters.*`] ?? { zh: '', en: '' },
    );
  const found = Object.entries(labelSections.bpmn).find(([pattern]) => pattern.split('.').at(-1) === wanted);
  if (found === undefined || found[1].hidden === true) return undefined;
  return wordsOf(found[1]);
}
