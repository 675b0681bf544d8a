import { isObject, type JsonObject } from './formDefinition.ts';
import { type Field, fieldsInScope, readFields } from './readFields.ts';

/** Siblings of a file field that take what a photograph says of itself, by `properties`: key of each field or undefined. */
export interface PhotoFields {
  /** `photo.takenAt`: a text in the form `YYYY-MM-DD HH:MM`. */
  readonly takenAt?: string;
  /** `photo.longitude`, `photo.latitude`: numbers in degrees. */
  readonly longitude?: string;
  readonly latitude?: string;
}

/** The file field at a path; row numbers may be there or left out (`photos[0].image`, `photos.image`). */
export function findFileField(form: unknown, path: string): JsonObject | undefined {
  let fields: readonly Field[] = readFields(form);
  let field: Field | undefined;
  for (const key of path.replaceAll(/\[\d+\]/g, '').split('.')) {
    field = fieldsInScope(fields).find((one) => one.key === key && one.kind !== 'static');
    fields = field?.children ?? [];
  }
  return field?.type === 'file' ? field.component : undefined;
}

/** Which fields beside a file field want time and place of the photograph (its EXIF data); empty where none does. */
export function photoFields(component: JsonObject): PhotoFields {
  const properties = isObject(component['properties']) ? component['properties'] : {};
  const wanted = (['takenAt', 'longitude', 'latitude'] as const).flatMap((name) => {
    const key = properties[`photo.${name}`];
    return typeof key === 'string' && key !== '' ? [[name, key] as const] : [];
  });
  return Object.fromEntries(wanted);
}
