import { type Plugin, parseAst } from 'vite';

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Leaves out what the fields of a pack mean in words (`field` of processes/src/schema): the handbook and the completion of
 * editors are made of it, no page reads it, and it is a third of the schema.
 */
export function withoutDescriptions(): Plugin {
  return {
    name: 'onewindow-without-descriptions',
    enforce: 'post',
    transform: {
      filter: { id: /\/processes\/src\/.*\.ts$/, code: /\/field\.ts/ },
      handler: (code: string) => ({ code: cutDescriptions(code), map: null }),
    },
  };
}

/** `field(schema, zh, en, example)` becomes `(schema)`. */
export function cutDescriptions(code: string): string {
  const cuts: Cut[] = [];
  visit(parseAst(code), cuts);
  let text = '';
  let at = 0;
  for (const cut of cuts.sort((a, b) => a.start - b.start)) {
    text += code.slice(at, cut.start) + cut.text;
    at = cut.end;
  }
  return text + code.slice(at);
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: Node & { readonly name?: string };
  readonly arguments?: readonly Node[];
}

function visit(value: unknown, cuts: Cut[]): void {
  if (Array.isArray(value)) for (const entry of value) visit(entry, cuts);
  else if (typeof value === 'object' && value !== null) {
    const node = value as Node;
    const schema = node.type === 'CallExpression' && node.callee?.name === 'field' && node.arguments?.[0];
    if (!schema) {
      for (const child of Object.values(value)) visit(child, cuts);
      return;
    }
    cuts.push({ start: node.start, end: schema.start, text: '(' });
    cuts.push({ start: schema.end, end: node.end, text: ')' });
    visit(schema, cuts);
  }
}
