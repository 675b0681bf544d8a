/// <reference path="./differ.d.ts" />
import { Parser } from 'saxen';

/**
 * An XML text without white space between elements, comments, order of attributes and choice of prefixes: equal for
 * files that say the same. Throws Error when it is no XML.
 */
export function canonicalXml(xml: string): string {
  const lines: string[] = [];
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let text = '';
  const flush = () => {
    if (text.trim() !== '') lines.push(JSON.stringify(text.trim()));
    text = '';
  };
  new Parser()
    .on('error', (error) => {
      throw error;
    })
    .on('openTag', (name, attributes, decode) => {
      flush();
      const given = Object.entries(attributes() ?? {}).map(([key, value]) => [key, decode(value)] as const);
      const scope = new Map(scopes.at(-1));
      for (const [key, value] of given) {
        if (isDeclaration(key)) scope.set(key === 'xmlns' ? '' : key.slice('xmlns:'.length), value);
      }
      scopes.push(scope);
      const own = given
        .filter(([key]) => !isDeclaration(key))
        .map(([key, value]) => [key, key === 'xsi:type' ? resolve(value, scope) : value] as const)
        .map(([key, value]) => JSON.stringify([key.includes(':') ? resolve(key, scope) : key, value]));
      lines.push(`<${resolve(name, scope)} ${own.sort().join(' ')}`);
    })
    .on('closeTag', () => {
      flush();
      scopes.pop();
      lines.push('>');
    })
    .on('text', (part, decode) => {
      text += decode(part);
    })
    .on('cdata', (part) => {
      text += part;
    })
    .parse(xml);
  return lines.join('\n');
}

function isDeclaration(attribute: string): boolean {
  return attribute === 'xmlns' || attribute.startsWith('xmlns:');
}

/** A name with the namespace in place of its prefix. */
function resolve(name: string, scope: ReadonlyMap<string, string>): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  return `{${scope.get(prefix ?? '') ?? prefix ?? ''}}${local ?? ''}`;
}
