import { type Field, fieldsInScope, readFields } from '../model/readFields.ts';

/** Fields that nobody may write: disabled themselves or inside something disabled, a panel as well as rows. */
export function lockedFields(fields: readonly Field[]): Set<Field> {
  const locked = new Set<Field>();
  const visit = (within: readonly Field[], above: boolean): void => {
    for (const field of within) {
      const own = above || field.component['disabled'] === true;
      if (own) locked.add(field);
      visit(field.children, own);
    }
  };
  visit(fields, false);
  return locked;
}

/** Top-level keys of a form that whoever fills it in may write; the others keep their stored (prefilled) value. */
export function listWritableKeys(form: unknown): string[] {
  const fields = readFields(form);
  const locked = lockedFields(fields);
  return fieldsInScope(fields)
    .filter((field) => field.kind !== 'static' && field.key !== '' && !locked.has(field))
    .map((field) => field.key);
}
