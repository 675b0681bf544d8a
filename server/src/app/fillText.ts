/** A sentence of a text file with its places (`{name}`) filled; a place without a value is left out. */
export function fillText(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? ''));
}
