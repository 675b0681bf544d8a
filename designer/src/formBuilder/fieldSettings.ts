import type { JsonPath } from './formText.ts';
import type { formTexts } from './formTexts.ts';

type Texts = (typeof formTexts)['zh-CN'];
export type SettingWord = { [K in keyof Texts]: Texts[K] extends string ? K : never }[keyof Texts];

/** One thing that can be set at a component. */
export interface Setting {
  readonly word: SettingWord;
  readonly path: JsonPath;
  readonly kind: 'text' | 'lines' | 'number' | 'tick' | 'format' | 'licenseTypes';
  /** Only where this property of the component has this value. */
  readonly only?: { readonly property: string; readonly value: string };
}

const at = (word: SettingWord, kind: Setting['kind'], ...path: JsonPath): Setting => ({ word, kind, path });

const placeholder = [
  at('placeholder', 'text', 'placeholder'),
  at('placeholderEn', 'text', 'properties', 'en.placeholder'),
];
const unit = [at('suffix', 'text', 'suffix'), at('suffixEn', 'text', 'properties', 'en.suffix')];
const lengths = [
  at('minLength', 'number', 'validate', 'minLength'),
  at('maxLength', 'number', 'validate', 'maxLength'),
];
const pattern = [
  at('pattern', 'text', 'validate', 'pattern'),
  at('customMessage', 'text', 'validate', 'customMessage'),
  at('customMessageEn', 'text', 'properties', 'en.customMessage'),
];

/** What a component of a type can be told beside label, key, help and conditions. */
export const settingsOf: Readonly<Record<string, readonly Setting[]>> = {
  textfield: [
    at('format', 'format', 'properties', 'format'),
    {
      ...at('licenseTypes', 'licenseTypes', 'properties', 'licenseTypes'),
      only: { property: 'format', value: 'license' },
    },
    ...placeholder,
    ...lengths,
    ...unit,
    ...pattern,
  ],
  textarea: [at('rows', 'number', 'rows'), ...placeholder, ...lengths],
  email: placeholder,
  phoneNumber: placeholder,
  number: [
    at('min', 'number', 'validate', 'min'),
    at('max', 'number', 'validate', 'max'),
    at('decimals', 'number', 'decimalLimit'),
    ...unit,
    ...placeholder,
  ],
  date: [
    at('workdaysAhead', 'text', 'properties', 'workdaysAhead'),
    at('minDate', 'text', 'validate', 'minDate'),
    at('maxDate', 'text', 'validate', 'maxDate'),
  ],
  select: [at('multiple', 'tick', 'multiple')],
  file: [
    {
      ...at('statement', 'lines', 'properties', 'statement'),
      only: { property: 'signature', value: 'true' },
    },
    {
      ...at('statementEn', 'lines', 'properties', 'en.statement'),
      only: { property: 'signature', value: 'true' },
    },
    at('multipleFiles', 'tick', 'multiple'),
    at('image', 'tick', 'image'),
    at('filePattern', 'text', 'filePattern'),
    at('fileMaxSize', 'text', 'fileMaxSize'),
  ],
  datagrid: [
    at('minRows', 'number', 'validate', 'minLength'),
    at('maxRows', 'number', 'validate', 'maxLength'),
    at('addAnother', 'text', 'addAnother'),
    at('addAnotherEn', 'text', 'properties', 'en.addAnother'),
  ],
  content: [at('html', 'lines', 'html'), at('htmlEn', 'lines', 'properties', 'en.content')],
};

const layout = ['panel', 'fieldset', 'columns', 'well', 'content'];

/** Types whose value can be asked for. */
export function mayBeRequired(type: string): boolean {
  return !layout.includes(type) && type !== 'container';
}

/** Types with a label of their own. */
export function hasLabel(type: string): boolean {
  return !['columns', 'well', 'content'].includes(type);
}

/** Types with a text that says how to fill them in. */
export function hasDescription(type: string): boolean {
  return !layout.includes(type);
}

/** Types whose answers are a list. */
export function hasOptions(type: string): boolean {
  return ['radio', 'select', 'selectboxes'].includes(type);
}
