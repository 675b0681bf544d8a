import type { Change, DiffArea, Words } from './changeSchema.ts';
import type { TreeChange } from './compareTrees.ts';
import { describeValue } from './describeValue.ts';
import { joinWords, type LabelSection, same, word } from './diffTexts.ts';
import { findLabel } from './findLabel.ts';
import { isWording, keysOf, placeOf, propertyOf } from './placeOf.ts';

export interface TreeContext {
  readonly section: LabelSection;
  readonly area: DiffArea;
  readonly file: string;
  /** The thing whose tree it is; left out: the path says which thing it is, `root` what it is otherwise. */
  readonly element?: { readonly id: string; readonly name: Words };
  readonly root?: Words;
  /** Whether an order of the list counts for a case; by default it is a matter of looks. */
  readonly orderMatters?: boolean;
}

/** One difference of a tree as a change: named, in words, and judged. */
export function toChange(context: TreeContext, { path, kind, before, after }: TreeChange): Change {
  const { section, element, file, area } = context;
  const keys = keysOf(path);
  const place =
    element === undefined
      ? placeOf(section, path, context.root ?? word('file'))
      : { element: element.id, name: element.name, property: propertyOf(section, path) };
  const describe = (value: unknown) =>
    kind === 'moved' ? orderValue(value) : describeValue(section, keys, value);
  const ordered = kind === 'moved';
  const reordered = isReordered(before, after);
  return {
    area,
    kind: reordered ? 'moved' : kind,
    where: { file, element: place.element, name: place.name },
    property:
      ordered || reordered
        ? {
            key: [place.property.key, 'order'].filter((key) => key !== '').join('.'),
            label: joinWords([place.property.label, word('order')], same(' › ')),
          }
        : place.property,
    before: describe(before),
    after: describe(after),
    matters: ordered
      ? context.orderMatters === true
      : !isWording(section, path) && !(reordered && findLabel(section, keys) !== undefined),
  };
}

/** The keys of a list, in order, as a value. */
export function orderValue(keys: unknown): Change['before'] {
  const list = Array.isArray(keys) ? keys.map(String) : [];
  return { value: list, words: joinWords(list.map(same), word('list')) };
}

/** Whether two lists of plain values hold the same in another order: for the lists that the labels know, of looks only. */
function isReordered(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return false;
  const sorted = (list: readonly unknown[]) => JSON.stringify([...list].map(String).sort());
  return ![...before, ...after].some((item) => typeof item === 'object') && sorted(before) === sorted(after);
}
