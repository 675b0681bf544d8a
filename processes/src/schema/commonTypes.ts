import types from './common-types.json' with { type: 'json' };

export type CommonType = keyof typeof types;

/** Metadata of a type that many fields share: the JSON Schema defines it once, docs/packs.md explains it once. */
export function commonType(id: CommonType): { id: string; description: string } {
  const { zh, en } = types[id];
  return { id, description: `${zh}\n\n${en}` };
}

/** The shared types with an example of each, in the order of docs/packs.md. */
export const commonTypes: readonly { id: string; zh: string; en: string; example: string }[] = Object.entries(
  types,
).map(([id, said]) => ({ id, ...said }));
