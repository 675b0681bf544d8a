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
