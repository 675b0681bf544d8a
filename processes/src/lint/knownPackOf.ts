import { type PackFiles, pathsUnder } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { KnownPack } from './LintContext.ts';
import { type FormField, isRecord, readForm } from './readForm.ts';

/** What lint of a theme asks about another pack (`LintContext.packs`). Throws PackError when it cannot be read. */
export function knownPackOf(files: PackFiles): KnownPack {
  const { operations, steps, materials } = parsePack(files);
  const forms = new Set(pathsUnder(files, 'forms'));
  const fieldsOf = (path: string) =>
    forms.has(path) ? readForm(path, files[path] ?? '').fields.filter(({ input }) => input) : [];
  return {
    steps: Object.keys(steps),
    materials: materials.map(({ key }) => key),
    fields: Object.fromEntries(
      operations.map(({ key, intakeForm }) => [key, fieldsOf(intakeForm).map(({ path }) => path)]),
    ),
    asks: Object.fromEntries(
      operations.map(({ key, intakeForm, prefill }) => {
        const fields = fieldsOf(intakeForm);
        const prefilled = prefill.map(({ to }) => `/${to}`);
        const tables = fields.filter(({ type }) => type === 'datagrid').map(({ path }) => path);
        const asked = fields.filter(
          (field) =>
            isAlwaysRequired(field) &&
            !prefilled.includes(field.path) &&
            !tables.some((table) => field.path.startsWith(`${table}/`)),
        );
        return [key, asked.map(({ path }) => path)];
      }),
    ),
  };
}

/** Required whatever else is answered: a field with a condition may not be asked at all. */
function isAlwaysRequired({ component }: FormField): boolean {
  const { validate, conditional } = component;
  if (isRecord(conditional) && conditional['show'] !== undefined && conditional['show'] !== null)
    return false;
  return isRecord(validate) && validate['required'] === true;
}
