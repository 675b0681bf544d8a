import { isFormat } from '../formats/checkFormat.ts';
import { localiseForm } from '../localise/localiseForm.ts';
import { type FormDefinition, isObject, type JsonObject, type Locale } from '../model/formDefinition.ts';
import { isSignature, workdaysAhead } from '../model/tradeSettings.ts';
import { formatOf, textLimits } from '../validate/shapeValue.ts';
import { viewTexts } from './viewTexts.ts';

const inputTypes: Readonly<Record<string, string>> = {
  date: 'date',
  month: 'month',
  dateTime: 'datetime-local',
  phone: 'tel',
};

/**
 * The form as the renderer gets it: texts in the user's language, native pickers and native selects, and no rules of
 * Form.io's own, because `checkSubmission` checks the same here and on the server.
 */
export function prepareForm(form: FormDefinition, locale: Locale): JsonObject {
  const localised = localiseForm(form, locale);
  return { display: 'form', components: prepareAll(localised.components, locale) };
}

function prepareAll(components: unknown, locale: Locale): JsonObject[] {
  return Array.isArray(components)
    ? components.filter(isObject).map((component) => prepare(component, locale))
    : [];
}

function prepare(component: JsonObject, locale: Locale): JsonObject {
  const validate = isObject(component['validate']) ? component['validate'] : {};
  const prepared: Record<string, unknown> = {
    ...component,
    validate: { required: validate['required'] === true },
    validateOn: 'submit',
  };
  const type = component['type'];
  const format = type === 'date' ? 'date' : type === 'phoneNumber' ? 'phone' : formatOf(component);
  if (type === 'date' || type === 'phoneNumber') prepared['type'] = 'textfield';
  if (prepared['type'] === 'textfield' && isFormat(format) && inputTypes[format] !== undefined) {
    prepared['type'] = 'onewindowPicker';
    prepared['inputType'] = inputTypes[format];
  }
  if (type === 'file') prepared['type'] = isSignature(component) ? 'onewindowSignature' : 'onewindowFile';
  if (type === 'textfield' && format === 'license') prepared['type'] = 'onewindowLicense';
  const ahead = workdaysAhead(component);
  if (ahead !== null)
    prepared['description'] = [component['description'], viewTexts[locale].workdaysAhead(ahead)]
      .filter((text) => typeof text === 'string' && text !== '')
      .join(' ');
  if (type === 'textfield' || type === 'textarea' || type === 'email' || type === 'phoneNumber') {
    const stated = Number(validate['maxLength']);
    prepared['attributes'] = { maxlength: String(stated > 0 ? stated : (textLimits[String(type)] ?? 1_000)) };
  }
  if (type === 'textarea') prepared['autoExpand'] = false;
  if (type === 'select')
    Object.assign(prepared, { widget: 'html5', placeholder: component['placeholder'] ?? choose[locale] });
  if (type === 'number') Object.assign(prepared, { inputMode: 'decimal' });
  if (Array.isArray(component['components']))
    prepared['components'] = prepareAll(component['components'], locale);
  if (Array.isArray(component['columns'])) {
    prepared['columns'] = component['columns']
      .filter(isObject)
      .map((column) => ({ ...column, components: prepareAll(column['components'], locale) }));
  }
  return prepared;
}

const choose = { 'zh-CN': '请选择', en: 'Choose' };
