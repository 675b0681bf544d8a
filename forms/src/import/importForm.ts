import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { convertCamundaForm } from './convertCamundaForm.ts';
import { type FormNote, formNote } from './formNote.ts';
import { repairForm } from './repairForm.ts';

export interface ForeignForm {
  /** What the file was recognised as. */
  readonly kind: 'formio' | 'camundaForm' | 'embeddedForm' | 'unknown';
  /** Ready to be used in a pack; null: nothing of it can be taken in. */
  readonly form: JsonObject | null;
  readonly notes: readonly FormNote[];
}

/** Largest file that is looked at, in characters. */
const MAX_LENGTH = 5_000_000;

/**
 * A form of another tool made one that a pack may hold: Form.io JSON (a form, or the export of a project's resource)
 * and Camunda Forms JSON are taken in, embedded forms of Camunda (HTML with scripts) are recognised and named. Never
 * throws, whatever the text is.
 */
export function importForm(text: string): ForeignForm {
  const note = (zh: string, en: string, code = 'notAForm') =>
    formNote({ path: '', key: '', code, zh, en }, 'notTaken');
  if (text.length > MAX_LENGTH)
    return { kind: 'unknown', form: null, notes: [note('文件太大', 'The file is too large', 'tooLarge')] };
  if (/^\s*</.test(text)) return recogniseMarkup(text, note);
  const parsed = parse(text);
  if (parsed === null)
    return { kind: 'unknown', form: null, notes: [note('不是正确的 JSON 表单', 'It is no form in JSON')] };
  // Exports of a Form.io server wrap the form.
  const given = isObject(parsed['form']) && parsed['components'] === undefined ? parsed['form'] : parsed;
  if (!Array.isArray(given['components']))
    return { kind: 'unknown', form: null, notes: [note('表单中没有 components', 'It has no components')] };
  if (isCamundaForm(given)) {
    const { form, notes } = convertCamundaForm(given);
    const repaired = repairForm(form);
    return { kind: 'camundaForm', form: repaired.form, notes: [...notes, ...repaired.notes] };
  }
  return { kind: 'formio', ...repairForm(given) };
}

/** form-js writes its schema version and kind, Form.io neither. */
function isCamundaForm(form: JsonObject): boolean {
  return (
    typeof form['schemaVersion'] === 'number' && (form['type'] === 'default' || 'executionPlatform' in form)
  );
}

function recogniseMarkup(
  text: string,
  note: (zh: string, en: string, code?: string) => FormNote,
): ForeignForm {
  const names = [...text.matchAll(/cam-variable-name\s*=\s*["']([^"']{1,80})["']/g)].map(
    (match) => match[1] ?? '',
  );
  if (!/<form\b/i.test(text) && names.length === 0)
    return { kind: 'unknown', form: null, notes: [note('不是表单文件', 'It is no form')] };
  const fields = names.length === 0 ? '' : `，其中的字段：${[...new Set(names)].join('、')}`;
  const fieldsEn = names.length === 0 ? '' : `; its fields: ${[...new Set(names)].join(', ')}`;
  return {
    kind: 'embeddedForm',
    form: null,
    notes: [
      note(
        `这是 Camunda 嵌入式表单（HTML 和脚本），请在本系统中新建表单${fields}`,
        `This is an embedded form of Camunda (HTML and scripts); draw it anew here${fieldsEn}`,
        'embeddedForm',
      ),
    ],
  };
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
