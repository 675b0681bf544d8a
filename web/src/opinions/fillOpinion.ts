/** Fills the placeholders `{name}` of an opinion; one without a value is left as it is, to be seen. */
export function fillOpinion(text: string, values: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
