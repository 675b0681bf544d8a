import type { FieldKind } from './fieldKinds.ts';
import { isJson, type Json, listNodes } from './formOutline.ts';

/** Something that can be put into a form: a kind of field, or a section of a form of this pack or of another. */
export interface Offer extends Omit<FieldKind, 'area'> {
  readonly area: FieldKind['area'] | 'pack' | 'other';
}

/** Sections and tables of the forms among some files, to be copied with their texts; the form `own` is left out. */
export function sectionsOf(
  files: ReadonlyMap<string, string>,
  area: 'pack' | 'other',
  own?: string,
): Offer[] {
  return [...files]
    .filter(([path]) => path.startsWith('forms/') && path.endsWith('.json') && path !== own)
    .flatMap(([path, text]) => {
      try {
        const form: unknown = JSON.parse(text);
        const title = isJson(form) && typeof form['title'] === 'string' ? form['title'] : path;
        return listNodes(form)
          .filter(({ type, depth }) => (type === 'panel' || type === 'datagrid') && depth === 0)
          .map(({ key, label, component }) => {
            const properties = isJson(component['properties']) ? component['properties'] : {};
            const english = typeof properties['en'] === 'string' ? properties['en'] : label;
            return {
              key: `${area} ${path} ${key}`,
              zh: `${label}（${title}）`,
              en: `${english} (${path})`,
              area,
              components: [withoutForeignConditions(component, keysIn(component))],
            };
          });
      } catch {
        return [];
      }
    });
}

/** Whether a file field is among components. */
export function holdsFile(components: readonly Json[]): boolean {
  return listNodes({ components }).some(({ type }) => type === 'file');
}

function keysIn(component: Json): ReadonlySet<string> {
  return new Set(listNodes({ components: [component] }).flatMap(({ key, dataPath }) => [key, dataPath]));
}

/** A condition about a field that is not copied along would hide its part for ever: it is left behind. */
function withoutForeignConditions(component: Json, keys: ReadonlySet<string>): Json {
  const { conditional, components, ...rest } = component;
  const asked = isJson(conditional)
    ? [
        conditional['when'],
        ...(Array.isArray(conditional['conditions'])
          ? conditional['conditions'].map((one: unknown) => (isJson(one) ? one['component'] : undefined))
          : []),
      ].filter((name) => typeof name === 'string' && name !== '')
    : [];
  const stays = asked.every((name) => keys.has(String(name)));
  return {
    ...rest,
    ...(conditional !== undefined && stays ? { conditional } : {}),
    ...(Array.isArray(components)
      ? { components: components.filter(isJson).map((one) => withoutForeignConditions(one, keys)) }
      : {}),
  };
}
