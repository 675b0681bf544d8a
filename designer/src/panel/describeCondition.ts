import type { Variable } from '../bpmn/findVariables.ts';
import type { DesignerTexts } from '../i18n/designerTexts.ts';
import { readCondition } from '../model/condition.ts';

/** A condition as a sentence; one that is more than a comparison is shown as it is written. */
export function describeCondition(
  text: string,
  variables: readonly Variable[],
  texts: DesignerTexts,
): string {
  const condition = readCondition(text);
  if (condition === null) return text;
  const variable = variables.find((entry) => entry.name === condition.variable);
  const value = String(condition.value);
  const words =
    typeof condition.value === 'boolean'
      ? condition.value
        ? texts.yes
        : texts.no
      : variable?.values.find((entry) => entry.value === value)?.label;
  return `${texts.conditionWhen} ${variable?.label ?? condition.variable} ${texts.operators[condition.operator]} “${words ?? value}”`;
}
