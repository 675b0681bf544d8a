import { isObject, type JsonObject } from '../model/formDefinition.ts';

export type Mutable = { [name: string]: unknown };

/** Steps of a path such as `components[0].columns[1].validate.custom`. */
export function stepsOf(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((match) =>
    match[1] === undefined ? (match[2] ?? '') : Number(match[1]),
  );
}

/** The object at a path, or null. */
export function objectAt(form: JsonObject, path: string): Mutable | null {
  let at: unknown = form;
  for (const step of stepsOf(path)) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (isObject(at) && Object.hasOwn(at, step)) at = at[String(step)];
    else return null;
  }
  return isObject(at) ? (at as Mutable) : null;
}

/** Path of the innermost component that a path leads into; '' for the form itself. */
export function componentPath(path: string): string {
  return /^.*components\[\d+\]/.exec(path)?.[0] ?? '';
}

/** Deletes a property, dotted, below an object; numbers in brackets are indexes. */
export function deleteAt(holder: Mutable, name: string): void {
  const steps = stepsOf(name);
  const last = steps.pop();
  const inner = steps.length === 0 ? holder : objectAt(holder, steps.join('.'));
  if (inner !== null && last !== undefined) delete inner[String(last)];
}
