import allowed from '../../data/allowedProperties.json' with { type: 'json' };
import { isObject, type JsonObject } from '../model/formDefinition.ts';
import { describeFinding, type UnsafeFinding } from './unsafeFinding.ts';

/** Properties whose texts are looked at elsewhere: children by their own visit, patterns by `isSafePattern`. */
const elsewhere = new Set(['components', 'columns', 'pattern']);
const MAX_NESTING = 8;

/** Template marks and HTML in the texts of one component (or of the form), wherever they stand. */
export function findBadText(component: JsonObject, path: string): UnsafeFinding[] {
  const key = typeof component['key'] === 'string' ? component['key'] : '';
  const codes = new Set<string>();
  const look = (value: unknown, html: boolean, depth: number): void => {
    if (depth > MAX_NESTING) codes.add('tooDeep');
    else if (typeof value === 'string') for (const code of judge(value, html)) codes.add(code);
    else if (Array.isArray(value)) for (const entry of value) look(entry, html, depth + 1);
    else if (isObject(value)) {
      for (const [name, entry] of Object.entries(value)) {
        for (const code of judge(name, false)) codes.add(code);
        if (!elsewhere.has(name)) look(entry, name === 'html' || /^en[.:]content$/.test(name), depth + 1);
      }
    }
  };
  look(component, false, 0);
  return [...codes].map((code) => describeFinding(code, path, key));
}

function judge(text: string, html: boolean): string[] {
  const codes: string[] = [];
  if (/\{\{|\{%/.test(text)) codes.push('template');
  if (html ? !isPlainHtml(text) : /<[A-Za-z/!?]/.test(text)) codes.push(html ? 'activeContent' : 'markup');
  return codes;
}

/** True for HTML made of allowed tags without any attribute. */
export function isPlainHtml(html: string): boolean {
  return html.split(/(<[^<>]*>)/).every((part, at) => {
    if (at % 2 === 0) return !/[<>]/.test(part);
    const tag = /^<\/?([a-z0-9]+)\s*\/?>$/.exec(part)?.[1];
    return tag !== undefined && allowed.contentTags.includes(tag);
  });
}
