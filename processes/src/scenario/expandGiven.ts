/** A reference to a block that `scenarios/given.yaml` does not have. */
export interface UnknownGiven {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

export interface Expanded {
  readonly value: unknown;
  readonly unknown: readonly UnknownGiven[];
  /** Names of the blocks that were used. */
  readonly used: ReadonlySet<string>;
}

const deepest = 20;

/**
 * Replaces `{$given: name, …}` by the block of that name (`$given: [a, b]`: one over the other), changed by the keys
 * beside it: values replace, maps are merged, null removes. Blocks may use others; a circle counts as unknown.
 */
export function expandGiven(value: unknown, given: Readonly<Record<string, unknown>>): Expanded {
  const unknown: UnknownGiven[] = [];
  const used = new Set<string>();
  const expand = (node: unknown, path: readonly (string | number)[], depth: number): unknown => {
    if (Array.isArray(node)) return node.map((entry, at) => expand(entry, [...path, at], depth));
    if (!isMap(node)) return node;
    const { $given: names, ...rest } = node;
    const changes = Object.fromEntries(
      Object.entries(rest).map(([key, entry]) => [key, expand(entry, [...path, key], depth)]),
    );
    if (names === undefined) return changes;
    let base: unknown = {};
    for (const name of Array.isArray(names) ? names : [names]) {
      if (typeof name !== 'string' || !Object.hasOwn(given, name) || depth > deepest) {
        unknown.push({ name: String(name), path: [...path, '$given'] });
        continue;
      }
      used.add(name);
      base = merge(base, expand(given[name], path, depth + 1));
    }
    return merge(base, changes);
  };
  return { value: expand(value, [], 0), unknown, used };
}

function merge(base: unknown, changes: unknown): unknown {
  if (!isMap(base) || !isMap(changes)) return changes;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete merged[key];
    else merged[key] = isMap(value) ? merge(merged[key], value) : value;
  }
  return merged;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
