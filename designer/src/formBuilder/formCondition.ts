import { type ConditionField, type FieldType, toLiteral } from '../conditions/ConditionField.ts';
import {
  emptyGroup,
  type Group,
  isComplete,
  type Operator,
  standsAlone,
  type Test,
} from '../conditions/conditionTree.ts';
import type { Locale } from '../model/packFiles.ts';
import { type FormNode, isJson, type Json } from './formOutline.ts';

/** When a field is shown (or, by `hide`, hidden). Null: the form says it in a way that the choices cannot show. */
export interface ShowRule {
  readonly hide: boolean;
  readonly tree: Group;
}

const written: Partial<Readonly<Record<Operator, string>>> = {
  is: 'isEqual',
  isNot: 'isNotEqual',
  empty: 'isEmpty',
  given: 'isNotEmpty',
  contains: 'includes',
  lacks: 'notIncludes',
  more: 'greaterThan',
  atLeast: 'greaterThanOrEqual',
  less: 'lessThan',
  atMost: 'lessThanOrEqual',
};
const read = new Map(Object.entries(written).map(([ours, theirs]) => [theirs, ours as Operator]));

/** The comparisons that conditions of forms have. */
export const formOperators = Object.keys(written) as Operator[];

/** Reads `conditional` of a component: Form.io's simple conditions of one field or of several. */
export function readShowRule(conditional: unknown): ShowRule | null {
  if (!isJson(conditional)) return { hide: false, tree: emptyGroup };
  const { show, when, eq, conjunction, conditions } = conditional;
  const hide = show === false || show === 'false';
  if (typeof when === 'string' && when !== '') {
    const value = typeof eq === 'string' && (eq === 'true' || eq === 'false') ? eq === 'true' : eq;
    if (!isLiteral(value)) return null;
    return { hide, tree: { kind: 'group', join: 'all', parts: [test(when, 'is', [value])] } };
  }
  if (!Array.isArray(conditions) || conditions.length === 0) return { hide: false, tree: emptyGroup };
  const parts = conditions.map((one: unknown) => (isJson(one) ? readTest(one) : null));
  if (!parts.every((part) => part !== null)) return null;
  return { hide, tree: { kind: 'group', join: conjunction === 'any' ? 'any' : 'all', parts } };
}

function readTest({ component, operator, value }: Json): Test | null {
  const ours = read.get(String(operator));
  if (ours === undefined || typeof component !== 'string') return null;
  if (standsAlone(ours)) return test(component, ours, []);
  return isLiteral(value) ? test(component, ours, [value]) : null;
}

/** Writes it back; undefined where nothing complete is said. */
export function writeShowRule({ hide, tree }: ShowRule): Json | undefined {
  const tests = tree.parts.filter((part): part is Test => part.kind === 'test' && isComplete(part));
  if (tests.length === 0) return undefined;
  return {
    show: !hide,
    conjunction: tree.join === 'any' ? 'any' : 'all',
    conditions: tests.map(({ field, operator, values }) => ({
      component: field,
      operator: written[operator] ?? 'isEqual',
      ...(standsAlone(operator) ? {} : { value: values[0] }),
    })),
  };
}

const typeOf: Readonly<Record<string, FieldType>> = {
  number: 'number',
  checkbox: 'boolean',
  radio: 'choice',
  select: 'choice',
  selectboxes: 'set',
};

/** The fields of a form that a condition of `asking` may name: those outside of it, in rows only those of the same rows. */
export function listFormFields(
  nodes: readonly FormNode[],
  asking: FormNode,
  locale: Locale,
): ConditionField[] {
  const rows = nodes.filter((node) => node.type === 'datagrid');
  const rowsOf = (node: FormNode) =>
    rows.find((grid) => grid !== node && isWithin(node, grid))?.dataPath ?? '';
  return nodes
    .filter(
      (node) =>
        !node.isLayout &&
        !['datagrid', 'container', 'file'].includes(node.type) &&
        node !== asking &&
        !isWithin(node, asking) &&
        [rowsOf(asking), ''].includes(rowsOf(node)),
    )
    .map((node) => {
      const type = node.type === 'select' && node.component['multiple'] === true ? 'set' : typeOf[node.type];
      const options = optionsOf(node, locale);
      const english = isJson(node.component['properties']) ? node.component['properties']['en'] : undefined;
      return {
        name: node.dataPath,
        label: locale === 'en' && typeof english === 'string' ? english : node.label,
        type: type ?? 'text',
        ...(options.length > 0 ? { options } : {}),
      };
    });
}

function optionsOf({ component }: FormNode, locale: Locale): { value: string; label: string }[] {
  const data = isJson(component['data']) ? component['data']['values'] : undefined;
  const values = component['type'] === 'select' ? data : component['values'];
  if (!Array.isArray(values)) return [];
  const properties = isJson(component['properties']) ? component['properties'] : {};
  return values.filter(isJson).map((option) => {
    const value = String(option['value'] ?? '');
    const english = option['en'] ?? properties[`en.${value}`];
    const label = locale === 'en' && typeof english === 'string' ? english : option['label'];
    return { value, label: typeof label === 'string' ? label : value };
  });
}

function isWithin(node: FormNode, holder: FormNode): boolean {
  return node.path.length > holder.path.length && holder.path.every((part, at) => part === node.path[at]);
}

function test(field: string, operator: Operator, values: Test['values']): Test {
  return { kind: 'test', field, operator, values };
}

function isLiteral(value: unknown): value is string | number | boolean {
  return (
    toLiteral(String(value), 'text') !== undefined && ['string', 'number', 'boolean'].includes(typeof value)
  );
}
