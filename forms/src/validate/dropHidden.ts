import { DefaultEvaluator, ProcessorMap, processSync } from '@formio/core';
import { type FormData, type FormDefinition, isObject } from '../model/formDefinition.ts';
import { type Field, fieldsInScope, readFields } from '../model/readFields.ts';
import { writePath } from './describeProblem.ts';
import type { Segments } from './shapeData.ts';

/**
 * Takes out of the data what the form's conditions hide and returns the hidden paths. Taking one value out can hide
 * the next field, so it goes on until nothing changes; values only ever leave, so it ends.
 */
export function dropHidden(form: FormDefinition, data: FormData): Set<string> {
  const fields = readFields(form);
  let hidden = new Set<string>();
  if (!hasCondition(fields)) return hidden;
  for (;;) {
    hidden = findHidden(form, data);
    if (!drop(fields, data, [], hidden, false)) return closeOver(fields, data, hidden);
  }
}

function findHidden(form: FormDefinition, data: FormData): Set<string> {
  const scope: { conditionals?: { path: string; conditionallyHidden: boolean }[] } = {};
  const context = {
    form,
    components: form.components,
    data,
    submission: { data },
    scope,
    processors: [ProcessorMap.simpleConditions],
    evaluator: new DefaultEvaluator({ noeval: true }),
  };
  processSync(context as unknown as Parameters<typeof processSync>[0]);
  return new Set(
    (scope.conditionals ?? []).filter((entry) => entry.conditionallyHidden).map((entry) => entry.path),
  );
}

/** Deletes hidden values; true when something was deleted. */
function drop(
  fields: readonly Field[],
  data: FormData,
  above: Segments,
  hidden: Set<string>,
  all: boolean,
): boolean {
  let dropped = false;
  for (const field of fields) {
    const segments = field.kind === 'layout' ? above : [...above, field.key];
    const gone = all || isHidden(field, above, hidden);
    if (field.kind === 'layout') {
      dropped = drop(field.children, data, above, hidden, gone) || dropped;
      continue;
    }
    const value = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
    if (value === undefined) continue;
    if (gone) {
      delete data[field.key];
      dropped = true;
    } else if (field.kind === 'group' && isObject(value)) {
      dropped = drop(field.children, value as FormData, segments, hidden, false) || dropped;
    } else if (field.kind === 'rows' && Array.isArray(value)) {
      for (const [at, row] of value.entries()) {
        dropped = drop(field.children, row as FormData, [...segments, at], hidden, false) || dropped;
      }
    }
  }
  return dropped;
}

function isHidden(field: Field, above: Segments, hidden: Set<string>): boolean {
  return field.component['hidden'] === true || hidden.has(writePath([...above, field.key]).path);
}

/** Adds every field below something hidden, so that one look-up tells whether a field is hidden. */
function closeOver(fields: readonly Field[], data: FormData, hidden: Set<string>): Set<string> {
  const all = new Set<string>();
  const visit = (within: readonly Field[], values: unknown, above: Segments, gone: boolean): void => {
    for (const field of within) {
      const now = gone || isHidden(field, above, hidden);
      if (field.kind === 'layout') {
        visit(field.children, values, above, now);
        continue;
      }
      const segments = [...above, field.key];
      if (now) all.add(writePath(segments).path);
      const value = isObject(values) ? values[field.key] : undefined;
      if (field.kind === 'group') visit(field.children, value, segments, now);
      if (field.kind === 'rows') {
        for (const [at, row] of (Array.isArray(value) ? value : []).entries()) {
          visit(field.children, row, [...segments, at], now);
        }
      }
    }
  };
  visit(fields, data, [], false);
  return all;
}

function hasCondition(fields: readonly Field[]): boolean {
  return fields.some(
    (field) =>
      field.component['hidden'] === true ||
      isObject(field.component['conditional']) ||
      hasCondition(field.children),
  );
}

/** The fields of a scope that carry values. */
export function valueFields(fields: readonly Field[]): Field[] {
  return fieldsInScope(fields).filter((field) => field.kind !== 'static' && field.key !== '');
}
