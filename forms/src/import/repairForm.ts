import allowed from '../../data/allowedProperties.json' with { type: 'json' };
import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { findUnsafe } from '../sanitise/findUnsafe.ts';
import { refusedConstructs, type UnsafeFinding } from '../sanitise/unsafeFinding.ts';
import { type FormNote, formNote } from './formNote.ts';
import { componentPath, deleteAt, type Mutable, objectAt } from './formPath.ts';
import { type Done, repairComponent } from './repairComponent.ts';

/** A repair may uncover the next; more rounds than this means that one does not help. */
const MAX_ROUNDS = 30;
/** Whole forms that cannot be repaired. */
const hopeless = new Set(['notAForm', 'tooDeep', 'tooLarge']);
/** Codes that name one property which can go; the others ask for a repair of their own. */
const ofProperty = new Set(
  refusedConstructs.flatMap(({ code, path }) =>
    path === undefined || ['javascriptCondition', 'jsonLogicCondition'].includes(code) ? [] : [code],
  ),
);

export interface RepairedForm {
  /** Data only; null: nothing of it can be used. */
  readonly form: JsonObject | null;
  readonly notes: readonly FormNote[];
}

/** A form with everything taken out, replaced or renamed that publishing refuses; the notes say what and why. */
export function repairForm(given: JsonObject): RepairedForm {
  const form = JSON.parse(JSON.stringify(given)) as Mutable;
  const notes: FormNote[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const found = findUnsafe(form);
    if (found.length === 0) return { form, notes };
    const lost = found.find(({ code }) => hopeless.has(code));
    if (lost) return { form: null, notes: [...notes, formNote(lost, 'notTaken')] };
    // One of a kind a component and round: after the first repair the others may be gone.
    const seen = new Set<string>();
    const changed: { readonly path: string; readonly with: 'nothing' | 'children' }[] = [];
    const taken = keysOf(form);
    for (const finding of found) {
      const place = componentPath(finding.path);
      const once = `${place} ${ofProperty.has(finding.code) || finding.code === 'unknownProperty' ? `${finding.code} ${finding.zh}` : finding.code}`;
      if (seen.has(once) || seen.has(`${place} gone`)) continue;
      seen.add(once);
      const done = repair(form, finding, taken);
      notes.push(formNote(finding, done.done, done.name));
      if (!done.remove && !done.flatten) continue;
      seen.add(`${place} gone`);
      changed.push({
        path: finding.code === 'notAComponent' ? finding.path : place,
        with: done.flatten ? 'children' : 'nothing',
      });
    }
    for (const { path, with: instead } of changed.reverse()) replaceComponent(form, path, instead);
  }
  const [left] = findUnsafe(form);
  return { form: null, notes: left ? [...notes, formNote(left, 'notTaken')] : notes };
}

function repair(form: Mutable, finding: UnsafeFinding, taken: Set<string>): Done {
  const place = componentPath(finding.path);
  const component = objectAt(form, place);
  if (finding.code === 'notAComponent') return { done: 'removedComponent', remove: true };
  if (component === null) return { done: 'notTaken' };
  if (place === '') return repairWhole(form, finding);
  if (ofProperty.has(finding.code)) {
    deleteAt(component, finding.path.slice(place.length + 1));
    return { done: 'removedProperty' };
  }
  if (finding.code === 'unknownProperty' || finding.code === 'badProperty') {
    const name = quoted(finding);
    if (name.startsWith('values.') || name.startsWith('columns.')) dropInside(component, name);
    else deleteAt(component, name);
    return { done: 'removedProperty' };
  }
  return repairComponent(component, finding, taken);
}

/** Settings of the form itself. */
function repairWhole(form: Mutable, finding: UnsafeFinding): Done {
  if (finding.code === 'unknownProperty') delete form[quoted(finding)];
  else if (finding.code === 'formDisplay') form['display'] = 'form';
  else if (finding.code === 'template' || finding.code === 'markup') {
    for (const name of Object.keys(form)) if (name !== 'components') delete form[name];
  } else delete form[finding.path];
  return { done: 'removedProperty' };
}

/** The name that a finding quotes. */
function quoted({ zh, key }: UnsafeFinding): string {
  const text = key === '' ? zh : zh.slice(zh.indexOf('：') + 1);
  return /“(.*)”/.exec(text)?.[1] ?? '';
}

function dropInside(component: Mutable, name: string): void {
  const [list, ...rest] = name.split('.');
  const data = component['data'];
  const entries =
    list === 'columns'
      ? component['columns']
      : (component['values'] ?? (isObject(data) ? data['values'] : []));
  for (const entry of Array.isArray(entries) ? entries : [])
    if (isObject(entry)) delete (entry as Mutable)[rest.join('.')];
}

function replaceComponent(form: Mutable, path: string, instead: 'nothing' | 'children'): void {
  const at = /^(.*)\[(\d+)\]$/.exec(path);
  const list = at ? listAt(form, at[1] ?? '') : null;
  if (list === null || at === null) return;
  const component = list[Number(at[2])];
  const children = instead === 'children' && isObject(component) ? childrenOf(component) : [];
  list.splice(Number(at[2]), 1, ...children);
}

function listAt(form: Mutable, path: string): unknown[] | null {
  const cut = path.lastIndexOf('.');
  const holder = cut < 0 ? form : objectAt(form, path.slice(0, cut));
  const list = holder?.[path.slice(cut + 1)];
  return Array.isArray(list) ? list : null;
}

/** The components inside a layout of whatever kind: tabs, table, columns. */
function childrenOf(component: JsonObject): unknown[] {
  const own = Array.isArray(component['components']) ? component['components'] : [];
  // The pages of tabs carry components without being fields themselves.
  const pages = own.flatMap((entry) =>
    isObject(entry) && typeof entry['type'] !== 'string' && Array.isArray(entry['components'])
      ? entry['components']
      : [entry],
  );
  const cells = ['columns', 'rows'].flatMap((name) =>
    Array.isArray(component[name]) ? component[name].flat() : [],
  );
  return [
    ...pages,
    ...cells.flatMap((cell) =>
      isObject(cell) && Array.isArray(cell['components']) ? cell['components'] : [],
    ),
  ];
}

function keysOf(holder: JsonObject, found = new Set<string>()): Set<string> {
  for (const list of ['components', 'columns'] as const) {
    const entries = holder[list];
    for (const entry of Array.isArray(entries) ? entries : []) {
      if (!isObject(entry)) continue;
      if (typeof entry['key'] === 'string') found.add(entry['key']);
      keysOf(entry, found);
    }
  }
  return found;
}

export const supportedTypes: readonly string[] = Object.keys(allowed.types);
