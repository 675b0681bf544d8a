import { type Finding, type FindingCode, finding } from './Finding.ts';
import type { ManifestUnderLint } from './LintContext.ts';

const KEY = /^[a-z][A-Za-z0-9]*$/;

/** Keys are lowerCamel ASCII, texts are complete in both languages. */
export function lintForms(pack: ManifestUnderLint): Finding[] {
  const found: Finding[] = [];
  for (const form of pack.forms.values()) {
    for (const { key, label, english, input, type } of form.fields) {
      const add = (code: FindingCode, params: Record<string, string>) =>
        found.push(finding(code, { file: form.path, element: key }, params));
      if (!KEY.test(key)) add('formKeyInvalid', { name: label || type, key });
      if (input && !label) add('formLabelMissing', { key, language: '中文', languageEn: 'Chinese' });
      if ((input || label) && !english)
        add('formLabelMissing', { key, language: '英文', languageEn: 'English' });
    }
  }
  return found;
}
