import { insertInForm, type JsonPath, removeFromForm, setInForm } from '../../formBuilder/formText.ts';
import { sameSaid } from '../parts/Parts.ts';
import { isRecord } from './FormTree.ts';

/** A JSON text that says something else, changed only where it says it. */
export function writeJson(text: string, after: unknown): string {
  return change(text, JSON.parse(text), after, []);
}

function change(text: string, before: unknown, after: unknown, path: JsonPath): string {
  if (sameSaid(before, after)) return text;
  if (isRecord(before) && isRecord(after)) {
    let result = text;
    for (const name of Object.keys(before))
      if (!Object.hasOwn(after, name)) result = removeFromForm(result, [...path, name]);
    for (const [name, value] of Object.entries(after))
      result = Object.hasOwn(before, name)
        ? change(result, before[name], value, [...path, name])
        : setInForm(result, [...path, name], value);
    return result;
  }
  const [old, now] = [keysOf(before), keysOf(after)];
  if (old === null || now === null || !Array.isArray(before) || !Array.isArray(after))
    return setInForm(text, path, after);
  const [kept, keeping] = [old.filter((key) => now.includes(key)), now.filter((key) => old.includes(key))];
  if (!sameSaid(kept, keeping)) return setInForm(text, path, after);
  let result = text;
  const list = [...old];
  for (let at = list.length - 1; at >= 0; at -= 1)
    if (!now.includes(list[at] ?? '')) {
      result = removeFromForm(result, [...path, at]);
      list.splice(at, 1);
    }
  now.forEach((key, at) => {
    if (old.includes(key)) result = change(result, before[old.indexOf(key)], after[at], [...path, at]);
    else result = insertInForm(result, path, at, [after[at]]);
  });
  return result;
}

/** Keys of the components of a list; null for any other value, or where two are the same. */
function keysOf(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  const keys = value.map((entry: unknown) => (isRecord(entry) ? entry['key'] : undefined));
  const told = keys.filter((key) => typeof key === 'string');
  return told.length === keys.length && new Set(told).size === told.length ? told : null;
}
