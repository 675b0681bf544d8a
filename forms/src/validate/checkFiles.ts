import type { FileReference } from '../model/formDefinition.ts';
import { isObject } from '../model/formDefinition.ts';
import type { Field } from '../model/readFields.ts';
import { checkFile } from './checkFile.ts';
import type { Breach } from './describeProblem.ts';
import type { Found, Segments } from './shapeData.ts';
import { visitFields } from './visitFields.ts';

/**
 * File references that name a file of another case or none at all, and files that their field does not take. What is
 * known of a file takes the place of what was sent about it.
 */
export function checkFiles(
  fields: readonly Field[],
  data: unknown,
  known: ReadonlyMap<string, FileReference>,
  writable: (field: Field, segments: Segments) => boolean,
): Found[] {
  const found: Found[] = [];
  visitFields(fields, data, [], (field, segments, value) => {
    if (field.type !== 'file' || !Array.isArray(value) || !writable(field, segments)) return;
    const breach = findBreach(field, value, known);
    if (breach !== null) found.push({ field, segments, breach });
    for (const [at, file] of value.entries()) {
      const kept = isObject(file) ? known.get(String(file['id'])) : undefined;
      if (kept !== undefined) {
        const { id, name, size, mediaType } = kept;
        value[at] = { id, name, size, mediaType };
      }
    }
  });
  return found;
}

function findBreach(
  field: Field,
  files: readonly unknown[],
  known: ReadonlyMap<string, FileReference>,
): Breach | null {
  if (field.component['multiple'] !== true && files.length > 1) return { rule: 'oneFile' };
  for (const file of files) {
    const kept = isObject(file) ? known.get(String(file['id'])) : undefined;
    if (kept === undefined) return { rule: 'fileUnknown' };
    const wrong = checkFile(field.component, kept);
    if (wrong !== null) return wrong;
  }
  return null;
}
