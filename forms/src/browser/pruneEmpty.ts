import { type FormData, isObject } from '../model/formDefinition.ts';

/** The data without what the renderer writes into empty fields (`''`, null, NaN); boxes and rows stay. */
export function pruneEmpty(data: unknown): FormData {
  if (!isObject(data)) return {};
  const kept = Object.entries(data)
    .map(([key, value]) => [key, prune(value)] as const)
    .filter(([key, value]) => value !== undefined && key !== '');
  return Object.fromEntries(kept);
}

function prune(value: unknown): unknown {
  if (value === '' || value === null || Number.isNaN(value)) return undefined;
  if (Array.isArray(value))
    return value.map((entry: unknown) => (isObject(entry) ? pruneEmpty(entry) : entry));
  return isObject(value) ? pruneEmpty(value) : value;
}
