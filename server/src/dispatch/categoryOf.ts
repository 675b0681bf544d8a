import type { Dispatch } from '@onewindow/processes';

type Category = Dispatch['categories'][number];

/** The category and subcategory that a key names; the key may be either. */
export function categoryOf(
  dispatch: Pick<Dispatch, 'categories'>,
  key: string | undefined,
): { category?: Category; subcategory?: Category['subcategories'][number] } {
  for (const category of dispatch.categories) {
    if (category.key === key) return { category };
    const subcategory = category.subcategories.find((entry) => entry.key === key);
    if (subcategory !== undefined) return { category, subcategory };
  }
  return {};
}

/** Keys of a report's kind as a case file keeps them; undefined for a key that the pack does not know. */
export function kindOf(
  dispatch: Pick<Dispatch, 'categories'>,
  key: string,
): { category: string; subcategory?: string } | undefined {
  const { category, subcategory } = categoryOf(dispatch, key);
  if (category === undefined) return undefined;
  return { category: category.key, ...(subcategory === undefined ? {} : { subcategory: subcategory.key }) };
}
