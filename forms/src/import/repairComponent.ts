import types from '../../data/importTypes.json' with { type: 'json' };
import { isObject } from '../model/formDefinition.ts';
import { readOptions } from '../model/readLabels.ts';
import type { UnsafeFinding } from '../sanitise/unsafeFinding.ts';
import type { Repair } from './formNote.ts';
import { deleteAt, type Mutable } from './formPath.ts';
import { plainHtmlOf, stripMarkup } from './stripHtml.ts';

/** What one repair did; `remove` and `flatten` are carried out by the caller, who holds the parent. */
export interface Done {
  readonly done: Repair;
  readonly name?: string;
  readonly remove?: boolean;
  readonly flatten?: boolean;
}

const replacements: Readonly<Record<string, { type: string; format?: string; hidden?: boolean }>> =
  types.replace;

/** Repairs one finding about a component in place. `taken` are the keys of the form, for new ones. */
export function repairComponent(component: Mutable, finding: UnsafeFinding, taken: Set<string>): Done {
  switch (finding.code) {
    case 'unknownType':
      return repairType(component);
    case 'badKey':
    case 'duplicateKey':
      return { done: 'renamedKey', name: renameKey(component, taken) };
    case 'template':
    case 'markup':
      strip(component);
      return { done: 'plainText' };
    case 'activeContent':
      component['html'] = plainHtmlOf(String(component['html'] ?? ''));
      strip(component, ['html']);
      return { done: 'plainHtml' };
    case 'unsafePattern':
      deleteAt(component, 'validate.pattern');
      return { done: 'removedProperty' };
    case 'badCondition':
    case 'conditionInRows':
    case 'javascriptCondition':
    case 'jsonLogicCondition':
      delete component['conditional'];
      delete component['customConditional'];
      return { done: 'alwaysShown' };
    case 'badChoices':
      return repairChoices(component);
    case 'unknownFormat':
      deleteAt(component, 'properties.format');
      return { done: 'removedProperty' };
    case 'noLabel':
      component['label'] = String(component['key'] ?? '');
      return { done: 'labelFromKey' };
    default:
      return { done: 'notTaken', remove: true };
  }
}

function repairType(component: Mutable): Done {
  const type = String(component['type'] ?? '');
  const replacement = replacements[type];
  if (replacement !== undefined) {
    component['type'] = replacement.type;
    if (replacement.format !== undefined) component['properties'] = { format: replacement.format };
    if (replacement.hidden === true) component['hidden'] = true;
    if (replacement.type === 'content') component['html'] = String(component['content'] ?? '');
    return { done: 'replacedType', name: replacement.type };
  }
  const holds = ['components', 'columns', 'rows'].some((name) => Array.isArray(component[name]));
  if (holds && !types.remove.includes(type)) return { done: 'flattened', flatten: true };
  return { done: 'removedComponent', remove: true };
}

function renameKey(component: Mutable, taken: Set<string>): string {
  const words = String(component['key'] ?? '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map(
      (word, at) => (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1),
    )
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, 50);
  const base =
    joined === '' || joined in Object.prototype ? `${String(component['type'] ?? 'field')}Field` : joined;
  let key = base;
  for (let at = 2; taken.has(key); at += 1) key = `${base}${at}`;
  taken.add(key);
  component['key'] = key;
  return key;
}

function repairChoices(component: Mutable): Done {
  const kept = readOptions(component)
    .filter(({ value, label }, at, all) => {
      const first = all.findIndex((other) => other.value === value) === at;
      return (
        first && /^[^\s.[\]/~]{1,100}$/.test(value) && label['zh-CN'] !== '' && !(value in Object.prototype)
      );
    })
    .slice(0, 500)
    .map(({ value, label }) => ({ value, label: label['zh-CN'] }));
  if (kept.length === 0) {
    for (const name of [
      'data',
      'dataSrc',
      'values',
      'multiple',
      'widget',
      'inline',
      'defaultValue',
      'dataType',
    ])
      delete component[name];
    component['type'] = 'textfield';
    return { done: 'choicesLost' };
  }
  if (component['type'] === 'select') component['data'] = { values: kept };
  else component['values'] = kept;
  return { done: 'choicesRepaired' };
}

/** Takes markup and template marks out of every text of a component, its children left alone. */
function strip(holder: Mutable, except: readonly string[] = []): void {
  for (const [name, value] of Object.entries(holder)) {
    if (['components', 'columns', ...except].includes(name)) continue;
    if (name !== stripMarkup(name)) delete holder[name];
    else if (typeof value === 'string')
      holder[name] = name === 'html' ? plainHtmlOf(value) : stripMarkup(value);
    else if (Array.isArray(value)) {
      holder[name] = value.map((entry) => (typeof entry === 'string' ? stripMarkup(entry) : entry));
      for (const entry of value) if (isObject(entry)) strip(entry as Mutable);
    } else if (isObject(value)) strip(value as Mutable);
  }
}
