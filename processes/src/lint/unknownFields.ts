import { isRecord, type PackForm } from './readForm.ts';

/** Components whose value is data of fields inside, of one or of many. */
const holding = new Set(['container', 'datagrid', 'editgrid', 'datamap']);

/** Places in filled-in data, part by part, that no field of the form takes. */
export function unknownFields(data: unknown, form: PackForm): string[][] {
  const fields = new Map(form.fields.filter(({ input }) => input).map((field) => [field.path, field]));
  const unknown: string[][] = [];
  const look = (value: unknown, place: readonly string[], pointer: string): void => {
    if (Array.isArray(value)) {
      value.forEach((entry, at) => {
        look(entry, [...place, String(at)], pointer);
      });
      return;
    }
    if (!isRecord(value)) return;
    for (const [key, entry] of Object.entries(value)) {
      const field = fields.get(`${pointer}/${key}`);
      if (field === undefined) unknown.push([...place, key]);
      else if (holding.has(field.type)) look(entry, [...place, key], field.path);
    }
  };
  look(data, [], '');
  return unknown;
}
