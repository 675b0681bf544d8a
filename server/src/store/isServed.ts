/** An index as `listIndexes` and mongoose tell it: its fields in order, and whether it has only some of the documents. */
export interface IndexShape {
  fields: readonly string[];
  partial: boolean;
}

type Condition = 'equal' | 'oneOf' | 'between' | 'other';

/**
 * Whether an index answers a filter without reading the whole collection, by what was found on the embedded store
 * (docs/decisions/0013): every field of the filter is among the first of one index that is not partial; all are compared
 * for equality but for at most one, the last of them, which is `$in` or a range. `_id` may stand with any field, but not
 * with `$or` or `$and`.
 */
export function isServed(filter: Record<string, unknown>, indexes: readonly IndexShape[]): boolean {
  const conditions = Object.entries(filter).map(([field, value]) => ({ field, kind: kindOf(value) }));
  if (conditions.some(({ field }) => field.startsWith('$'))) return false;
  if (conditions.some(({ field, kind }) => field === '_id' && (kind === 'equal' || kind === 'oneOf')))
    return true;
  if (conditions.some(({ kind }) => kind === 'other')) return false;
  const equal = conditions.filter(({ kind }) => kind === 'equal').map(({ field }) => field);
  const [last, ...more] = conditions.filter(({ kind }) => kind !== 'equal');
  if (more.length > 0) return false;
  return indexes.some(({ fields, partial }) => {
    if (partial) return false;
    const first = fields.slice(0, equal.length);
    return (
      equal.every((field) => first.includes(field)) &&
      (last === undefined || fields[equal.length] === last.field)
    );
  });
}

function kindOf(value: unknown): Condition {
  if (value instanceof RegExp) return 'other';
  if (!isOperators(value)) return 'equal';
  const operators = Object.keys(value);
  if (operators.length === 1 && operators[0] === '$eq') return 'equal';
  if (operators.length === 1 && operators[0] === '$in') return 'oneOf';
  const bounds = ['$gt', '$gte', '$lt', '$lte'];
  if (!operators.every((operator) => bounds.includes(operator))) return 'other';
  // Without a lower end all that lack the field are read.
  return operators.some((operator) => operator.startsWith('$gt')) ? 'between' : 'other';
}

function isOperators(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).some((key) => key.startsWith('$'))
  );
}
