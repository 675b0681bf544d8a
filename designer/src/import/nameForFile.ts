/** A file name of the pack made of that of a foreign file: ASCII letters, digits and hyphens; `imported` where nothing is left. */
export function nameForFile(name: string): string {
  const plain = name
    .replace(/(\.(bpmn|dmn|form|json|html?|xml|bpmn20))+$/i, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'imported' : plain;
}
