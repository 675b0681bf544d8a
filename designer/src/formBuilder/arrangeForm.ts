import type { CanvasPlace } from '@onewindow/forms/builder';
import type { FieldKind } from './fieldKinds.ts';
import { isJson, type Json, keysOf, listNodes, withFreeKeys } from './formOutline.ts';

/**
 * The components of a form in the arrangement of the canvas. Each stays what it was, whatever the canvas made of it; new
 * ones are of the kinds that were dragged in. What the canvas lets go is gone.
 */
export function arrangeForm(form: Json, places: readonly CanvasPlace[], kinds: readonly FieldKind[]): Json[] {
  const left = new Map<string, Json[]>();
  for (const { key, component } of listNodes(form)) left.set(key, [...(left.get(key) ?? []), component]);
  const used = keysOf(form);
  const arrange = (list: readonly CanvasPlace[]): Json[] =>
    list.flatMap((place) => {
      const own = left.get(place.key)?.shift();
      if (own !== undefined) return [fill(own, place)];
      const kind = kinds.find(({ key }) => key === place.kind);
      if (kind === undefined) return [];
      const made = withFreeKeys(kind.components, used);
      for (const key of keysOf({ components: made })) used.add(key);
      return made;
    });
  const fill = (component: Json, place: CanvasPlace): Json => {
    const columns = component['columns'];
    return {
      ...component,
      ...('components' in component ? { components: arrange(place.components ?? []) } : {}),
      ...(Array.isArray(columns)
        ? {
            columns: columns.map((column: unknown, at) =>
              isJson(column) ? { ...column, components: arrange(place.columns?.[at] ?? []) } : column,
            ),
          }
        : {}),
    };
  };
  return arrange(places);
}

/**
 * By the keys of the canvas those that the form has given to what was dragged in, where both hold the same in the same order;
 * null where they do not, and the canvas must be opened anew.
 */
export function keysInStep(
  places: readonly CanvasPlace[],
  components: readonly unknown[],
): ReadonlyMap<string, string> | null {
  const keys = new Map<string, string>();
  const agree = (list: readonly CanvasPlace[], here: unknown): boolean => {
    const own = Array.isArray(here) ? here : [];
    return (
      list.length === own.length &&
      list.every((place, at) => {
        const component: unknown = own[at];
        if (!isJson(component)) return false;
        const columns = Array.isArray(component['columns']) ? component['columns'] : [];
        const key = String(component['key']);
        if (key !== place.key) keys.set(place.key, key);
        return (
          agree(place.components ?? [], component['components']) &&
          (place.columns ?? []).length === columns.length &&
          (place.columns ?? []).every((column, index) => agree(column, columns[index]?.components))
        );
      })
    );
  };
  return agree(places, components) ? keys : null;
}
