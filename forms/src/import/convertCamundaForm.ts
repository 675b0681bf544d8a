import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { type FormNote, formNote } from './formNote.ts';

/** Component of form-js → ours; `feel` properties have no equal here. */
const types: Readonly<Record<string, string>> = {
  textfield: 'textfield',
  textarea: 'textarea',
  number: 'number',
  checkbox: 'checkbox',
  radio: 'radio',
  select: 'select',
  checklist: 'selectboxes',
  taglist: 'selectboxes',
  datetime: 'textfield',
  filepicker: 'file',
  group: 'panel',
  dynamiclist: 'datagrid',
  text: 'content',
  html: 'content',
};
const silent = new Set(['spacer', 'separator', 'button']);
const formats: Readonly<Record<string, string>> = { date: 'date', datetime: 'dateTime' };

/** A Camunda form (JSON of form-js) as a Form.io form; the notes name what has no equal. */
export function convertCamundaForm(given: JsonObject): { form: JsonObject; notes: FormNote[] } {
  const notes: FormNote[] = [];
  const components = convertAll(given['components'], 'components', notes);
  const title = typeof given['id'] === 'string' ? given['id'] : 'Camunda';
  return { form: { title, display: 'form', components }, notes };
}

function convertAll(list: unknown, path: string, notes: FormNote[]): JsonObject[] {
  return (Array.isArray(list) ? list : []).flatMap((component, at) =>
    isObject(component) ? convert(component, `${path}[${at}]`, notes) : [],
  );
}

function convert(component: JsonObject, path: string, notes: FormNote[]): JsonObject[] {
  const kind = String(component['type'] ?? '');
  const key = String(component['key'] ?? component['path'] ?? component['id'] ?? '');
  const type = types[kind];
  const note = (zh: string, en: string, done: FormNote['done']) => {
    const where = key === '' ? ['', ''] : [`“${key}”：`, `“${key}”: `];
    notes.push(formNote({ path, key, code: 'camundaForm', zh: where[0] + zh, en: where[1] + en }, done));
  };
  if (type === undefined) {
    if (!silent.has(kind)) note(`没有相应的组件“${kind}”`, `no component like “${kind}”`, 'removedComponent');
    return [];
  }
  for (const [name, value] of Object.entries(component))
    if (typeof value === 'string' && value.startsWith('='))
      note(`属性“${name}”是 FEEL 表达式`, `property “${name}” is a FEEL expression`, 'removedProperty');
  const conditional = component['conditional'];
  if (isObject(conditional) && conditional['hide'] !== undefined)
    note('显示条件是 FEEL 表达式', 'its condition is a FEEL expression', 'alwaysShown');
  const plain = (name: string) => {
    const value = component[name];
    return typeof value === 'string' && !value.startsWith('=') ? value : undefined;
  };
  const label = plain('label') ?? plain('dateLabel') ?? plain('timeLabel') ?? key;
  const base: { [name: string]: unknown } = { type, key, input: !['panel', 'content'].includes(type) };
  if (type === 'panel') base['title'] = label;
  else if (type !== 'content') base['label'] = label;
  const description = plain('description');
  if (description !== undefined) base['description'] = description;
  if (component['disabled'] === true || component['readonly'] === true) base['disabled'] = true;
  if (component['defaultValue'] !== undefined) base['defaultValue'] = component['defaultValue'];
  if (isObject(component['validate'])) base['validate'] = validation(component['validate'], note);
  const format = kind === 'datetime' ? formats[String(component['subtype'] ?? 'date')] : undefined;
  if (format !== undefined) base['properties'] = { format };
  if (type === 'file') base['storage'] = 'case';
  if (type === 'content')
    base['html'] = kind === 'html' ? (plain('content') ?? '') : `<p>${plain('text') ?? ''}</p>`;
  if (type === 'panel' || type === 'datagrid')
    base['components'] = convertAll(component['components'], `${path}.components`, notes);
  if (component['valuesKey'] !== undefined || component['valuesExpression'] !== undefined)
    note('选项来自流程变量', 'its choices come from a variable', 'removedProperty');
  if (type === 'select') base['data'] = { values: component['values'] ?? [] };
  else if (Array.isArray(component['values'])) base['values'] = component['values'];
  return [base];
}

function validation(
  validate: JsonObject,
  note: (zh: string, en: string, done: FormNote['done']) => void,
): JsonObject {
  const kept = ['required', 'minLength', 'maxLength', 'min', 'max', 'pattern'];
  if (validate['validationType'] !== undefined && validate['validationType'] !== 'custom')
    note(
      '校验类型请改用字段格式',
      'set the format of the field instead of its validation type',
      'removedProperty',
    );
  return Object.fromEntries(
    kept.flatMap((name) => (validate[name] === undefined ? [] : [[name, validate[name]]])),
  );
}
