import { AppError } from '../errors/appError.ts';

/** Fills `{{name}}`. Throws AppError `documentDataMissing` for a name without a value. */
export function fillTemplate(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new AppError('documentDataMissing', { params: { path: name } });
    return String(value);
  });
}
