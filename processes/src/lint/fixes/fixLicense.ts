import { MANIFEST, type PackFiles } from '../../pack/packFiles.ts';
import { type FormField, readForm } from '../readForm.ts';
import type { Fixer } from './Fix.ts';
import { isPlain, readPlain, textAt } from './readPlain.ts';

/** The template names a field that the application has: bound to it. */
export const licenseFieldUnbound: Fixer = ({ params }, files) => {
  const field = String(params?.['field'] ?? '');
  const found = applicationField(files, field);
  if (field === '' || found === undefined) return null;
  const chosen = ['select', 'radio', 'selectboxes'].includes(found.type);
  const from = `intake:/${field}`;
  return {
    label: {
      'zh-CN': `取自申请表的“${found.label}”`,
      en: `Take it from “${found.english}” of the application`,
    },
    sure: true,
    edits: [
      {
        kind: 'yaml',
        file: MANIFEST,
        path: ['license', 'fields', field],
        value: chosen ? { from, as: 'label' } : from,
      },
    ],
  };
};

/** The operation issues the license; which one, where there are several, is a guess. */
export const licenseNeverIssued: Fixer = (_finding, files) => {
  const operations = readPlain(files)['operations'];
  if (!Array.isArray(operations) || !isPlain(operations[0])) return null;
  const key = textAt(operations[0], 'key');
  return {
    label: { 'zh-CN': `办理类型“${key}”准予后签发证照`, en: `A grant of “${key}” issues the license` },
    sure: operations.length === 1,
    edits: [{ kind: 'yaml', file: MANIFEST, path: ['operations', 0, 'licenseAction'], value: 'issue' }],
  };
};

/** Puts it at the end of the table; the other answer would be to drop it. */
export const licenseFieldUnused: Fixer = ({ file, params }, files) => {
  const field = String(params?.['field'] ?? '');
  const fields = readPlain(files, file)['fields'];
  if (field === '' || !Array.isArray(fields)) return null;
  const label = applicationField(files, field)?.label ?? field;
  return {
    label: { 'zh-CN': `把“${label}”放到证照上`, en: 'Put it on the license' },
    sure: false,
    edits: [
      { kind: 'yaml', file, path: ['fields', fields.length], value: { label, value: `{{fields.${field}}}` } },
    ],
  };
};

/** The field with this key at the top of the application forms. */
function applicationField(files: PackFiles, key: string): FormField | undefined {
  const operations = readPlain(files)['operations'];
  for (const operation of Array.isArray(operations) ? operations : []) {
    const form = isPlain(operation) ? textAt(operation, 'intakeForm') : '';
    try {
      const found = readForm(form, files[form] ?? '').fields.find(
        ({ path, input }) => input && path === `/${key}`,
      );
      if (found) return found;
    } catch {
      // Lint tells about the form itself.
    }
  }
  return undefined;
}
