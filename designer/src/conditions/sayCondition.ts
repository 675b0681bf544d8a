import type { Locale } from '../model/packFiles.ts';
import { type ConditionField, sayLiteral, typeOf } from './ConditionField.ts';
import { type ConditionTexts, conditionTexts } from './conditionTexts.ts';
import { type Group, joinOf, normalise, type Part, standsAlone, type Test } from './conditionTree.ts';

/** A condition as a sentence. */
export function sayCondition(part: Part, fields: readonly ConditionField[], locale: Locale): string {
  const texts = conditionTexts[locale];
  const normal = normalise(part);
  return normal === null ? texts.always : `${texts.when} ${say(normal, fields, texts, false)}`;
}

/** One test in words; '' where it names no field yet. */
export function sayTest(test: Test, fields: readonly ConditionField[], texts: ConditionTexts): string {
  if (test.field === '') return '';
  const find = (name: string) => fields.find((field) => field.name === name);
  const field = find(test.field);
  const type = typeOf(field, test.values);
  const byDate = texts.dateOperators as Readonly<Record<string, string>>;
  const operator = (type === 'date' ? byDate[test.operator] : undefined) ?? texts.operators[test.operator];
  const values =
    test.other !== undefined
      ? (find(test.other)?.label ?? test.other)
      : texts.list(test.values.map((value) => sayLiteral(value, field, texts)));
  if (test.operator === 'between') {
    const [from = '', to = ''] = test.values.map((value) => sayLiteral(value, field, texts));
    return `${field?.label ?? test.field} ${texts.range(from, to)}`;
  }
  const subject = `${field?.label ?? test.field} ${operator}`;
  return standsAlone(test.operator) ? subject : `${subject} ${values}`;
}

function say(part: Part, fields: readonly ConditionField[], texts: ConditionTexts, inside: boolean): string {
  return part.kind === 'test' ? sayTest(part, fields, texts) : sayGroup(part, fields, texts, inside);
}

function sayGroup(
  { join, parts }: Group,
  fields: readonly ConditionField[],
  texts: ConditionTexts,
  inside: boolean,
): string {
  const words = parts.map((part) => say(part, fields, texts, true));
  const inner = joinOf(join);
  if (join === 'none' || join === 'notAll')
    return `${texts.not[join]}${texts.open}${words.join(inner === 'all' ? texts.and : texts.or)}${texts.close}`;
  const text = words.join(inner === 'all' ? texts.and : texts.or);
  return inside ? `${texts.open}${text}${texts.close}` : text;
}
