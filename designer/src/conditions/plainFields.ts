import { type ListedField, listFields } from '@onewindow/forms';

/** What has a value of its own: fields in the rows of a table have many. */
export function fieldsOf(text: string): ListedField[] {
  try {
    const fields = listFields(JSON.parse(text));
    const tables = fields.filter(({ type }) => type === 'datagrid').map(({ path }) => `${path}.`);
    return fields.filter(({ path }) => !tables.some((table) => path.startsWith(table)));
  } catch {
    return [];
  }
}

/** What a condition takes a field for; null where it asks about no such field. */
export function typeOf({ type, format }: ListedField): 'number' | 'boolean' | 'choice' | 'date' | null {
  if (type === 'number' || type === 'currency') return 'number';
  if (type === 'checkbox') return 'boolean';
  if (type === 'radio' || type === 'select') return 'choice';
  return format === 'date' ? 'date' : null;
}

/** JSON pointer of a field. */
export function pointerOf({ path }: ListedField): string {
  return `/${path.replaceAll('.', '/')}`;
}
