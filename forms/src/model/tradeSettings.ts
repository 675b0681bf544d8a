import { isObject, type JsonObject } from './formDefinition.ts';

/** A date that lies at least so many legal working days ahead (`properties.workdaysAhead`); null: any. */
export function workdaysAhead(component: JsonObject): number | null {
  const stated = property(component, 'workdaysAhead');
  return component['type'] === 'date' && /^\d{1,3}$/.test(stated) ? Number(stated) : null;
}

/** Types of licenses that a field of the format `license` takes (`properties.licenseTypes`); empty: any. */
export function licenseTypesOf(component: JsonObject): string[] {
  return property(component, 'licenseTypes')
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
}

/** Whether a file field is signed on the screen (`properties.signature`). */
export function isSignature(component: JsonObject): boolean {
  return component['type'] === 'file' && property(component, 'signature') === 'true';
}

function property(component: JsonObject, name: string): string {
  const value = isObject(component['properties']) ? component['properties'][name] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
