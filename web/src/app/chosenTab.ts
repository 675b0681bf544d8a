/** The tab that an address names: `wanted` where there is such a one, else the first. */
export function chosenTab(wanted: string | null, items: readonly { readonly key: string }[]): string {
  const found = items.find(({ key }) => key === wanted) ?? items[0];
  return found?.key ?? '';
}
