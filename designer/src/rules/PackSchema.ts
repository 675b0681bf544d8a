/** The parts of JSON Schema (2020-12) that the schema of pack.yaml uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Chinese, an empty line, English. */
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode | boolean;
}

/** `steps.visit.effects.0.on` → `steps.*.effects.[].on`: the same for every entry of a list and every step. */
export function patternOf(path: readonly (string | number)[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? '[]' : at === 1 && path[0] === 'steps' ? '*' : part))
    .join('.');
}

/** Shared type that a node refers to: `text`, `limit`; undefined where it says itself what it is. */
export function sharedType(node: SchemaNode): string | undefined {
  return node.$ref?.split('/').pop();
}

/** The node at a path of pack.yaml; undefined where the schema has none. Alternatives are not looked into. */
export function nodeAt(schema: SchemaNode, path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const part of path) {
    if (node === undefined) return undefined;
    if (typeof part === 'number') node = node.items;
    else {
      const more: SchemaNode | boolean | undefined = node.additionalProperties;
      node = node.properties?.[part] ?? (typeof more === 'object' ? more : undefined);
    }
  }
  return node;
}
