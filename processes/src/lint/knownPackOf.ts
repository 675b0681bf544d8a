import { type PackFiles, pathsUnder } from '../pack/packFiles.ts';
import { parsePack } from '../pack/parsePack.ts';
import type { KnownPack } from './LintContext.ts';
import { readForm } from './readForm.ts';

/** What lint of a theme asks about another pack (`LintContext.packs`). Throws PackError when it cannot be read. */
export function knownPackOf(files: PackFiles): KnownPack {
  const { operations, steps } = parsePack(files);
  const forms = new Set(pathsUnder(files, 'forms'));
  const fieldsOf = (path: string) =>
    forms.has(path)
      ? readForm(path, files[path] ?? '').fields.flatMap((field) => (field.input ? [field.path] : []))
      : [];
  return {
    steps: Object.keys(steps),
    fields: Object.fromEntries(operations.map(({ key, intakeForm }) => [key, fieldsOf(intakeForm)])),
  };
}
