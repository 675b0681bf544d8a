import { DefaultEvaluator, Processors, processSync } from '@formio/core';
import type { FieldProblem, FormData, FormDefinition, JsonObject, Locale } from '../model/formDefinition.ts';
import { isObject } from '../model/formDefinition.ts';
import { describeProblem, type MessageKey } from './describeProblem.ts';

interface FormioError {
  readonly ruleName?: string;
  readonly errorKeyOrMessage: string;
  readonly context: { readonly path: string; readonly component: JsonObject };
}

const rules: Readonly<Record<string, MessageKey>> = {
  required: 'required',
  pattern: 'pattern',
  maxLength: 'maxLength',
  minLength: 'minLength',
  min: 'min',
  max: 'max',
  invalid_email: 'email',
  minSelectedCount: 'minChoices',
  maxSelectedCount: 'maxChoices',
  select: 'choice',
};

/**
 * Form.io's own rules over data that our pass found right: a second opinion, so that a rule that only Form.io knows is
 * not lost. Nothing of the form is evaluated (`noeval`); patterns are left to RE2 (`matchPattern`).
 */
export function checkWithFormio(form: FormDefinition, data: FormData, locale: Locale): FieldProblem[] {
  const components = withoutPatterns(form.components);
  const copy = structuredClone(data);
  const scope: { errors?: readonly FormioError[] } = {};
  const context = {
    form: { ...form, components },
    components,
    data: copy,
    submission: { data: copy },
    scope,
    processors: Processors,
    evaluator: new DefaultEvaluator({ noeval: true }),
    config: { server: true },
  };
  processSync(context as unknown as Parameters<typeof processSync>[0]);
  return (scope.errors ?? []).flatMap((error) => {
    const rule = rules[error.ruleName ?? ''] ?? rules[error.errorKeyOrMessage] ?? 'other';
    const parts = error.context.path.split(/[.[\]]+/).filter((part) => part !== '');
    const segments = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return isThere(data, segments)
      ? [describeProblem(error.context.component, segments, { rule }, locale)]
      : [];
  });
}

/** False for a row that nobody sent: Form.io looks at a first row even where there is none. */
function isThere(data: unknown, segments: readonly (string | number)[]): boolean {
  let value: unknown = data;
  for (const segment of segments) {
    if (typeof segment === 'number' && (!Array.isArray(value) || segment >= value.length)) return false;
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[segment]
        : undefined;
  }
  return true;
}

/** Our own types under the name of the type of Form.io that they are kin to, without what our pass checks better. */
function withoutPatterns(components: readonly unknown[]): JsonObject[] {
  return components.filter(isObject).map((component) => {
    const copy: Record<string, unknown> = { ...component };
    if (isObject(component['validate'])) {
      const { pattern: _pattern, custom: _custom, json: _json, ...rest } = component['validate'];
      copy['validate'] = rest;
    }
    if (component['type'] === 'date') copy['type'] = 'textfield';
    if (component['type'] === 'file') return { type: 'content', key: component['key'], input: false };
    // Without a property `input` Form.io overlooks a field.
    if (component['input'] === undefined && !('components' in component) && !('columns' in component)) {
      copy['input'] = component['type'] !== 'content';
    }
    if (Array.isArray(component['components'])) copy['components'] = withoutPatterns(component['components']);
    if (Array.isArray(component['columns'])) {
      copy['columns'] = component['columns'].map((column) =>
        isObject(column) && Array.isArray(column['components'])
          ? { ...column, components: withoutPatterns(column['components']) }
          : column,
      );
    }
    return copy;
  });
}
