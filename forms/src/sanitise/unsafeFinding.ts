import rows from '../../data/refusedConstructs.json' with { type: 'json' };

/** A construct that a form must not hold. `path` is the place in the JSON, `key` the key of the component. */
export interface UnsafeFinding {
  readonly path: string;
  readonly key: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** One row of refusedConstructs.json. */
export interface RefusedConstruct {
  readonly code: string;
  /** Property of a component (dotted), or of the form (`form:…`), that must be empty; left out: found by a rule of ours. */
  readonly path?: string;
  /** Values that are harmless all the same. */
  readonly except?: readonly unknown[];
  readonly zh: string;
  readonly en: string;
  /** Components that hold the construct. */
  readonly example: readonly unknown[];
}

export const refusedConstructs: readonly RefusedConstruct[] = rows;

const byCode = new Map(refusedConstructs.map((row) => [row.code, row]));

/** The finding in words. Throws for a code that the data file does not know. */
export function describeFinding(code: string, path: string, key: string, name = ''): UnsafeFinding {
  const row = byCode.get(code);
  if (row === undefined) throw new Error(`refusedConstructs.json has no row ${code}`);
  const fill = (words: string) => words.replace('{name}', () => name);
  const where = key === '' ? { zh: '', en: '' } : { zh: `“${key}”：`, en: `“${key}”: ` };
  return { path, key, code, zh: where.zh + fill(row.zh), en: where.en + fill(row.en) };
}
