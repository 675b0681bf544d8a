import { type SchemaNode, sharedType } from './PackSchema.ts';

/** How a part of pack.yaml is edited. */
export type Shape =
  /** A text in both languages. */
  | 'text'
  | 'condition'
  | 'limit'
  /** Where a value comes from: `intake:/address`. */
  | 'source'
  /** A field of a form: `/address`. */
  | 'pointer'
  /** A form of the pack. */
  | 'path'
  | 'department'
  | 'packCode'
  /** A name of one's own, or of something else in the pack (`referenceOf` says of what). */
  | 'key'
  | 'choice'
  | 'check'
  | 'number'
  | 'words'
  /** Text, number or yes/no. */
  | 'plain'
  /** Several values out of a list that is known. */
  | 'picks'
  /** Several entries, one below the other. */
  | 'list'
  | 'group'
  /** One of several groups. */
  | 'ways';

const shared = new Set<Shape>([
  'text',
  'condition',
  'limit',
  'source',
  'pointer',
  'path',
  'department',
  'packCode',
  'key',
]);

/** How a node of the schema is edited. Throws Error for one that no field here can edit. */
export function shapeOf(node: SchemaNode): Shape {
  const type = sharedType(node);
  if (type === 'boundField') return 'source';
  if (type === 'step') return 'key';
  if (type !== undefined && shared.has(type as Shape)) return type as Shape;
  if (node.enum !== undefined) return 'choice';
  if (node.items !== undefined) return node.items.enum !== undefined ? 'picks' : 'list';
  if (node.properties !== undefined) return 'group';
  const ways = node.anyOf ?? node.oneOf;
  if (ways !== undefined) {
    if (ways.every((way) => way.enum !== undefined || way.const !== undefined)) return 'choice';
    if (ways.every((way) => way.type === 'string' || sharedType(way) === 'key')) return 'words';
    return 'ways';
  }
  if (Array.isArray(node.type)) return 'plain';
  if (node.type === 'boolean') return 'check';
  if (node.type === 'integer' || node.type === 'number') return 'number';
  if (node.type === 'string') return 'words';
  throw new Error(`no field for ${JSON.stringify(node).slice(0, 120)}`);
}

/** Values that a choice may have. */
export function valuesOf(node: SchemaNode): readonly string[] {
  const ways = node.anyOf ?? node.oneOf ?? [node];
  return ways.flatMap((way) => (way.enum ?? (way.const === undefined ? [] : [way.const])).map(String));
}
