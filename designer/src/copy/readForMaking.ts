interface Moddle {
  create(type: string, attributes: object): object;
}

/** A tree that was read from JSON, its parts of BPMN made anew; one that is referred to twice stays one. */
export function readForMaking(tree: object, moddle: Moddle): object {
  const made = new Map<string, object>();
  return JSON.parse(JSON.stringify(tree), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { $type, ...attributes } = value as { $type?: unknown; id?: string };
    if (typeof $type !== 'string') return value;
    const known = attributes.id === undefined ? undefined : made.get(attributes.id);
    if (known !== undefined) return known;
    const element = moddle.create($type, attributes);
    if (attributes.id !== undefined) made.set(attributes.id, element);
    return element;
  });
}
