import { photoFields } from '../model/findFileField.ts';
import type { JsonObject } from '../model/formDefinition.ts';
import type { PhotoFacts } from './fileHost.ts';

/** A field beside the file field, as Form.io has it. */
export interface Sibling {
  readonly path: string;
  readonly dataValue: unknown;
  setValue(value: unknown, flags?: object): unknown;
}

/**
 * Writes what the photograph says of itself into the empty fields that ask for it; what somebody wrote stays.
 * Returns `filled`, `silent` when the form asks and the photograph says nothing, or `none` when nothing was to be done.
 */
export function fillFromPhoto(options: {
  component: JsonObject;
  /** Path of the file field: `photos[0].image`. */
  path: string;
  photo: PhotoFacts;
  visitAll: (visit: (component: Sibling) => void) => void;
}): 'filled' | 'silent' | 'none' {
  const wanted = Object.entries(photoFields(options.component)) as [keyof PhotoFacts, string][];
  if (wanted.length === 0) return 'none';
  if (wanted.every(([fact]) => options.photo[fact] === undefined)) return 'silent';
  const scope = options.path.slice(0, options.path.lastIndexOf('.') + 1);
  let filled = false;
  options.visitAll((component) => {
    const fact = wanted.find(([, key]) => component.path === scope + key)?.[0];
    const value = fact === undefined ? undefined : options.photo[fact];
    const empty =
      component.dataValue === undefined || component.dataValue === null || component.dataValue === '';
    if (value === undefined || !empty) return;
    component.setValue(value, { modified: true });
    filled = true;
  });
  return filled ? 'filled' : 'none';
}
