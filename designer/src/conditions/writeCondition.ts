import { type Group, joinOf, type Literal, normalise, type Part, type Test } from './conditionTree.ts';

const symbols: Readonly<Record<string, string>> = {
  is: '==',
  isNot: '!=',
  less: '<',
  atMost: '<=',
  more: '>',
  atLeast: '>=',
};

/** Writes a tree in the grammar of packs (`parseExpression`); '' where it says nothing yet. */
export function writeExpression(part: Part): string {
  const normal = normalise(part);
  return normal === null ? '' : write(normal, false);
}

/** The same as the engine reads it in a process: inside of `${…}`. */
export function writeBpmnCondition(part: Part): string {
  const text = writeExpression(part);
  return text === '' ? '' : `\${${text}}`;
}

function write(part: Part, inside: boolean): string {
  return part.kind === 'group' ? writeGroup(part, inside) : writeTest(part, inside);
}

function writeGroup({ join, parts }: Group, inside: boolean): string {
  const inner = joinOf(join);
  const text = parts.map((part) => write(part, true)).join(inner === 'all' ? ' and ' : ' or ');
  if (join !== inner) return `not (${text})`;
  return inside ? `(${text})` : text;
}

function writeTest(test: Test, inside: boolean): string {
  const { field, operator, values, other } = test;
  if (operator === 'holds') return field;
  if (operator === 'fails') return `not ${field}`;
  if (operator === 'empty') return `empty ${field}`;
  if (operator === 'given') return `not empty ${field}`;
  if (operator === 'oneOf' || operator === 'noneOf') {
    const [symbol, word] = operator === 'oneOf' ? ['==', ' or '] : ['!=', ' and '];
    const text = values.map((value) => `${field} ${symbol} ${writeLiteral(value)}`).join(word);
    return inside ? `(${text})` : text;
  }
  if (operator === 'between') {
    const [from = '', to = ''] = values;
    const text = `${field} >= ${writeLiteral(from)} and ${field} <= ${writeLiteral(to)}`;
    return inside ? `(${text})` : text;
  }
  return `${field} ${symbols[operator] ?? '=='} ${other ?? writeLiteral(values[0] ?? '')}`;
}

/** Characters that a text of the grammar cannot hold: a backslash; both kinds of quotes at once (the single ones go). */
export function withoutForbidden(text: string): string {
  const plain = text.replaceAll('\\', '');
  return plain.includes('"') ? plain.replaceAll("'", '') : plain;
}

function writeLiteral(value: Literal): string {
  if (typeof value === 'string') {
    const text = withoutForbidden(value);
    return text.includes("'") ? `"${text}"` : `'${text}'`;
  }
  if (typeof value === 'boolean' || !String(value).includes('e')) return String(value);
  // The grammar has no exponents.
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
