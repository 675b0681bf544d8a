import {
  type Comparison,
  dayOf,
  parseUnaryTests,
  type Scalar,
  type UnaryTest,
} from '@onewindow/processes/dmn';
import { type ConditionField, sayLiteral } from '../conditions/ConditionField.ts';
import type { RoutingTexts } from './routingTexts.ts';

/** What a cell asks of its input, as choices show it; `text` is what they cannot show. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'oneOf' | 'noneOf'; readonly values: readonly Scalar[] }
  | { readonly kind: 'compare'; readonly operator: Exclude<Comparison, '=' | '!='>; readonly value: Scalar }
  | {
      readonly kind: 'range';
      readonly from: Scalar;
      readonly fromIncluded: boolean;
      readonly to: Scalar;
      readonly toIncluded: boolean;
    }
  | { readonly kind: 'text'; readonly text: string };

/** Reads a cell of a table. */
export function readCell(text: string): Cell {
  const test = parseUnaryTests(text);
  return (test === null ? null : toCell(test)) ?? { kind: 'text', text };
}

function toCell(test: UnaryTest): Cell | null {
  if (test.kind === 'any' || test.kind === 'range') return test;
  if (test.kind === 'compare') {
    const { operator, value } = test;
    if (operator === '=') return { kind: 'oneOf', values: [value] };
    return operator === '!=' ? { kind: 'noneOf', values: [value] } : { kind: 'compare', operator, value };
  }
  const inner = test.kind === 'not' ? test.of : test;
  const values = equalsOf(inner);
  return values === null ? null : { kind: test.kind === 'not' ? 'noneOf' : 'oneOf', values };
}

function equalsOf(test: UnaryTest): Scalar[] | null {
  if (test.kind === 'compare') return test.operator === '=' ? [test.value] : null;
  if (test.kind !== 'either') return null;
  const parts = test.of.map(equalsOf);
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

/** Writes a cell in FEEL; nothing chosen means any value. */
export function writeCell(cell: Cell): string {
  switch (cell.kind) {
    case 'any':
      return '-';
    case 'text':
      return cell.text.trim() === '' ? '-' : cell.text.trim();
    case 'oneOf':
      return cell.values.length === 0 ? '-' : cell.values.map(writeScalar).join(', ');
    case 'noneOf':
      return cell.values.length === 0 ? '-' : `not(${cell.values.map(writeScalar).join(', ')})`;
    case 'compare':
      return `${cell.operator} ${writeScalar(cell.value)}`;
    case 'range': {
      const { from, to, fromIncluded, toIncluded } = cell;
      return `${fromIncluded ? '[' : '('}${writeScalar(from)}..${writeScalar(to)}${toIncluded ? ']' : ')'}`;
    }
  }
}

/** Texts of FEEL hold no quotes and backslashes here: they are left out. */
export function writeScalar(value: Scalar): string {
  const day = dayOf(value);
  if (day !== undefined) return `date("${day}")`;
  return typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, '')}"` : String(value);
}

/** A cell as people read it. */
export function sayCell(text: string, field: ConditionField | undefined, words: RoutingTexts): string {
  const cell = readCell(text);
  const say = (value: Scalar) => dayOf(value) ?? sayLiteral(value, field, words);
  const days =
    cell.kind === 'compare' ? dayOf(cell.value) : cell.kind === 'range' ? dayOf(cell.from) : undefined;
  const compare = days === undefined ? words.compare : words.compareDays;
  switch (cell.kind) {
    case 'any':
      return words.any;
    case 'text':
      return cell.text;
    case 'oneOf':
      return words.or(cell.values.map(say));
    case 'noneOf':
      return words.not(cell.values.map(say));
    case 'compare':
      return `${compare[cell.operator]} ${say(cell.value)}`;
    case 'range':
      return words.range(
        `${compare[cell.fromIncluded ? '>=' : '>']} ${say(cell.from)}`,
        `${compare[cell.toIncluded ? '<=' : '<']} ${say(cell.to)}`,
      );
  }
}

/** A result of a row as people read it. */
export function sayOutput(text: string, field: ConditionField | undefined, words: RoutingTexts): string {
  const value = readOutput(text);
  return value === undefined ? text : sayLiteral(value, field, words);
}

/** The literal that a row gives; undefined where it is an expression or missing. */
export function readOutput(text: string): Scalar | undefined {
  const cell = readCell(text);
  return cell.kind === 'oneOf' && cell.values.length === 1 ? cell.values[0] : undefined;
}
