/** A key that the license does not bind yet: `address`, `address2`. */
export function freeKey(wanted: string, bound: Readonly<Record<string, unknown>>): string {
  const key = /^[a-z][A-Za-z0-9]*$/.test(wanted) ? wanted : 'field';
  if (!Object.hasOwn(bound, key)) return key;
  let at = 2;
  while (Object.hasOwn(bound, `${key}${at}`)) at += 1;
  return `${key}${at}`;
}
