import type { Literal, Operator } from './conditionTree.ts';

/** What a condition may ask about. */
export interface ConditionField {
  /** Name of the variable (in forms: path of the field). */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Whether its form asks for it in any case. */
  readonly required?: boolean;
  /** The values that a choice can take, in words. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

/** `money` is a number of yuan, `date` a text `YYYY-MM-DD`; `set` (several choices at once) exists in forms only. */
export type FieldType = 'text' | 'number' | 'money' | 'date' | 'boolean' | 'choice' | 'set';

const ordered: readonly Operator[] = ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast', 'between'];

const offered: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['is', 'isNot', 'oneOf', 'noneOf', 'empty', 'given'],
  number: ordered,
  money: ordered,
  date: [...ordered, 'empty', 'given'],
  boolean: ['is', 'isNot'],
  choice: ['is', 'isNot', 'oneOf', 'noneOf'],
  set: ['contains', 'lacks', 'empty', 'given'],
};

/** The comparisons that make sense for a type; the one in use is always among them. */
export function operatorsFor(
  type: FieldType,
  current: Operator,
  allowed: readonly Operator[] | undefined,
): readonly Operator[] {
  const list = offered[type].filter((operator) => allowed?.includes(operator) ?? true);
  return list.includes(current) ? list : [current, ...list];
}

/** Type of the value that is compared: what the field is, or what is written where the field is not known. */
export function typeOf(field: ConditionField | undefined, values: readonly Literal[]): FieldType {
  if (field !== undefined && !(field.type === 'text' && typeof values[0] === 'boolean')) return field.type;
  if (typeof values[0] === 'boolean') return 'boolean';
  return typeof values[0] === 'number' ? 'number' : 'text';
}

/** A value as people read it. */
export function sayLiteral(
  value: Literal,
  field: ConditionField | undefined,
  words: { readonly yes: string; readonly no: string; readonly quote: (text: string) => string },
): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return String(value);
  return words.quote(field?.options?.find((option) => option.value === value)?.label ?? value);
}

/** The value that a typed text means; undefined where it means none. */
export function toLiteral(text: string, type: FieldType): Literal | undefined {
  if (text.trim() === '') return undefined;
  if (type === 'boolean') return text === 'true';
  if (type !== 'number' && type !== 'money') return text;
  return Number.isFinite(Number(text)) ? Number(text) : undefined;
}
